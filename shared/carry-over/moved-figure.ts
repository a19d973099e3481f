import type { Block, CellTerm, DifferenceTerm, FigureExpression, FigureTerm } from '../draft/draft'
import type { Format } from '../format/format'
import { printedRun } from '../linked/printed-prose'
import type { TableValues } from '../linked/table-values'
import { mapRuns } from '../prose/map-runs'
import { fateOf } from './migration'

/**
 * The blocks with their linked figures at the addresses of another format. What that format does not count alike
 * becomes what it shows in `values`, the tables it comes from.
 */
export function movedBlocks(
  blocks: Block[],
  from: Format | undefined,
  to: Format | undefined,
  values: TableValues,
): Block[] {
  return mapRuns(blocks, (runs) =>
    runs.map((run) => {
      if (run.kind === 'text') return run
      const value = from && to && movedFigure(run.value, from, to)
      return value ? { ...run, value } : printedRun(run, values)
    }),
  )
}

/**
 * What a linked figure of an earlier format counts, at the addresses of a later one. undefined: a cell of it is gone
 * or does not count quite the same.
 */
function movedFigure(expression: FigureExpression, from: Format, to: Format): FigureExpression | undefined {
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
