import type { CellPlace } from '../compose/cell-places'

/** A heading cell says what it heads; the places it heads name it in turn. */
export type Scope = 'col' | 'colgroup' | 'row' | 'rowgroup'

/** What a cell heads; undefined: it heads nothing, such as a figure, the printed 勾稽关系 or an empty corner. */
export function scopeOf({ cell }: CellPlace): Scope | undefined {
  if (cell.runs.length === 0) return undefined
  switch (cell.role) {
    case 'band':
    case 'header':
      return cell.colSpan > 1 ? 'colgroup' : 'col'
    case 'stub':
      return cell.rowSpan > 1 ? 'rowgroup' : 'row'
    case 'note':
    case 'figure':
    case 'text':
      return undefined
  }
}

/**
 * The headings of each figure or text of a table, outermost first: of its column, from the nearest rows above that
 * hold nothing but headings (Table 2 has several such places, Table 3 three levels in one), then of its row.
 */
export function headingsOf(rows: CellPlace[][]): Map<CellPlace, CellPlace[]> {
  const places = rows.flat()
  const headings = places.filter((place) => scopeOf(place) !== undefined)
  const data = places.filter(({ cell }) => cell.role === 'figure' || cell.role === 'text')
  const headingRows = rows.map((row) => row.every(({ cell }) => !isData(cell.role)))
  return new Map(
    data.map((place) => {
      const last = headingRows.lastIndexOf(true, place.row)
      const first = headingRows.lastIndexOf(false, last) + 1
      const above = headings.filter((heading) => heads(heading, place, first, last))
      const beside = headings.filter(({ cell, row }) => {
        return cell.role === 'stub' && row <= place.row && place.row < row + cell.rowSpan
      })
      return [place, [...above, ...beside]]
    }),
  )
}

function heads({ cell, row, column }: CellPlace, place: CellPlace, first: number, last: number): boolean {
  return (
    cell.role !== 'stub' &&
    row >= first &&
    row <= last &&
    column < place.column + place.cell.colSpan &&
    place.column < column + cell.colSpan
  )
}

function isData(role: CellPlace['cell']['role']): boolean {
  return role === 'figure' || role === 'text' || role === 'stub'
}
