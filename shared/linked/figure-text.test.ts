import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { halfWidthFigures, numeralAt } from '../check/text/numbers'
import type { Draft, Entry, FigureExpression, FigureTerm, NumberStyle } from '../draft/draft'
import { newDraft } from '../draft/new-draft'
import { cellsOf } from '../format/cells'
import { proposeFormat } from '../format/formats'
import { arbitraryExpression, arbitraryStyle } from './figure-arbitrary'
import { figureText, placeholders } from './figure-text'
import { type TableValues, tableValues } from './table-values'

const format = proposeFormat(2025)
const plain: NumberStyle = { digits: 'plain' }

function tables(figures: Draft['figures'], last?: Draft['figures']): TableValues {
  const draft = newDraft({ format, year: 2025, scope: 'organ' })
  const previous = last && {
    ...{ year: 2024, format: '2021', scope: 'organ' as const, publisher: '' },
    ...{ numbering: 'dot' as const, prose: {}, figures: last },
  }
  return tableValues({ ...draft, figures, ...(previous && { previous }) }, format)
}

const cell = (address: string): FigureTerm => ({ kind: 'cell', cell: address })
const licensing = cell('t2.licensing.decisions')
const penalties = cell('t2.penalties.decisions')
const fees = cell('t2.fees.amount')
const lastYears = (address: string): FigureTerm => ({ kind: 'cell', cell: address, previous: true })

/** The text of 行政许可 in this style. */
function written(entry: Entry, style: NumberStyle, value: FigureExpression = licensing): string {
  const figures = { 't2.licensing.decisions': entry, 't2.penalties.decisions': 3, 't2.fees.amount': '12.50' }
  return figureText({ value, style }, tables(figures, { 't2.licensing.decisions': 8 })).text
}

describe('a count is written', () => {
  test.each<[NumberStyle, number, string]>([
    [{ digits: 'plain' }, 1020, '1020'],
    [{ digits: 'grouped' }, 1020, '1,020'],
    [{ digits: 'grouped' }, 999, '999'],
    [{ digits: 'grouped' }, 1234567, '1,234,567'],
    [{ digits: 'fullWidth' }, 1020, '１０２０'],
    [{ digits: 'chinese' }, 1020, '一千零二十'],
    [{ digits: 'chinese' }, 15, '十五'],
    [{ digits: 'chinese' }, 110015, '十一万零一十五'],
    [{ digits: 'chinese' }, 120_000_000, '一亿二千万'],
    [{ digits: 'chinese' }, 0, '零'],
    [{ digits: 'plain', unit: '万' }, 1020, '0.102万'],
    [{ digits: 'plain', unit: '万', decimals: 2 }, 12_345, '1.23万'],
    [{ digits: 'plain', unit: '万', decimals: 2 }, 12_350, '1.24万'],
    [{ digits: 'fullWidth', unit: '万', decimals: 1 }, 12_350, '１．２万'],
    [{ digits: 'chinese', unit: '万', decimals: 1 }, 12_050, '一点二万'],
    [{ digits: 'plain', zero: '无' }, 0, '无'],
    [{ digits: 'plain', zero: '未发生' }, 0, '未发生'],
    [{ digits: 'plain', zero: '无' }, 7, '7'],
    [{ digits: 'plain', unit: '%' }, 7, '7'],
  ])('as %o: %i is %s', (style, entry, text) => {
    expect(written(entry, style)).toBe(text)
  })
})

