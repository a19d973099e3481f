import {
  type EarlierValues,
  type Expectation,
  earlierValues,
  expectationsOf,
} from '../../shared/carry-over/expectations'
import { originOf } from '../../shared/carry-over/migration'
import { isContinued } from '../../shared/carry-over/previous-report'
import type { Draft } from '../../shared/draft/draft'
import { addUp, type FigureValue } from '../../shared/draft/figures'
import { cellInfo } from '../../shared/format/cells'
import { formatOf, valuesOf } from '../desk/derived'

/** A cell this year and last year. */
export interface Compared {
  year: number
  /** Last year's, as printed; undefined: it was blank. */
  last: string | undefined
  now: string | undefined
  /** e.g. "+3（+25%）"; undefined: one of the two is no number. */
  change: string | undefined
  /** In what the two do not count quite the same. */
  note: string | undefined
}

/** undefined: last year's report has no such cell. */
export function compareCell(draft: Draft, cell: string): Compared | undefined {
  const last = lastValues(draft)
  const origin = last && originOf(cell, last.format, formatOf(draft))
  if (!last || !origin) return undefined
  const [before, now] = [last.values.get(origin.cell), valuesOf(draft).get(cell)]
  return {
    year: last.year,
    last: textOf(before),
    now: textOf(now),
    change: changeOf(before, now),
    note: origin.note,
  }
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

function textOf(value: FigureValue | undefined): string | undefined {
  return value && value.kind !== 'blank' ? value.text : undefined
}

function changeOf(before: FigureValue | undefined, now: FigureValue | undefined): string | undefined {
  if (!before || !now || !('number' in before) || !('number' in now)) return undefined
  if (before.number === undefined || now.number === undefined) return undefined
  const difference = addUp([now.number, -before.number])
  const words = difference > 0 ? `+${difference}` : String(difference)
  if (before.number === 0 || difference === 0) return words
  const share = Math.round((difference / Math.abs(before.number)) * 100)
  return `${words}（${share > 0 ? '+' : ''}${share}%）`
}
