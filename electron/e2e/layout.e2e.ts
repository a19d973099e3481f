import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { exportByCli, samples } from './support/exported'
import { pageText, run, withoutSpace } from './support/exported-text'
import { convertInLibreOffice } from './support/libre-office'
import { inkOf } from './support/pdf-ink'

// What is measured on paper: on the PDF, and on the Word file as LibreOffice prints it.

let folder = ''

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'nianbao-layout-'))
})

afterAll(() => {
  rmSync(folder, { recursive: true, force: true })
})

const file = (name: string, ending: string) => join(folder, `${name}.${ending}`)
const millimetre = 72 / 25.4
const pitch = 28.95 / millimetre
/** Of the page number's size: one character in from the type area. */
const inwards = 14 / millimetre

/** The report's PDF, and its Word file as LibreOffice prints it. */
async function bothPrinted(name: string): Promise<{ PDF: string; Word: string }> {
  const [word = ''] = await convertInLibreOffice([file(name, 'docx')], 'pdf', join(folder, 'word'))
  return { PDF: file(name, 'pdf'), Word: word }
}

describe('a full page of text is laid out by GB/T 9704', () => {
  const paragraph = '一二三四五六七八九十'.repeat(120)
  let printed = { PDF: '', Word: '' }

  beforeAll(async () => {
    const draft = samples[0]?.draft
    if (!draft) throw new Error('no sample')
    const runs = [{ kind: 'text', text: paragraph }]
    const prose = { '1': [{ kind: 'paragraph', text: runs }] }
    const path = join(folder, 'full.nianbao')
    writeFileSync(path, JSON.stringify({ ...draft, prose, waivers: [] }))
    expect(exportByCli([path], 'docx,pdf', folder)).toMatchObject({ status: 0, stderr: '' })
    printed = await bothPrinted('full')
  })

  describe.each(['PDF', 'Word'] as const)('%s', (kind) => {
    it('22 lines of 28 characters', () => {
      const lines = pageText(printed[kind], 2)
      expect(lines).toHaveLength(22)
      for (const line of lines) expect([...line]).toHaveLength(28)
    })

    it.each([
      ['the left margin is 28 mm', 'left', 28],
      ['the right margin is 26 mm', 'right', 210 - 26],
      ['the last line stands 21 pitches below the first', 'distance', 21 * pitch],
    ] as const)('%s, within a millimetre', (_what, side, expected) => {
      const { left, right } = inkOf(printed[kind], 2, { left: 0, right: 210, top: 30, bottom: 264 })
      const measured = { left, right, distance: middleOfLine(22) - middleOfLine(1) }
      expect(Math.abs(measured[side] - expected), `${measured[side]} mm`).toBeLessThanOrEqual(1)
    })

    it('the first line stands in the first pitch below 37 mm, with nothing above', () => {
      const { top, bottom } = inkOf(printed[kind], 2, { left: 0, right: 210, top: 0, bottom: 37 + pitch })
      expect(top).toBeGreaterThan(37)
      expect(bottom).toBeLessThan(37 + pitch)
    })

    function middleOfLine(number: number): number {
      const top = 37 + pitch * (number - 1)
      const ink = inkOf(printed[kind], 2, { left: 0, right: 210, top, bottom: top + pitch })
      return (ink.top + ink.bottom) / 2
    }

    it.each([
      ['odd: on the right', 3],
      ['even: on the left', 2],
    ])('page number, %s, one character in, its dash 7 mm below the type area', (_what, page) => {
      const number = inkOf(printed[kind], page, { left: 0, right: 210, top: 264, bottom: 297 })
      const edge = page % 2 === 0 ? number.left - 28 : 210 - 26 - number.right
      expect(Math.abs(edge - inwards), `${edge} mm in`).toBeLessThanOrEqual(1)
      const dash = (number.top + number.bottom) / 2
      expect(Math.abs(dash - (297 - 35 + 7)), `${dash} mm down`).toBeLessThanOrEqual(1)
    })
  })
})

describe.each(['qinghe-2025', 'yunxi-2020'])('Table 3 of %s on its side', (name) => {
  const out = () => join(folder, 'turned')
  let printed = { PDF: '', Word: '' }

  beforeAll(async () => {
    const style = join(folder, 'turned.json')
    writeFileSync(style, JSON.stringify({ table: { landscape: { tables: ['t3'] } } }))
    const sample = samples.find((one) => one.name === name)
    const exported = exportByCli([sample?.path ?? ''], 'docx,pdf', out(), {}, ['--style', style])
    expect(exported).toMatchObject({ status: 0, stderr: '' })
    const [word = ''] = await convertInLibreOffice([join(out(), `${name}.docx`)], 'pdf', join(out(), 'word'))
    printed = { PDF: join(out(), `${name}.pdf`), Word: word }
  })

  describe.each(['PDF', 'Word'] as const)('%s', (kind) => {
    /** The number of the only page that is wider than high. */
    function turnedPage(): number {
      const sizes = run('pdfinfo', '-f', '1', '-l', '999', printed[kind]).matchAll(
        /^Page +(\d+) size: +([\d.]+) x ([\d.]+)/gmu,
      )
      const wide = [...sizes].filter(([, , width, height]) => Number(width) > Number(height))
      expect(wide).toHaveLength(1)
      return Number(wide[0]?.[1])
    }

    it('has one landscape page, and the whole table on it', () => {
      const page = String(turnedPage())
      const shown = withoutSpace(run('pdftotext', '-raw', '-f', page, '-l', page, printed[kind], '-'))
      const tables = samples.find((one) => one.name === name)?.document.blocks ?? []
      const table = tables.flatMap((block) =>
        block.kind === 'table' && block.table.id === 't3' ? [block.table] : [],
      )
      const rows = table.flatMap(({ rows }) => rows.slice(3))
      const figures = rows.map((row) =>
        row.flatMap((cell) => (cell.role === 'figure' ? cell.runs.map(({ text }) => text) : [])).join(''),
      )
      expect(figures.length).toBeGreaterThanOrEqual(23)
      for (const row of figures) expect(shown).toContain(row)
    })

    it('has its number where the other pages have it', () => {
      const page = turnedPage()
      // The upright page's lower edge is this page's left one, and its left edge this page's upper one.
      const number = inkOf(printed[kind], page, { left: 0, right: 33.5, top: 0, bottom: 210 })
      const dash = (number.left + number.right) / 2
      expect(Math.abs(dash - (35 - 7)), `${dash} mm from the left`).toBeLessThanOrEqual(1)
      const edge = page % 2 === 0 ? number.top - 28 : 210 - 26 - number.bottom
      expect(Math.abs(edge - inwards), `${edge} mm in`).toBeLessThanOrEqual(1)
    })
  })
})
