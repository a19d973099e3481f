import type { CellTerm, DifferenceTerm, FigureExpression, FigureTerm } from '../draft/draft'
import type { FigureValue } from '../draft/figures'
import type { CellInfo } from '../format/cells'
import { decimalsOf, divided, type Exact, exactOf, minus, plus, shifted, zero } from './exact'
import type { TableValues } from './table-values'

/** Why a linked figure has no number to show. */
export type Trouble =
  /** Nothing stands in the cell, or something no cell accepts. */
  | { kind: 'blank'; cell: string; previous?: true }
  /** The report has no such cell, or last year's none that counts the same. */
  | { kind: 'unknownCell'; cell: string; previous?: true }
  | { kind: 'noLastYear' }
  /** A share of 0. */
  | { kind: 'zeroWhole' }

/** What a linked figure counts: amounts are in 万元, shares in percent. */
export interface Counted {
  of: 'count' | 'amount' | 'share'
  number: Exact
  /** Places the tables write it with; undefined for shares. */
  decimals: number | undefined
}

export type Evaluated = { ok: true; value: Counted } | { ok: false; trouble: Trouble }

/** The exact value of an expression over the tables. */
export function evaluateFigure(expression: FigureExpression, values: TableValues): Evaluated {
  if (expression.kind !== 'share') return evaluateAmount(expression, values)
  const of = evaluateAmount(expression.of, values)
  if (!of.ok) return of
  const whole = evaluateAmount(expression.whole, values)
  if (!whole.ok) return whole
  const ratio = divided(of.value.number, whole.value.number)
  if (!ratio) return { ok: false, trouble: { kind: 'zeroWhole' } }
  return { ok: true, value: { of: 'share', number: shifted(ratio, 2), decimals: undefined } }
}

function evaluateAmount(expression: FigureTerm | DifferenceTerm, values: TableValues): Evaluated {
  if (expression.kind === 'cell') return evaluateCell(expression, values)
  if (expression.kind === 'sum') return evaluateSum(expression.of, values)
  const of = evaluateAmount(expression.of, values)
  if (!of.ok) return of
  const less = evaluateAmount(expression.less, values)
  return less.ok ? joined(of.value, less.value, minus) : less
}

/** As the totals of the tables: blank parts count 0, unless all are; a part that cannot be read leaves no sum. */
function evaluateSum(of: CellTerm[], values: TableValues): Evaluated {
  const parts = of.map((term) => evaluateCell(term, values))
  const broken = parts.find(
    (part, index) => !part.ok && (part.trouble.kind !== 'blank' || isRefused(of[index], values)),
  )
  if (broken) return broken
  const known = parts.filter((part) => part.ok)
  const [first, ...more] = known
  if (!first) return parts[0] ?? { ok: false, trouble: { kind: 'zeroWhole' } }
  return more.reduce<Evaluated>((sum, part) => (sum.ok ? joined(sum.value, part.value, plus) : sum), first)
}

function joined(one: Counted, other: Counted, how: (one: Exact, other: Exact) => Exact): Evaluated {
  const of = one.of === 'amount' || other.of === 'amount' ? 'amount' : 'count'
  const decimals = Math.max(one.decimals ?? 0, other.decimals ?? 0)
  return { ok: true, value: { of, number: how(one.number, other.number), decimals } }
}

function evaluateCell({ cell, previous }: CellTerm, values: TableValues): Evaluated {
  if (previous && !values.lastValue) return { ok: false, trouble: { kind: 'noLastYear' } }
  const at = { cell, ...(previous && { previous }) }
  const value = previous ? values.lastValue?.(cell) : values.value(cell)
  const info = values.info(cell)
  if (!info || !value) return { ok: false, trouble: { kind: 'unknownCell', ...at } }
  const number = value.kind === 'blank' || value.kind === 'refused' ? undefined : numberOf(value, info)
  if (!number) return { ok: false, trouble: { kind: 'blank', ...at } }
  const of = info.holds === 'amount' || info.holds === 'money' ? 'amount' : 'count'
  return { ok: true, value: { of, ...number } }
}

function isRefused(term: CellTerm | undefined, values: TableValues): boolean {
  const value = term && (term.previous ? values.lastValue?.(term.cell) : values.value(term.cell))
  return value?.kind === 'refused' || (value?.kind === 'blank' && value.refusedPart === true)
}

type Written = Pick<Counted, 'number' | 'decimals'>

/** The digits as they stand in the cell; money in 元 as 万元, like the rest of the table. */
function numberOf(value: FigureValue & { text: string }, { holds }: CellInfo): Written | undefined {
  const [, digits = '', unit = ''] = /^([+-]?[\d,]+(?:\.\d+)?)(万元|元)?$/.exec(value.text) ?? []
  const number = exactOf(digits.replaceAll(',', ''))
  if (!number) return computed(value)
  const decimals = digits.split('.')[1]?.length ?? 0
  if (holds !== 'money' || unit !== '元') return { number, decimals }
  const inWan = shifted(number, -4)
  return { number: inWan, decimals: decimalsOf(inWan, decimals + 4) ?? decimals + 4 }
}

/** A computed sum of amounts may come as 1e-7; figures have up to eight decimals. */
function computed(value: FigureValue): Written | undefined {
  if (!('number' in value) || value.number === undefined) return undefined
  const number = exactOf(value.number.toFixed(8)) ?? zero
  return { number, decimals: decimalsOf(number, 8) ?? 8 }
}
