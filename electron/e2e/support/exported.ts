import { spawnSync } from 'node:child_process'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { compose } from '../../../shared/compose/compose'
import type { Document } from '../../../shared/compose/document'
import type { Draft } from '../../../shared/draft/draft'
import { parseDraft } from '../../../shared/draft/parse-draft'
import type { Format } from '../../../shared/format/format'
import { formatById } from '../../../shared/format/formats'
import { projectRoot } from './launch'

/** The built command line. */
export const cli = join(projectRoot, 'out/cli.js')
const samplesFolder = join(projectRoot, 'templates/samples')

export interface SampleReport {
  name: string
  path: string
  draft: Draft
  format: Format
  document: Document
}

/** The made-up and transcribed reports shipped with the app. */
export const samples: SampleReport[] = readdirSync(samplesFolder)
  .filter((file) => file.endsWith('.nianbao'))
  .map((file) => {
    const path = join(samplesFolder, file)
    const parsed = parseDraft(readFileSync(path, 'utf8'), file)
    const format = parsed.ok ? formatById(parsed.value.format) : undefined
    if (!parsed.ok || !format) throw new Error(`${file} is no draft of a known format.`)
    const draft = parsed.value
    return { name: file.replace('.nianbao', ''), path, draft, format, document: compose(draft, format) }
  })

/** Exports drafts with the built command line, as an office's script would. */
export function exportByCli(
  files: string[],
  formats: string,
  folder: string,
  env: Record<string, string> = {},
): { status: number | null; stdout: string; stderr: string } {
  const args = [cli, 'export', ...files, '--to', formats, '--out', folder]
  const options = { encoding: 'utf8', env: { ...process.env, ...env } } as const
  const { status, stdout, stderr } = spawnSync(process.execPath, args, options)
  return { status, stdout, stderr }
}
