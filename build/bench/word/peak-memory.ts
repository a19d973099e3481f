import { spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { longDraft } from '../../../electron/e2e/support/long-draft'
import { newDraft } from '../../../shared/draft/new-draft'
import { writeDraft } from '../../../shared/draft/write-draft'
import { proposeFormat } from '../../../shared/format/formats'
import { median } from '../statistics'

/** Megabytes of the whole process at their peak, the middle one of some runs. */
export interface PeakMemory {
  longReport: number
  emptyReport: number
}

/** Exports a report of more than a hundred pages, and an empty one, with the command line as it was built. */
export function measurePeakMemory(root: string): PeakMemory {
  const cli = join(root, 'out/cli.js')
  if (!existsSync(cli)) throw new Error('The app is not built: npm run build.')
  const folder = mkdtempSync(join(tmpdir(), 'peak-memory-'))
  try {
    const format = proposeFormat(2025)
    const empty = newDraft({ format, year: 2025, scope: 'organ' })
    return {
      longReport: medianPeak(cli, folder, 'long', writeDraft(longDraft())),
      emptyReport: medianPeak(cli, folder, 'empty', writeDraft(empty)),
    }
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

function medianPeak(cli: string, folder: string, name: string, draft: string): number {
  return median(Array.from({ length: RUNS }, () => peakOf(cli, folder, name, draft)))
}

const RUNS = 5

const hook = pathToFileURL(join(import.meta.dirname, 'report-peak.js')).href

function peakOf(cli: string, folder: string, name: string, draft: string): number {
  const file = join(folder, `${name}.nianbao`)
  writeFileSync(file, draft)
  const { stderr, status } = spawnSync(
    process.execPath,
    ['--import', hook, cli, 'export', file, '--to', 'docx', '--out', folder],
    { encoding: 'utf8' },
  )
  const [, kilobytes] = /peak (\d+)/u.exec(stderr) ?? []
  if (status !== 0 || kilobytes === undefined) throw new Error(`The export failed: ${stderr}`)
  return Number(kilobytes) / 1000
}

export function peakMemoryLines({ longReport, emptyReport }: PeakMemory): string[] {
  return [
    'Peak memory of a Word export on the command line',
    `  a hundred pages      ${longReport.toFixed(0)} MB`,
    `  an empty report      ${emptyReport.toFixed(0)} MB`,
  ]
}
