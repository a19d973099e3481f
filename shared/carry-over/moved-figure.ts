import type { CellTerm, DifferenceTerm, FigureExpression, FigureTerm } from '../draft/draft'
import type { Format } from '../format/format'
import { fateOf } from './migration'

/**
 * What a linked figure of an earlier format counts, at the addresses of a later one. undefined: a cell of it is gone
 * or does not count quite the same.
 */
export function movedFigure(
  expression: FigureExpression,
  from: Format,
  to: Format,
): FigureExpression | undefined {
  if (from === to) return expression
  if (expression.kind !== 'share') return movedAmount(expression, from, to)
  const of = movedAmount(expression.of, from, to)
  const whole = movedTerm(expression.whole, from, to)
  return of && whole && { kind: 'share', of, whole }
}

function movedAmount(
  expression: FigureTerm | DifferenceTerm,
  from: Format,
  to: Format,
): FigureTerm | DifferenceTerm | undefined {
  if (expression.kind !== 'difference') return movedTerm(expression, from, to)
  const of = movedTerm(expression.of, from, to)
  const less = movedTerm(expression.less, from, to)
  return of && less && { kind: 'difference', of, less }
}

function movedTerm(term: FigureTerm, from: Format, to: Format): FigureTerm | undefined {
  if (term.kind === 'cell') return movedCell(term, from, to)
  const of = term.of.flatMap((cell) => movedCell(cell, from, to) ?? [])
  return of.length === term.of.length ? { kind: 'sum', of } : undefined
}

function movedCell(term: CellTerm, from: Format, to: Format): CellTerm | undefined {
  const fate = fateOf(term.cell, from, to)
  return fate.kind === 'moved' && fate.note === undefined ? { ...term, cell: fate.to } : undefined
}
