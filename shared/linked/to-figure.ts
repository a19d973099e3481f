import type { Expression } from '../check/text/expression'
import type { CellTerm, DifferenceTerm, FigureExpression, FigureTerm } from '../draft/draft'

/** What a recognised figure counts as a linked figure can hold it; undefined: it counts on numbers of the text itself. */
export function toFigure(expression: Expression): FigureExpression | undefined {
  switch (expression.kind) {
    case 'cell':
    case 'sum':
      return toTerm(expression)
    case 'difference':
      return isZero(expression.of) ? reversed(toFigure(expression.less)) : toDifference(expression)
    case 'share': {
      const of = expression.of.kind === 'difference' ? toDifference(expression.of) : toTerm(expression.of)
      const whole = toTerm(expression.whole)
      return of && whole && { kind: 'share', of, whole }
    }
    case 'number':
      return undefined
  }
}

function isZero(expression: Expression): boolean {
  return expression.kind === 'number' && expression.value === 0
}

/** 0 less a change is the change the other way: 下降 where the value says 增长. */
function reversed(value: FigureExpression | undefined): FigureExpression | undefined {
  if (value?.kind === 'difference') return { kind: 'difference', of: value.less, less: value.of }
  if (value?.kind !== 'share' || value.of.kind !== 'difference') return undefined
  return { ...value, of: { kind: 'difference', of: value.of.less, less: value.of.of } }
}

function toDifference({ of, less }: Expression & { kind: 'difference' }): DifferenceTerm | undefined {
  const [from, taken] = [toTerm(of), toTerm(less)]
  return from && taken && { kind: 'difference', of: from, less: taken }
}

function toTerm(expression: Expression): FigureTerm | undefined {
  if (expression.kind === 'cell') return toCell(expression)
  if (expression.kind !== 'sum') return undefined
  const of = expression.of.flatMap((part) => (part.kind === 'cell' ? toCell(part) : []))
  return of.length === expression.of.length && of.length > 0 ? { kind: 'sum', of } : undefined
}

function toCell({ cell, previous }: Expression & { kind: 'cell' }): CellTerm {
  return { kind: 'cell', cell, ...(previous && { previous }) }
}
