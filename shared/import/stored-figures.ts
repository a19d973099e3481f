import type { Entry } from '../draft/draft'
import { computeFigures, isTotal } from '../draft/figures'
import { cellsOf } from '../format/cells'
import type { Format } from '../format/format'

/** Totals that follow from the other figures are not stored (design.md section 3). */
export function withoutComputed(figures: Record<string, Entry>, format: Format): Record<string, Entry> {
  const shown = computeFigures(format, figures)
  const text = (cell: string, values: typeof shown) => {
    const value = values.get(cell)
    return value && 'text' in value ? value.text : ''
  }
  let kept = Object.fromEntries(Object.entries(figures).filter(([cell]) => !isTotal(format, cell)))
  for (let round = 0; round <= cellsOf(format).length; round++) {
    const computed = computeFigures(format, kept)
    const lost = Object.keys(figures).filter(
      (cell) => !Object.hasOwn(kept, cell) && text(cell, computed) !== text(cell, shown),
    )
    if (lost.length === 0) break
    kept = { ...kept, ...Object.fromEntries(lost.map((cell) => [cell, figures[cell] ?? ''])) }
  }
  return Object.fromEntries(
    Object.keys(figures).flatMap((cell) => (Object.hasOwn(kept, cell) ? [[cell, kept[cell] ?? '']] : [])),
  )
}
