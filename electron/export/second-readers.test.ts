import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { compose } from '../../shared/compose/compose'
import { gb9704 } from '../../shared/compose/style'
import { visibleText } from '../../shared/compose/visible-text'
import { cellsOf } from '../../shared/format/cells'
import { convertInLibreOffice } from '../e2e/support/libre-office'
import { sampleDrafts } from '../e2e/support/sample-drafts'
import { foundReport, printedText, shownReport } from '../e2e/support/shown-report'
import { type ReadDocx, readWithPandoc, readWithPython } from '../e2e/support/word-readers'
import { exportDocx } from './docx'

const reports = sampleDrafts.map(({ name, draft, format }) => ({
  name,
  format,
  document: compose(draft, format),
}))
const folder = mkdtempSync(join(tmpdir(), 'second-readers-'))
const pathOf = (name: string) => join(folder, `${name}.docx`)

let readByPython = new Map<string, ReadDocx | undefined>()

beforeAll(async () => {
  for (const { name, document } of reports) writeFileSync(pathOf(name), await exportDocx(document, gb9704))
  const read = readWithPython(reports.map(({ name }) => pathOf(name)))
  readByPython = new Map(reports.map(({ name }, index) => [name, read[index]]))
}, 60_000)
afterAll(() => rmSync(folder, { recursive: true }))

describe.each(reports)(
  'the Word file of the sample $name',
  { timeout: 60_000 },
  ({ name, format, document }) => {
    it('shows a table place for every cell of its format', () => {
      const shown = document.blocks.flatMap((block) =>
        block.kind === 'table'
          ? block.table.rows.flat().flatMap(({ cell }) => (cell === undefined ? [] : [cell]))
          : [],
      )
      expect(shown.sort()).toEqual(
        cellsOf(format)
          .map(({ cell }) => cell)
          .sort(),
      )
    })

    it('has all its text, and every cell at its row and column, for python-docx', () => {
      const read = readByPython.get(name)
      expect(read && foundReport(read)).toEqual(shownReport(document))
    })

    it('has all its text, and every cell at its row and column, for pandoc', () => {
      expect(foundReport(readWithPandoc(pathOf(name)))).toEqual(shownReport(document))
    })
  },
)

// Every sample and some random drafts: npm run check:libre-office.
describe.each(reports.filter(({ name }) => name === 'qinghe-2025'))(
  'LibreOffice, given the sample $name',
  { timeout: 120_000 },
  ({ name, document }) => {
    it('saves it with the same text and cells', async () => {
      const [saved = ''] = await convertInLibreOffice([pathOf(name)], 'docx', join(folder, 'saved'))
      const [read] = readWithPython([saved])
      expect(read && foundReport(read)).toEqual(shownReport(document))
    })

    it('prints it with the same text and cells, none left out', async () => {
      const [pdf = ''] = await convertInLibreOffice([pathOf(name)], 'pdf', join(folder, 'printed'))
      expect(printedText(pdf)).toBe(visibleText(document).replaceAll('\n', ''))
    })
  },
)
