import { type Expectation, expectationsOf, numberOf } from '../../carry-over/expectations'
import type { FigureValue } from '../../draft/figures'
import { cellInfo } from '../../format/cells'
import type { Format } from '../../format/format'
import type { Finding } from '../finding'
import { type DigitSlip, digitSlip } from '../locate/slips'
import { suspected } from '../messages'
import type { EarlierReport } from './earlier-reports'
import { messages } from './messages'

const RULE = 'T2-2'
const TABLE = 't2'

/**
 * Rule T2-2: of a chain of years that does not close (T2-1, T2-8), the figures of this year that close it once a
 * digit is restored, dropped or swapped, or the figure moved by a factor of ten.
 */
export function checkSlips(
  format: Format,
  values: Map<string, FigureValue>,
  last: EarlierReport | undefined,
): Finding[] {
  if (!last) return []
  return expectationsOf(format, values, last)
    .filter(({ rule }) => rule.table === TABLE)
    .flatMap((expectation) => slipsOf(format, values, expectation, last))
}

function slipsOf(
  format: Format,
  values: Map<string, FigureValue>,
  { cell, plus, minus, expected }: Expectation,
  last: EarlierReport,
): Finding[] {
  const stands = numberOf(values, cell)
  if (stands === undefined || expected === undefined || stands === expected) return []
  const missing = stands - expected
  const changes = [
    { cell, by: -missing },
    ...plus.map((one) => ({ cell: one, by: missing })),
    ...minus.map((one) => ({ cell: one, by: -missing })),
  ]
  return changes.flatMap((change): Finding[] => {
    const info = cellInfo(format, change.cell)
    const from = numberOf(values, change.cell)
    if (!info || from === undefined) return []
    const right = from + change.by
    const slip = digitSlip(from, right)
    if (right < 0 || slip === undefined || !isTelling(slip, from, right)) return []
    const [found, to] = [String(from), String(right)]
    return [
      {
        rule: RULE,
        severity: 'info',
        chapter: info.chapter,
        cells: [change.cell],
        message: messages.slip(info.name, found, to, last.year, suspected[slip]),
        found,
        expected: to,
        fixes: [{ certain: false, cells: [{ cell: change.cell, from: found, to }] }],
      },
    ]
  })
}

/** A figure of one digit is one digit away from most others, and any figure one wrong digit from many. */
function isTelling(slip: DigitSlip, from: number, right: number): boolean {
  return slip === 'factorTen' || (slip !== 'wrongDigit' && Math.min(from, right) >= 10)
}
