import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { strFromU8, unzipSync } from 'fflate'
import { afterAll, describe, expect, it, vi } from 'vitest'
import { compose } from '../../shared/compose/compose'
import type { Document, DocumentBlock } from '../../shared/compose/document'
import { gridPlaces } from '../../shared/compose/grid-places'
import { gb9704 } from '../../shared/compose/style'
import { styleWith } from '../../shared/compose/style-variant'
import type { Draft, Entry } from '../../shared/draft/draft'
import { computeFigures } from '../../shared/draft/figures'
import { newDraft } from '../../shared/draft/new-draft'
import { cellsOf } from '../../shared/format/cells'
import type { CellKind, Format } from '../../shared/format/format'
import { formats } from '../../shared/format/formats'
import { type ReadDocx, readWithPython } from '../e2e/support/word-readers'
import { arbitraryReport } from './arbitrary-report'
import { exportDocx } from './docx'

const folder = mkdtempSync(join(tmpdir(), 'nianbao-docx-'))
afterAll(() => rmSync(folder, { recursive: true }))

/** What python-docx reads, which knows nothing of this app. */
function readDocx(...files: Uint8Array[]): ReadDocx[] {
  const paths = files.map((bytes, index) => {
    const path = join(folder, `${index}.docx`)
    writeFileSync(path, bytes)
    return path
  })
  return readWithPython(paths)
}

function part(docx: Uint8Array, path: string): string {
  const bytes = unzipSync(docx)[path]
  if (!bytes) throw new Error(`no ${path}`)
  return strFromU8(bytes)
}

/** A draft whose leaf cells all hold a different figure that is not zero; the totals are left to be computed. */
function draftOfDifferentFigures(format: Format): Draft {
  const entries: Record<CellKind, (n: number) => Entry> = {
    count: (n) => n,
    change: (n) => -n,
    amount: (n) => `${n}.5`,
    money: (n) => `${n}.90万元`,
  }
  const leaves = cellsOf(format).filter(
    ({ row, column, table }) => table.id === 't2' || ![row.id, column.id].includes('total'),
  )
  const figures = Object.fromEntries(
    leaves.map(({ cell, holds }, index) => [cell, entries[holds](10_000 + 37 * index)]),
  )
  const publisher = { name: '某区人民政府办公室', title: '某区人民政府', kind: 'government' as const }
  return { ...newDraft({ format, year: 2025, scope: 'organ', publisher }), figures }
}

/** Where python-docx must find each figure: table, row and column of the grid. */
function figurePlaces(document: Document): Map<string, [number, number, number]> {
  const tables = document.blocks.flatMap((block) => (block.kind === 'table' ? [block.table] : []))
  return new Map(
    tables.flatMap((table, tableIndex) =>
      gridPlaces(table).flatMap((places, row) =>
        places.flatMap(({ cell, column }): [string, [number, number, number]][] =>
          cell.cell === undefined ? [] : [[cell.cell, [tableIndex, row, column]]],
        ),
      ),
    ),
  )
}

function labelsOf({ tables }: Format): Set<string> {
  const cells = tables.flatMap(({ grid }) => grid.rows.flat())
  return new Set(cells.flatMap((cell) => (cell.kind === 'label' ? [cell.text] : [])))
}

describe.each(formats)(
  'a Word report in the format of $id, read by python-docx',
  { timeout: 60_000 },
  (format) => {
    it('has every figure at its official row and column', async () => {
      const draft = draftOfDifferentFigures(format)
      const document = compose(draft, format)
      const [read] = readDocx(await exportDocx(document, gb9704))
      const values = computeFigures(format, draft.figures)
      const places = figurePlaces(document)
      const labels = labelsOf(format)
      const seen = new Set<string>()
      for (const { cell, row, column } of cellsOf(format)) {
        const value = values.get(cell)
        const [table, rowIndex, columnIndex] = places.get(cell) ?? [-1, -1, -1]
        const grid = read?.tables[table] ?? []
        const found = grid[rowIndex]?.[columnIndex]
        expect(value && 'text' in value && value.text, cell).toBe(found)
        const above = grid.slice(0, rowIndex).map((texts) => texts[columnIndex] ?? '')
        expect([...(grid[rowIndex]?.slice(0, columnIndex) ?? []), ...above], cell).toContain(row.label)
        expect(above.filter((text) => labels.has(text)).at(-1), cell).toContain(column.label)
        seen.add(String(found))
      }
      expect(seen.size).toBe(cellsOf(format).length)
    })

    it('has title, headings of the chapters and core properties', async () => {
      const [read] = readDocx(await exportDocx(compose(draftOfDifferentFigures(format), format), gb9704))
      expect(read?.title).toBe('某区人民政府2025年政府信息公开工作年度报告')
      expect(read?.author).toBe('某区人民政府办公室')
      expect(read?.language).toBe('zh-CN')
      expect(read?.paragraphs[0]).toEqual({
        style: 'Title',
        text: '某区人民政府\n2025年政府信息公开工作年度报告',
      })
      const headings = read?.paragraphs.filter(({ style }) => style === 'Heading 1').map(({ text }) => text)
      expect(headings).toEqual(format.chapters.map(({ number, title }) => `${number}、${title}`))
    })

    it('opens whatever the draft holds, and shows all its text', async () => {
      const drafts = fc.sample(arbitraryReport(format), { numRuns: 4, seed: 20_260_120 })
      const documents = drafts.map((draft) => compose(draft, format))
      const files = await Promise.all(documents.map((document) => exportDocx(document, gb9704)))
      readDocx(...files).forEach((read, index) => {
        const shown = read.paragraphs.map(({ text }) => text)
        for (const block of documents[index]?.blocks ?? [])
          if (block.kind === 'paragraph') expect(shown).toContain(block.runs.map(({ text }) => text).join(''))
        for (const table of read.tables) expect(new Set(table.map((row) => row.length)).size).toBe(1)
      })
    })
  },
)

