/** Moving a draft to another format without losing a figure in silence. */

import { type DroppedFigure, migrateFigures } from '../../shared/carry-over/migration'
import type { Draft } from '../../shared/draft/draft'
import type { Format } from '../../shared/format/format'

/** Figures of the draft that have no cell in the other format, each with the reason. */
export function figuresWithoutPlace({ figures }: Draft, from: Format, to: Format): DroppedFigure[] {
  return migrateFigures(figures, from, to).dropped
}

/** Recipe: takes the format; every figure goes to its cell there, and those that have none go. */
export function takeFormat(draft: Draft, from: Format, to: Format): void {
  draft.figures = migrateFigures(draft.figures, from, to).figures
  draft.format = to.id
}
