import type { CarriedFigure, Draft } from '../draft/draft'
import { cellInfo, cellsOf } from '../format/cells'
import type { Format } from '../format/format'
import { formatById } from '../format/formats'
import { type DroppedFigure, migrateFigures } from './migration'

/** What became of last year's report in this one, for the clerk to read. */
export interface CarryReport {
  /** In the order of the tables. */
  carried: (CarriedFigure & { cell: string; name: string })[]
  /** Figures last year's format had and this one has no place for, each with the reason. */
  dropped: DroppedFigure[]
  /** What else stands here from last year; a line each. */
  kept: string[]
  /** What else was not taken over; a line each. */
  leftOut: string[]
}

/** undefined: the draft was not begun from another. */
export function carryReport(draft: Draft, format: Format): CarryReport | undefined {
  const { previous, carried = {} } = draft
  if (!previous) return undefined
  const lastFormat = formatById(previous.format)
  return {
    carried: cellsOf(format).flatMap(({ cell, name }) => {
      const figure = carried[cell]
      return figure ? [{ ...figure, cell, name }] : []
    }),
    dropped: lastFormat ? migrateFigures(previous.figures, lastFormat, format).dropped : [],
    kept: previous.kept ?? [],
    leftOut: previous.leftOut ?? [],
  }
}

/** The cells a carried figure came from as last year's report names them. */
export function originNames(draft: Draft, { from }: CarriedFigure): string[] {
  const lastFormat = formatById(draft.previous?.format ?? '')
  return from.map((cell) => (lastFormat && cellInfo(lastFormat, cell)?.name) ?? cell)
}
