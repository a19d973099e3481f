import type { Equation } from '../equations'
import type { Term } from './sum-system'

/**
 * Numbers the rows and the columns the equations run along, -1 for an equation of the other direction. A direction is
 * left out when a cell stands in two of its lines; otherwise every line that is wrong needs a wrong cell of its own.
 * crossing: both directions are there, and a row and a column have exactly one cell where they meet.
 */
export function rowsAndColumns(
  equations: Equation[],
  terms: Term[][],
): { lines: number[][]; crossing: boolean } {
  const directions = (['rows', 'columns'] as const).map((along) => linesAlong(along, equations))
  const ofCells = directions.map((lines) =>
    terms.map((touched) => [
      ...new Set(touched.map(({ equation }) => lines[equation] ?? -1).filter((line) => line >= 0)),
    ]),
  )
  const lines = directions.filter((_, at) => ofCells[at]?.every((of) => of.length <= 1))
  const places = terms.map((_, cell) => ofCells.map((of) => of[cell]?.join() ?? '').join('/'))
  const crossing =
    lines.length === 2 &&
    ofCells.every((of) => of.every(({ length }) => length === 1)) &&
    new Set(places).size === places.length
  return { lines, crossing }
}

function linesAlong(along: 'rows' | 'columns', equations: Equation[]): number[] {
  const names = new Map<string, number>()
  return equations.map(({ rule, table, line }) => {
    if (rule.along !== along) return -1
    const name = `${table.id} ${line}`
    const number = names.get(name) ?? names.size
    names.set(name, number)
    return number
  })
}
