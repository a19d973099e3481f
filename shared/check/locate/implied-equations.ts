import type { Term } from './sum-system'

const ZERO = 1e-9

/**
 * By equation: whether it follows from equations with fewer cells (Gaussian elimination, the shortest first), so that
 * it is right as soon as those are.
 */
export function impliedEquations(members: number[][], terms: Term[][]): boolean[] {
  const rows = members.map((cells, equation) => {
    const row = new Array<number>(terms.length).fill(0)
    for (const cell of cells) row[cell] = factorOf(terms[cell], equation)
    return row
  })
  const order = rows.map((_, equation) => equation)
  order.sort((one, other) => (members[one]?.length ?? 0) - (members[other]?.length ?? 0))
  const implied = rows.map(() => false)
  const reduced: { pivot: number; row: number[] }[] = []
  for (const equation of order) {
    const row = rows[equation] ?? []
    for (const { pivot, row: earlier } of reduced)
      subtract(row, earlier, (row[pivot] ?? 0) / (earlier[pivot] ?? 1))
    const pivot = row.findIndex((factor) => Math.abs(factor) > ZERO)
    if (pivot < 0) implied[equation] = true
    else reduced.push({ pivot, row })
  }
  return implied
}

function factorOf(terms: Term[] = [], equation: number): number {
  return terms.find((term) => term.equation === equation)?.factor ?? 0
}

function subtract(row: number[], other: number[], times: number): void {
  if (times === 0) return
  for (let at = 0; at < row.length; at++) row[at] = (row[at] ?? 0) - times * (other[at] ?? 0)
}
