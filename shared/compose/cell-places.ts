import type { DocumentCell, DocumentTable } from './document'

/** A cell and where its upper left corner lies in the grid, from 0. */
export interface CellPlace {
  cell: DocumentCell
  row: number
  column: number
}

/** Where each cell of the table stands once spans from the left and from above are counted; row by row. */
export function cellPlaces(table: DocumentTable): CellPlace[][] {
  /** By column: the first row that no cell from above reaches into. */
  const freeFrom: number[] = table.widths.map(() => 0)
  return table.rows.map((cells, row) => {
    let column = 0
    return cells.map((cell) => {
      while ((freeFrom[column] ?? 0) > row) column++
      const place = { cell, row, column }
      freeFrom.fill(row + cell.rowSpan, column, column + cell.colSpan)
      column += cell.colSpan
      return place
    })
  })
}
