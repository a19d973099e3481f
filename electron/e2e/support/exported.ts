import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { compose } from '../../../shared/compose/compose'
import type { Document } from '../../../shared/compose/document'
import { projectRoot } from './launch'
import { type SampleDraft, sampleDrafts } from './sample-drafts'

/** The built command line. */
export const cli = join(projectRoot, 'out/cli.js')

export interface SampleReport extends SampleDraft {
  path: string
  document: Document
}

/** The samples shipped with the app, with what they say when composed. */
export const samples: SampleReport[] = sampleDrafts.map((sample) => ({
  ...sample,
  path: join(projectRoot, 'templates/samples', `${sample.name}.nianbao`),
  document: compose(sample.draft, sample.format),
}))

/** Exports drafts with the built command line, as an office's script would. */
export function exportByCli(
  files: string[],
  formats: string,
  folder: string,
  env: Record<string, string> = {},
  more: string[] = [],
): { status: number | null; stdout: string; stderr: string } {
  const args = [cli, 'export', ...files, '--to', formats, '--out', folder, ...more]
  const options = { encoding: 'utf8', env: { ...process.env, ...env } } as const
  const { status, stdout, stderr } = spawnSync(process.execPath, args, options)
  return { status, stdout, stderr }
}