describe('what follows from the tables', () => {
  const share: FigureExpression = { kind: 'share', of: penalties, whole: licensing }
  const change: FigureExpression = {
    kind: 'difference',
    of: licensing,
    less: lastYears('t2.licensing.decisions'),
  }
  const growth: FigureExpression = { kind: 'share', of: change, whole: lastYears('t2.licensing.decisions') }
  test.each<[string, FigureExpression, NumberStyle, number, string]>([
    [
      'a sum',
      { kind: 'sum', of: [licensing, penalties].flatMap((one) => (one.kind === 'cell' ? one : [])) },
      plain,
      10,
      '13',
    ],
    ['a share', share, plain, 8, '37.5%'],
    [
      'a share rounded half up, where floating point says 0.5',
      share,
      { digits: 'plain', decimals: 0 },
      600,
      '1%',
    ],
    ['a share in words', share, { digits: 'chinese', unit: '百分之' }, 8, '百分之三十七点五'],
    [
      'a share of more than a thousand percent',
      { kind: 'share', of: licensing, whole: penalties },
      { digits: 'grouped' },
      400,
      '13,333.3%',
    ],
    ['a change', change, plain, 10, '2'],
    ['a change below 0', change, plain, 3, '-5'],
    ['a change with its word', change, { digits: 'plain', direction: 'increase' }, 3, '减少5'],
    ['growth with its word', growth, { digits: 'plain', direction: 'growth' }, 3, '下降62.5%'],
    ['growth with its word, upwards', growth, { digits: 'plain', direction: 'growth' }, 9, '增长12.5%'],
    ['no growth', growth, { digits: 'plain', direction: 'growth', zero: '持平' }, 8, '持平'],
    ['an amount, as it stands in the table', fees, plain, 1, '12.50万元'],
    ['an amount with fewer decimals than it has', fees, { digits: 'plain', decimals: 0 }, 1, '12.5万元'],
    ['an amount in 元', fees, { digits: 'grouped', unit: '元' }, 1, '125,000元'],
    ['an amount in 亿元', fees, { digits: 'plain', unit: '亿元', decimals: 4 }, 1, '0.0013亿元'],
  ])('%s', (_, value, style, entry, text) => {
    expect(written(entry, style, value)).toBe(text)
  })

  test('is exact where floating point is not', () => {
    const half: FigureExpression = {
      kind: 'share',
      of: cell('t2.licensing.decisions'),
      whole: cell('t2.penalties.decisions'),
    }
    const values = tables({ 't2.licensing.decisions': 1005, 't2.penalties.decisions': 100_000 })
    expect((1005 / 100_000) * 100).toBe(1.005)
    expect(Number(1.005).toFixed(2)).toBe('1.00')
    expect(figureText({ value: half, style: { digits: 'plain', decimals: 2 } }, values).text).toBe('1.01%')
  })
})

describe('what has no number is seen', () => {
  const values = tables({ 't2.licensing.decisions': '约5', 't2.penalties.decisions': 0 })
  test.each<[string, FigureExpression, string]>([
    ['nothing in the cell', cell('t2.coercion.decisions'), '〔未填〕'],
    ['what no cell accepts', licensing, '〔未填〕'],
    [
      'a sum of it',
      {
        kind: 'sum',
        of: [
          { kind: 'cell', cell: 't2.licensing.decisions' },
          { kind: 'cell', cell: 't2.penalties.decisions' },
        ],
      },
      '〔未填〕',
    ],
    ['a cell no table has', cell('t9.no.such'), '〔无此格〕'],
    ['a share of 0', { kind: 'share', of: penalties, whole: penalties }, '〔无法计算〕'],
    ['last year without its report', lastYears('t2.penalties.decisions'), '〔缺上年数〕'],
  ])('%s', (_, value, text) => {
    expect(figureText({ value, style: plain }, values).text).toBe(text)
  })

  test('a sum counts blank parts 0, as the totals of the tables do', () => {
    const value: FigureExpression = {
      kind: 'sum',
      of: [
        { kind: 'cell', cell: 't2.coercion.decisions' },
        { kind: 'cell', cell: 't2.penalties.decisions' },
      ],
    }
    expect(figureText({ value, style: plain }, values).text).toBe('0')
  })

  test('last year’s report of another scope, or of an earlier year, is none', () => {
    const draft = newDraft({ format, year: 2025, scope: 'organ' })
    const last = { year: 2024, format: '2021', publisher: '', numbering: 'dot' as const, prose: {} }
    const figures = { 't2.licensing.decisions': 8 }
    const texts = ([2023, 2024] as const).flatMap((year) =>
      (['organ', 'aggregate'] as const).map((scope) => {
        const previous = { ...last, year, scope, figures }
        const values = tableValues({ ...draft, previous }, format)
        return figureText({ value: lastYears('t2.licensing.decisions'), style: plain }, values).text
      }),
    )
    expect(texts).toEqual(['〔缺上年数〕', '〔缺上年数〕', '8', '〔缺上年数〕'])
  })
})

