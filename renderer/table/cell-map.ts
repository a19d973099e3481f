import type { CellKind, Grid, GridCell } from '../../shared/format/format'

/** A cell of the grid with the rows and columns it covers, counted from 0. */
export interface Placed<Cell extends GridCell = GridCell> {
  content: Cell
  row: number
  column: number
  rowSpan: number
  colSpan: number
}

/** A figure of the grid and where it stands. */
export interface FigurePlace {
  cell: string
  holds: CellKind
  row: number
  /** First grid column it covers. */
  column: number
  /** First grid column to its right. */
  end: number
}

/** The figures of a grid as the arrow keys see them. */
export interface CellMap {
  /** Reading order, which is also the order of Tab. */
  places: FigurePlace[]
  byCell: Map<string, FigurePlace>
  /** By grid row; a row of labels alone is empty. */
  rows: FigurePlace[][]
  /** Grid columns. */
  columns: number
}

export type Step = 'left' | 'right' | 'up' | 'down' | 'rowStart' | 'rowEnd' | 'tableStart' | 'tableEnd'

/** Every cell of the grid at its place: a cell moves right past what a rowSpan above still covers. */
export function layOut(grid: Grid): Placed[] {
  /** By grid column: the first row that is free again. */
  const freeFrom: number[] = []
  return grid.rows.flatMap((cells, row) => {
    let column = 0
    return cells.map((content): Placed => {
      while ((freeFrom[column] ?? 0) > row) column += 1
      const rowSpan = content.kind === 'label' ? (content.rowSpan ?? 1) : 1
      const placed = { content, row, column, rowSpan, colSpan: content.colSpan ?? 1 }
      freeFrom.length = Math.max(freeFrom.length, column + placed.colSpan)
      freeFrom.fill(row + rowSpan, column, column + placed.colSpan)
      column += placed.colSpan
      return placed
    })
  })
}

export function mapCells(grid: Grid): CellMap {
  const places = layOut(grid).flatMap(({ content, row, column, colSpan }): FigurePlace[] =>
    content.kind === 'figure'
      ? [{ cell: content.cell, holds: content.holds, row, column, end: column + colSpan }]
      : [],
  )
  return {
    places,
    byCell: new Map(places.map((place) => [place.cell, place])),
    rows: grid.rows.map((_, row) => places.filter((place) => place.row === row)),
    columns: grid.widths.length,
  }
}

/**
 * Where a key leads from a figure; the figure itself where the table ends. Up and down keep to `column`,
 * the grid column the caret came from, so that a merged cell on the way does not lead astray.
 */
export function stepFrom(map: CellMap, from: FigurePlace, step: Step, column: number): FigurePlace {
  return target(map, from, step, column) ?? from
}

function target(map: CellMap, from: FigurePlace, step: Step, column: number): FigurePlace | undefined {
  const row = map.rows[from.row] ?? []
  switch (step) {
    case 'left':
      return row[row.indexOf(from) - 1]
    case 'right':
      return row[row.indexOf(from) + 1]
    case 'rowStart':
      return row[0]
    case 'rowEnd':
      return row.at(-1)
    case 'tableStart':
      return map.places[0]
    case 'tableEnd':
      return map.places.at(-1)
    case 'up':
      return nearest(map.rows.slice(0, from.row).findLast(hasFigures), column)
    case 'down':
      return nearest(map.rows.slice(from.row + 1).find(hasFigures), column)
  }
}

function hasFigures(row: FigurePlace[]): boolean {
  return row.length > 0
}

/** The figure over a grid column, or the one closest to it. */
function nearest(row: FigurePlace[] | undefined, column: number): FigurePlace | undefined {
  return row?.reduce((best, place) => (distance(place, column) < distance(best, column) ? place : best))
}

function distance(place: FigurePlace, column: number): number {
  if (column < place.column) return place.column - column
  return column < place.end ? 0 : column - place.end + 1
}
