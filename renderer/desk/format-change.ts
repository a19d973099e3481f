/** Moving a draft to another format without losing a figure in silence. */

import type { Draft } from '../../shared/draft/draft'
import { cellInfo } from '../../shared/format/cells'
import type { Format } from '../../shared/format/format'

/** Figures of the draft that have no cell of the same kind in the other format, in the old format's order. */
export function figuresWithoutPlace(
  draft: Draft,
  from: Format,
  to: Format,
): { cell: string; name: string }[] {
  return Object.keys(draft.figures).flatMap((cell) => {
    const here = cellInfo(from, cell)
    const there = cellInfo(to, cell)
    if (there && there.holds === here?.holds) return []
    return [{ cell, name: here?.name ?? cell }]
  })
}

/** Recipe: takes the format, and out of the figures those it has no place for. */
export function takeFormat(draft: Draft, from: Format, to: Format): void {
  for (const { cell } of figuresWithoutPlace(draft, from, to)) delete draft.figures[cell]
  draft.format = to.id
}
