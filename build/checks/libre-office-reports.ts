import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { convertInLibreOffice } from '../../electron/e2e/support/libre-office'
import { sampleDrafts } from '../../electron/e2e/support/sample-drafts'
import { foundReport, printedText, shownReport } from '../../electron/e2e/support/shown-report'
import { readWithPython } from '../../electron/e2e/support/word-readers'
import { arbitraryReport } from '../../electron/export/arbitrary-report'
import { exportDocx } from '../../electron/export/docx'
import { compose } from '../../shared/compose/compose'
import type { Document } from '../../shared/compose/document'
import { gb9704 } from '../../shared/compose/style'
import { visibleText } from '../../shared/compose/visible-text'
import { formats } from '../../shared/format/formats'

interface Report {
  name: string
  document: Document
  isSample: boolean
}

/**
 * Has LibreOffice save the samples and random reports as Word files and print the samples, and looks for every text
 * and cell in what it made.
 *
 * @returns the names of what came out otherwise; nothing if all is well
 */
export async function checkInLibreOffice(randomReports: number): Promise<string[]> {
  const folder = mkdtempSync(join(tmpdir(), 'libre-office-reports-'))
  const reports: Report[] = [
    ...sampleDrafts.map(({ name, draft, format }) => ({
      name,
      document: compose(draft, format),
      isSample: true,
    })),
    ...formats.flatMap((format) =>
      fc.sample(arbitraryReport(format), { numRuns: randomReports, seed: 9704 }).map((draft, index) => ({
        name: `${format.id}-${index}`,
        document: compose(draft, format),
        isSample: false,
      })),
    ),
  ]
  try {
    const paths = await Promise.all(reports.map((report) => write(report, folder)))
    const saved = readWithPython(await convertInLibreOffice(paths, 'docx', join(folder, 'saved')))
    const samples = paths.filter((_, index) => reports[index]?.isSample)
    const printed = await convertInLibreOffice(samples, 'pdf', join(folder, 'printed'))
    const savedOtherwise = reports.filter(({ document }, index) => {
      const read = saved[index]
      return !read || !isSame(foundReport(read), shownReport(document))
    })
    const printedOtherwise = reports
      .filter(({ isSample }) => isSample)
      .filter(({ document }, index) => printedText(printed[index] ?? '') !== textOf(document))
    return [
      ...savedOtherwise.map(({ name }) => `${name}, saved`),
      ...printedOtherwise.map(({ name }) => `${name}, printed`),
    ]
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

async function write({ name, document }: Report, folder: string): Promise<string> {
  const path = join(folder, `${name}.docx`)
  writeFileSync(path, await exportDocx(document, gb9704))
  return path
}

function isSame(one: unknown, other: unknown): boolean {
  return JSON.stringify(one) === JSON.stringify(other)
}

function textOf(document: Document): string {
  return visibleText(document).replaceAll('\n', '')
}
