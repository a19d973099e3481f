import type { CellMap, FigurePlace } from './cell-map'

/** A rectangle of figures: from the one it started at to the one it was drawn to. */
export interface Range {
  anchor: string
  head: string
}

/** The figures of a range, row by row; a merged figure belongs to it as soon as the rectangle touches it. */
export function rowsOfRange(map: CellMap, range: Range): FigurePlace[][] {
  const anchor = map.byCell.get(range.anchor)
  const head = map.byCell.get(range.head)
  if (!anchor || !head) return []
  const top = Math.min(anchor.row, head.row)
  const bottom = Math.max(anchor.row, head.row)
  const left = Math.min(anchor.column, head.column)
  const right = Math.max(anchor.end, head.end)
  return map.rows
    .slice(top, bottom + 1)
    .map((row) => row.filter((place) => place.column < right && place.end > left))
    .filter((row) => row.length > 0)
}
