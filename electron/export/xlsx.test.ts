import { strFromU8, unzipSync } from 'fflate'
import { describe, expect, it, vi } from 'vitest'
import { compose } from '../../shared/compose/compose'
import { gb9704 } from '../../shared/compose/style'
import { newDraft } from '../../shared/draft/new-draft'
import { proposeFormat } from '../../shared/format/formats'
import { exportXlsx } from './xlsx'
import { addressesOf, sheetName, sumFormula } from './xlsx/sheet-addresses'

const format = proposeFormat(2025)
const publisher = { name: '某区', kind: 'government' as const }
const draft = {
  ...newDraft({ format, year: 2025, scope: 'organ', publisher }),
  figures: {
    't2.fees.amount': '12.50',
    't3.granted.individual': 57,
    't3.granted.business': 3,
    't3.partial.individual': 1,
    't3.partial.total': 9,
    't4.review.upheld': '三件',
  },
}

async function sheets(figures: Record<string, number | string>): Promise<string[]> {
  const files = unzipSync(await exportXlsx(compose({ ...draft, figures }, format), gb9704))
  return [1, 2, 3].map((index) => strFromU8(files[`xl/worksheets/sheet${index}.xml`] ?? new Uint8Array()))
}

function cellXml(sheet: string | undefined, address: string): string {
  return new RegExp(`<c r="${address}"[^>]*?(?:/>|>.*?</c>)`, 'u').exec(sheet ?? '')?.[0] ?? 'no such cell'
}

describe('the workbook', () => {
  it('has a sheet per table with the official merges', async () => {
    const files = unzipSync(await exportXlsx(compose(draft, format), gb9704))
    const workbook = strFromU8(files['xl/workbook.xml'] ?? new Uint8Array())
    expect([...workbook.matchAll(/name="([^"]+)"/g)].map(([, name]) => name)).toEqual(
      format.tables.map(({ caption }) => caption),
    )
    const [, third = ''] = await sheets(draft.figures)
    for (const merge of ['A1:C3', 'D1:J1', 'E2:I2', 'A6:A27', 'B8:B15', 'A4:C4'])
      expect(third).toContain(`<mergeCell ref="${merge}"/>`)
  })

  it.each([
    ['an entered figure is a number', 1, 'D6', '<v>57</v></c>'],
    ['an amount keeps its decimals', 0, 'B14', '<v>12.5</v></c>'],
    ['a computed total of a row is a live sum with its result', 1, 'J6', '<f>SUM(D6:I6)</f><v>60</v></c>'],
    ['a computed total of a column too', 1, 'D27', '<f>SUM(D6:D26)</f><v>58</v></c>'],
    ['a typed total that disagrees stands as it is', 1, 'J7', '<v>9</v></c>'],
    ['a blank cell is blank', 1, 'E7', '/>'],
    ['text no cell accepts is text', 2, 'A4', 't="s"><v>'],
  ])('%s', async (_what, sheet, address, expected) => {
    const xml = cellXml((await sheets(draft.figures))[sheet], address)
    expect(xml).toContain(expected)
    if (!expected.includes('<f>')) expect(xml).not.toContain('<f>')
  })

  it('gives a typed total that agrees as a sum as well', async () => {
    const [, third] = await sheets({ 't3.granted.individual': 57, 't3.granted.total': 57 })
    expect(cellXml(third, 'J6')).toContain('<f>SUM(D6:I6)</f><v>57</v>')
  })

  it('is the same to the byte in another time zone', async () => {
    const document = compose(draft, format)
    const before = await exportXlsx(document, gb9704)
    vi.stubEnv('TZ', 'Pacific/Kiritimati')
    const after = await exportXlsx(document, gb9704)
    vi.unstubAllEnvs()
    expect(Buffer.from(after).equals(before)).toBe(true)
  })
})

describe('addresses', () => {
  const addresses = new Map([
    ['a', 'B2'],
    ['b', 'C2'],
    ['c', 'D2'],
    ['d', 'B3'],
    ['e', 'AA9'],
  ])

  it.each([
    [['a', 'b', 'c'], 'SUM(B2:D2)'],
    [['a', 'd'], 'SUM(B2:B3)'],
    [['a', 'b', 'd', 'e'], 'SUM(B2:C2,B3,AA9)'],
    [['c', 'a'], 'SUM(D2,B2)'],
  ])('%j are %s', (parts, formula) => {
    expect(sumFormula(parts, addresses)).toBe(formula)
  })

  it('count on after Z', () => {
    const cells = Array.from({ length: 28 }, (_, index) => ({
      role: 'figure' as const,
      runs: [],
      colSpan: 1,
      rowSpan: 1,
      cell: `c${index}`,
    }))
    const table = { caption: '', widths: cells.map(() => 1), headerRows: 0, rows: [cells] }
    expect(addressesOf(table).get('c27')).toBe('AB1')
  })

  it.each([
    ['表三：收到和处理[情况]/年', '表三：收到和处理情况年'],
    ['长'.repeat(40), '长'.repeat(31)],
    ['', '表3'],
  ])('a sheet of %s is called %s', (caption, name) => {
    expect(sheetName({ caption, widths: [], headerRows: 0, rows: [] }, 2)).toBe(name)
  })
})