describe('the Word file itself', () => {
  const [format] = formats
  if (!format) throw new Error('no format')
  const document = compose(draftOfDifferentFigures(format), format)

  it('is the same to the byte in another time zone, however many were written before', async () => {
    const documents = fc
      .sample(arbitraryReport(format), { numRuns: 4, seed: 1 })
      .map((draft) => compose(draft, format))
    const write = () => Promise.all(documents.map((written) => exportDocx(written, gb9704)))
    const before = await write()
    vi.stubEnv('TZ', 'Pacific/Kiritimati')
    const after = await write()
    vi.unstubAllEnvs()
    expect(documents.some(({ blocks }) => blocks.some(({ kind }) => kind === 'image'))).toBe(true)
    expect(
      after.map((bytes, index) => Buffer.from(bytes).equals(before[index] ?? bytes.subarray(1))),
    ).toEqual(documents.map(() => true))
  })

  it('has the page, grid and footers of GB/T 9704', async () => {
    const xml = part(await exportDocx(document, gb9704), 'word/document.xml')
    expect(xml).toContain('<w:pgSz w:w="11906" w:h="16838" w:orient="portrait"/>')
    expect(xml).toContain(
      'w:top="2098" w:right="1474" w:bottom="1984" w:left="1588" w:header="851" w:footer="1406"',
    )
    expect(xml).toContain('<w:docGrid w:type="linesAndChars" w:linePitch="579" w:charSpace="-849"/>')
    expect(xml).toMatch(/<w:footerReference w:type="default".*<w:footerReference w:type="even"/u)
  })

  it('sets tables as wide as the type area: grid, table and every row of cells agree', async () => {
    const xml = part(await exportDocx(document, gb9704), 'word/document.xml')
    const tables = xml.match(/<w:tbl>.*?<\/w:tbl>/gsu) ?? []
    expect(tables).toHaveLength(3)
    for (const table of tables) {
      const widths = (pattern: RegExp, from: string) =>
        [...from.matchAll(pattern)].map(([, width]) => Number(width))
      const total = (numbers: number[]) => numbers.reduce((sum, number) => sum + number, 0)
      expect(total(widths(/<w:gridCol w:w="(\d+)"/gu, table))).toBe(8844)
      expect(widths(/<w:tblW w:type="dxa" w:w="(\d+)"/gu, table)).toEqual([8844])
      for (const row of table.match(/<w:tr>.*?<\/w:tr>/gsu) ?? [])
        expect(total(widths(/<w:tcW w:type="dxa" w:w="(\d+)"/gu, row))).toBe(8844)
    }
  })

  it('keeps text off the table above and below it', async () => {
    const text: DocumentBlock = { kind: 'paragraph', runs: [{ text: '一' }] }
    const table = document.blocks.filter(({ kind }) => kind === 'table').slice(0, 1)
    const blocks = [text, text, ...table, text, text]
    const xml = part(await exportDocx({ title: '', author: '', blocks }, gb9704), 'word/document.xml')
    const paragraphs = xml.replace(/<w:tbl>.*<\/w:tbl>/su, '').match(/<w:p>.*?<\/w:p>/gsu) ?? []
    expect(paragraphs.map((paragraph) => /<w:spacing[^>]*>/u.exec(paragraph)?.[0])).toEqual([
      undefined,
      '<w:spacing w:after="120"/>',
      '<w:spacing w:before="120"/>',
      undefined,
    ])
  })

  it.each([
    // The date begins two characters right of the name's first: 2 + 15 characters less 2 less the date's own 6.5 are 8.5.
    ['双鸭山市四方台区人民政府办公室', '2026年1月20日', [632, 2685]],
    ['某局', '2026年1月20日', [2685, 632]],
  ])('signs %s, %s in from the right as the standard asks', async (name, date, indents) => {
    const signed: Document = { title: '', author: '', blocks: [{ kind: 'signature', name, date }] }
    const xml = part(await exportDocx(signed, gb9704), 'word/document.xml')
    expect([...xml.matchAll(/<w:ind w:right="(\d+)"/gu)].map(([, indent]) => Number(indent))).toEqual(indents)
  })

  it('names its fonts itself and takes none from a theme', async () => {
    const docx = await exportDocx(document, gb9704)
    const styles = part(docx, 'word/styles.xml')
    for (const font of ['方正小标宋简体', '黑体', '楷体_GB2312', '仿宋_GB2312'])
      expect(styles).toContain(`w:eastAsia="${font}"`)
    expect(styles + part(docx, 'word/document.xml')).not.toMatch(/w:(?:asciiTheme|eastAsiaTheme|hAnsiTheme)/u)
    expect(part(docx, 'word/fontTable.xml')).toContain(
      '<w:font w:name="仿宋_GB2312"><w:altName w:val="仿宋"/>',
    )
  })

  it('follows another style: 28 pt pitch, page number "-1-"', async () => {
    const style = styleWith(gb9704, { linePitch: 28, pageNumber: { before: '-', after: '-' } })
    const docx = await exportDocx(document, style)
    expect(part(docx, 'word/document.xml')).toContain('w:linePitch="560"')
    expect(part(docx, 'word/styles.xml')).toContain('w:line="560" w:lineRule="exact"')
    expect(part(docx, 'word/footer1.xml')).toMatch(/>-<\/w:t>.*PAGE.*>-<\/w:t>/su)
  })

  it('fills the grid’s lines without hanging on it: the characters move together by themselves', async () => {
    const styles = part(await exportDocx(document, gb9704), 'word/styles.xml')
    const [normal = ''] = styles.match(/<w:style [^>]*w:styleId="Normal".*?<\/w:style>/su) ?? []
    expect(normal).toContain('<w:snapToGrid w:val="0"/><w:spacing w:before="0" w:after="0" w:line="579"')
    expect(normal).toContain('<w:snapToGrid w:val="0"/><w:spacing w:val="-6"/><w:sz w:val="32"/>')
  })

  it('breaks the label beside several rows after its mark', async () => {
    const xml = part(await exportDocx(document, gb9704), 'word/document.xml')
    for (const label of ['（三）不予公开', '（四）无法提供', '（五）不予处理', '（六）其他处理']) {
      const cell = xml.match(/<w:tc>.*?<\/w:tc>/gsu)?.find((cell) => cell.includes(`>${label}</w:t>`)) ?? ''
      const isLabelOfRows = cell.includes('w:vMerge')
      expect([label, /<w:ind w:firstLine="\d+"/u.test(cell)]).toEqual([label, isLabelOfRows])
    }
  })

  it('sets Table 3 on one landscape page by choice, the page number where it is on the others', async () => {
    const docx = await exportDocx(document, styleWith(gb9704, { table: { landscape: { tables: ['t3'] } } }))
    const xml = part(docx, 'word/document.xml')
    const turned = xml.indexOf('w:orient="landscape"')
    expect(xml.match(/w:orient="[a-z]+"/gu)).toEqual([
      'w:orient="portrait"',
      'w:orient="landscape"',
      'w:orient="portrait"',
    ])
    const [, second, third] = xml.split('<w:sectPr')
    expect(second).toContain('三、收到和处理政府信息公开申请情况')
    expect(second).toMatch(/<w:tblW w:type="dxa" w:w="12756"/u)
    expect(third).toMatch(/<w:pgSz w:w="16838" w:h="11906" w:orient="landscape"\/>/u)
    // The upright margins (top 2098, right 1474, bottom 1984, left 1588) turned with the page.
    expect(third).toContain('w:top="1588" w:right="2098" w:bottom="1474" w:left="1984"')
    expect(xml.indexOf('四、政府信息公开行政复议')).toBeGreaterThan(turned)
    const footers = [1, 2, 3, 4, 5, 6].map((number) => part(docx, `word/footer${number}.xml`))
    expect(footers.map((footer) => footer.includes('<w:textDirection w:val="tbRl"/>'))).toEqual([
      false,
      false,
      true,
      true,
      false,
      false,
    ])
  })
})
