/** Moving a draft to another format without losing a figure in silence. */

import { isDraft, original } from 'immer'
import { type DroppedFigure, migrateFigures } from '../../shared/carry-over/migration'
import { movedBlocks } from '../../shared/carry-over/moved-figure'
import type { Draft } from '../../shared/draft/draft'
import type { Format } from '../../shared/format/format'
import { tableValues } from '../../shared/linked/table-values'

/** Figures of the draft that have no cell in the other format, each with the reason. */
export function figuresWithoutPlace({ figures }: Draft, from: Format, to: Format): DroppedFigure[] {
  return migrateFigures(figures, from, to).dropped
}

/**
 * Recipe: takes the format; every figure goes to its cell there, and those that have none go. The text's linked figures
 * go along, and become text where there is no cell for them.
 */
export function takeFormat(draft: Draft, from: Format, to: Format): void {
  const before = isDraft(draft) ? original(draft) : draft
  if (before) {
    const values = tableValues(before, from)
    for (const [slot, blocks] of Object.entries(before.prose))
      draft.prose[slot] = movedBlocks(blocks, from, to, values)
  }
  draft.figures = migrateFigures(draft.figures, from, to).figures
  draft.format = to.id
}
