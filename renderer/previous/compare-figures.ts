import {
  type EarlierValues,
  type Expectation,
  earlierValues,
  expectationsOf,
} from '../../shared/carry-over/expectations'
import { isContinued } from '../../shared/carry-over/previous-report'
import { type ComparedFigure, compareFigure, textOf } from '../../shared/compare/compare-figures'
import type { Draft } from '../../shared/draft/draft'
import type { FigureValue } from '../../shared/draft/figures'
import { cellInfo } from '../../shared/format/cells'
import { formatOf, valuesOf } from '../desk/derived'

/** undefined: last year's report has no such cell. */
export function compareCell(draft: Draft, cell: string): (ComparedFigure & { year: number }) | undefined {
  const last = lastValues(draft)
  const compared = last && compareFigure(cell, last, formatOf(draft), valuesOf(draft))
  return compared && { ...compared, year: last.year }
}

export function lastValues({ previous }: Draft): EarlierValues | undefined {
  return previous && earlierValues(previous)
}

/** What the rules say of a cell from last year's figures, and the sum in words: 12 + 3 − 2. */
export function expectationFor(
  draft: Draft,
  cell: string,
): { expectation: Expectation; formula: string } | undefined {
  const last = lastValues(draft)
  if (!last || !draft.previous || !isContinued(draft, draft.previous)) return undefined
  const format = formatOf(draft)
  const values = valuesOf(draft)
  const expectation = expectationsOf(format, values, last).find((one) => one.cell === cell)
  if (!expectation) return undefined
  const along = expectation.rule.along
  const word =
    (of: EarlierValues['format'], from: Map<string, FigureValue>, prefix: string) => (one: string) => {
      const info = cellInfo(of, one)
      const name = along === 'columns' ? info?.row.name : info?.column.name
      return `${prefix}${name ?? one} ${textOf(from.get(one)) ?? '?'}`
    }
  const parts = [
    ...expectation.last.map(word(last.format, last.values, '上年')),
    ...expectation.plus.map(word(format, values, '加')),
    ...expectation.minus.map(word(format, values, '减')),
  ]
  return { expectation, formula: parts.join('，') }
}
