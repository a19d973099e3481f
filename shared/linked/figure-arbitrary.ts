import * as fc from 'fast-check'
import type {
  CellTerm,
  DifferenceTerm,
  FigureExpression,
  FigureRun,
  FigureTerm,
  NumberStyle,
} from '../draft/draft'

/** Property tests only. Every way to write a figure. */
export const arbitraryStyle: fc.Arbitrary<NumberStyle> = fc.record(
  {
    digits: fc.constantFrom('plain', 'grouped', 'fullWidth', 'chinese'),
    unit: fc.constantFrom('万', '亿', '元', '万元', '亿元', '%', '百分之'),
    decimals: fc.integer({ min: 0, max: 8 }),
    zero: fc.constantFrom('无', '零', '未发生', '持平'),
    direction: fc.constantFrom('increase', 'growth'),
  },
  { requiredKeys: ['digits'] },
)

/** Any expression over these cells. */
export function arbitraryExpression(cells: string[]): fc.Arbitrary<FigureExpression> {
  const cell = fc.record<CellTerm>(
    { kind: fc.constant('cell'), cell: fc.constantFrom(...cells), previous: fc.constant(true) },
    { requiredKeys: ['kind', 'cell'] },
  )
  const sum = fc.record({
    kind: fc.constant('sum' as const),
    of: fc.array(cell, { minLength: 1, maxLength: 4 }),
  })
  const term: fc.Arbitrary<FigureTerm> = fc.oneof(cell, sum)
  const difference: fc.Arbitrary<DifferenceTerm> = fc.record({
    kind: fc.constant('difference' as const),
    of: term,
    less: term,
  })
  const share = fc.record({
    kind: fc.constant('share' as const),
    of: fc.oneof(term, difference),
    whole: term,
  })
  return fc.oneof(cell, sum, difference, share)
}

/** Linked figures over these cells. */
export function arbitraryFigureRun(cells: string[]): fc.Arbitrary<FigureRun> {
  return fc.record<FigureRun>(
    {
      kind: fc.constant('figure'),
      value: arbitraryExpression(cells),
      style: arbitraryStyle,
      bold: fc.constant(true),
    },
    { requiredKeys: ['kind', 'value', 'style'] },
  )
}
