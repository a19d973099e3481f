import type { DocumentCell, DocumentTable } from './document'

/** A cell in a row of the grid; continues: the cell began in a row above and this is what lies below it. */
export interface GridPlace {
  cell: DocumentCell
  column: number
  continues: boolean
}

/** Every row with a place for every column, cells that reach down from above included, as Word wants them. */
export function gridPlaces(table: DocumentTable): GridPlace[][] {
  const columns = table.widths.length
  const reachingDown: ({ place: GridPlace; rowsLeft: number } | undefined)[] = Array(columns).fill(undefined)
  return table.rows.map((row) => {
    const places: GridPlace[] = []
    const cells = [...row]
    let column = 0
    while (column < columns) {
      const above = reachingDown[column]
      const cell = above && above.rowsLeft > 0 ? above.place.cell : cells.shift()
      if (!cell) break
      const continues = above !== undefined && above.rowsLeft > 0
      const place = { cell, column, continues }
      places.push(place)
      reachingDown[column] = { place, rowsLeft: continues ? above.rowsLeft - 1 : cell.rowSpan - 1 }
      column += cell.colSpan
    }
    return places
  })
}