describe('whatever the tables hold', () => {
  const cells = ['t2.licensing.decisions', 't2.penalties.decisions', 't2.fees.amount', 't3.received.total']
  const entries = fc.record(
    {
      't2.licensing.decisions': fc.integer({ min: 0, max: 999_999_999_999 }),
      't2.penalties.decisions': fc.integer({ min: 0, max: 300 }),
      't2.fees.amount': fc.integer({ min: 0, max: 99_999_999 }).map((cents) => (cents / 100).toFixed(2)),
    },
    { requiredKeys: [] },
  )

  test('a written count reads back as the count', () => {
    const exactly = arbitraryStyle.map(({ decimals: _, zero: __, direction: ___, ...style }) => style)
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 999_999_999_999 }), exactly, (count, style) => {
        const values = tables({ 't2.licensing.decisions': count })
        const { text } = figureText({ value: licensing, style }, values)
        const read = numeralAt(halfWidthFigures(`${text}件`), 0)
        // The reader of the recogniser multiplies in floating point.
        expect([text, Math.round(read?.value ?? Number.NaN)]).toEqual([text, count])
      }),
      { numRuns: 1000 },
    )
  })

  test('a written share reads back as the share, to the last written place', () => {
    const styles = fc.record({
      digits: fc.constantFrom<NumberStyle['digits']>('plain', 'fullWidth', 'chinese', 'grouped'),
      unit: fc.constantFrom<NonNullable<NumberStyle['unit']>>('%', '百分之'),
      decimals: fc.integer({ min: 0, max: 4 }),
    })
    const value: FigureExpression = { kind: 'share', of: licensing, whole: penalties }
    fc.assert(
      fc.property(fc.nat(100_000), fc.integer({ min: 1, max: 999 }), styles, (of, whole, style) => {
        const values = tables({ 't2.licensing.decisions': of, 't2.penalties.decisions': whole })
        const text = halfWidthFigures(figureText({ value, style }, values).text)
        const said =
          style.digits === 'chinese' && style.unit === '%' ? text.replace(/^(.*)%$/, '百分之$1') : text
        const read = numeralAt(said, 0)
        const off = Math.abs((read?.value ?? Number.NaN) - (of / whole) * 100)
        expect([text, off <= 0.5 * 10 ** -style.decimals + 1e-9]).toEqual([text, true])
      }),
      { numRuns: 1000 },
    )
  })

  test('every expression in every style is a number or a placeholder, never nothing', () => {
    fc.assert(
      fc.property(arbitraryExpression(cells), arbitraryStyle, entries, entries, (value, style, now, last) => {
        const { text, trouble } = figureText({ value, style }, tables(now, last))
        if (trouble) expect(text).toBe(placeholders[trouble.kind])
        else expect(text).toMatch(/^[^〔]+$/)
        expect(text).not.toMatch(/NaN|Infinity|undefined|e[+-]/)
      }),
      { numRuns: 1000 },
    )
  })

  test('every cell of a filled table has its text', () => {
    const figures = Object.fromEntries(
      cellsOf(format).map(({ cell: address, holds }) => [address, holds === 'amount' ? '3.20' : 3]),
    )
    for (const { cell: address, holds } of cellsOf(format)) {
      const { text } = figureText({ value: cell(address), style: plain }, tables(figures))
      expect([address, text]).toEqual([address, holds === 'amount' ? '3.20万元' : '3'])
    }
  })
})
