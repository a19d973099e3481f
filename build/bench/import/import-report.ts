import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import mammoth from 'mammoth'
import { reportIn } from '../../../electron/import/open-report'
import { median, percentile } from '../statistics'
import { type MeasuredReport, measuredReports } from './reports'

/** Issue 5: a Word report of 3 MB read as a draft, in milliseconds. */
export const BOUND = 300

const WARM_UP = 3

interface Way {
  name: string
  read(report: MeasuredReport, path: string): Promise<void> | void
}

/** The tables are read by what their labels say only by the first; the others give their cells as they stand. */
const ways: Way[] = [
  {
    name: 'this app',
    read({ docx }) {
      const read = reportIn(docx, 'report.docx', '2026-01-01')
      if (!read.ok) throw new Error(read.error.kind)
    },
  },
  {
    name: 'mammoth and its tables',
    async read({ docx }) {
      const { value } = await mammoth.convertToHtml({ buffer: Buffer.from(docx) })
      const cells = [...value.matchAll(/<t[dh][^>]*>(.*?)<\/t[dh]>/gsu)].map(([, cell = '']) =>
        cell.replace(/<[^>]*>/gu, ''),
      )
      if (cells.length === 0) throw new Error('mammoth found no table.')
    },
  },
  {
    name: 'pandoc',
    read(_report, path) {
      const { status, stdout } = spawnSync('pandoc', [path, '-t', 'json'], { maxBuffer: 2 ** 30 })
      if (status !== 0 || stdout.length === 0) throw new Error('pandoc failed.')
      JSON.parse(stdout.toString('utf8'))
    },
  },
]

export interface ImportTime {
  report: string
  bytes: number
  way: string
  /** Milliseconds, one for each round. */
  times: number[]
}

/** Reads every report in every way, in turn, so that all of them have the same machine. */
export async function measureImport(rounds: number): Promise<ImportTime[]> {
  const folder = mkdtempSync(join(tmpdir(), 'bench-import-'))
  try {
    const measured: ImportTime[] = []
    for (const report of await measuredReports()) {
      const path = join(folder, 'report.docx')
      writeFileSync(path, report.docx)
      const times = ways.map(
        ({ name }): ImportTime => ({ report: report.name, bytes: report.docx.length, way: name, times: [] }),
      )
      for (let round = -WARM_UP; round < rounds; round++)
        for (const [index, way] of ways.entries()) {
          const started = performance.now()
          await way.read(report, path)
          const took = performance.now() - started
          if (round >= 0) times[index]?.times.push(took)
        }
      measured.push(...times)
    }
    return measured
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

/** The median of this app for the report of 3 MB. */
export function ofThreeMegabytes(measured: ImportTime[]): number {
  const own = measured.filter(({ way, report }) => way === 'this app' && report.startsWith('3 MB'))
  return Math.max(...own.map(({ times }) => median(times)))
}

export function importLines(measured: ImportTime[]): string[] {
  const rows = measured.map(
    ({ report, bytes, way, times }) =>
      `  ${report.padEnd(20)} ${(bytes / 1e6).toFixed(1)} MB  ${way.padEnd(24)} ${median(times).toFixed(0)} ms median, ${percentile(times, 0.95).toFixed(0)} ms p95`,
  )
  return [`Reading a Word report (bound ${BOUND} ms for 3 MB)`, ...rows]
}
