import { type Correction, isCount } from './explain'
import type { SumSystem } from './sum-system'

/**
 * Where more cells are wrong than are searched for: corrections within a single row or column that make every sum
 * right, as after a row pasted one column off. None where the system is no grid.
 */
export function explainInOneLine(system: SumSystem, residuals: number[], numbers: number[]): Correction[][] {
  if (!system.grid) return []
  return cellsByLine(system).flatMap((cells) => {
    const left = [...residuals]
    const corrections: Correction[] = []
    for (const cell of cells) {
      const crossing = crossingTerms(system, cells, cell)
      const [first] = crossing
      const by = first ? -(residuals[first.equation] ?? 0) / first.factor : 0
      if (by === 0) continue
      if (!isCount((numbers[cell] ?? 0) + by)) return []
      corrections.push({ cell, by })
      for (const { equation, factor } of system.terms[cell] ?? [])
        left[equation] = (left[equation] ?? 0) + factor * by
    }
    return left.every((residual) => residual === 0) ? [corrections] : []
  })
}

/**
 * Single cells that make every sum they are in right, all of which are broken now: what can be said of a table with
 * too many wrong cells to explain them together. Implied sums may stay broken until the rest is put right.
 */
export function singleCorrections(system: SumSystem, residuals: number[], numbers: number[]): Correction[] {
  return system.cells.flatMap((_, cell) => {
    const own = (system.terms[cell] ?? []).filter(({ equation }) => !system.implied[equation])
    const [first] = own
    const by = first ? -(residuals[first.equation] ?? 0) / first.factor : 0
    const rightsAll = own.every(({ equation, factor }) => (residuals[equation] ?? 0) + factor * by === 0)
    return by !== 0 && rightsAll && isCount((numbers[cell] ?? 0) + by) ? [{ cell, by }] : []
  })
}

const linesCache = new WeakMap<SumSystem, number[][]>()

/** The cells of each row and each column of a grid. */
function cellsByLine(system: SumSystem): number[][] {
  const known = linesCache.get(system)
  if (known) return known
  const byLine = system.lines.flatMap((lines) => {
    const cells = new Map<number, Set<number>>()
    for (const [cell, terms] of system.terms.entries())
      for (const { equation } of terms) {
        const line = lines[equation] ?? -1
        if (line >= 0) cells.set(line, (cells.get(line) ?? new Set()).add(cell))
      }
    return [...cells.values()].map((line) => [...line])
  })
  linesCache.set(system, byLine)
  return byLine
}

/** The sums that only this cell of the line is in: they run across it. */
function crossingTerms(system: SumSystem, line: number[], cell: number) {
  return (system.terms[cell] ?? []).filter(
    ({ equation }) => system.members[equation]?.filter((member) => line.includes(member)).length === 1,
  )
}
