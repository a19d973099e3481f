import { type CellInfo, cellInfo } from '../format/cells'
import type { Format, GridCell, Table } from '../format/format'
import { type KnownLabel, readLabel } from './label-match'

/** A figure of a format and the labels it is known by. */
export interface LabelledFigure {
  info: CellInfo
  /** Index of its row among the rows of figures, and of its column in the grid: the order on paper. */
  row: number
  column: number
  /** Labels to its left, from the outermost inwards; none where the table has none. */
  stubs: string[]
  /** Labels above it, from the top down. */
  headers: string[]
}

/** A table of a format as a reader knows it. */
export interface LabelledTable {
  format: Format
  table: Table
  figures: LabelledFigure[]
  /** Every text of a label, each once. */
  labels: KnownLabel[]
}

const cache = new WeakMap<Format, LabelledTable[]>()

export function labelledTables(format: Format): LabelledTable[] {
  const known = cache.get(format)
  if (known) return known
  const tables = format.tables.map((table) => ({
    format,
    table,
    figures: labelledFigures(format, table),
    labels: labelsOf(
      table.grid.rows
        .flat()
        .flatMap((cell) => (cell.kind === 'label' && cell.text !== '' ? [cell.text] : [])),
    ),
  }))
  cache.set(format, tables)
  return tables
}

export function labelsOf(texts: string[]): KnownLabel[] {
  return [...new Set(texts)].map((text) => ({ label: readLabel(text), is: text }))
}

interface Place {
  cell: GridCell
  row: number
  left: number
  right: number
  bottom: number
}

function labelledFigures(format: Format, table: Table): LabelledFigure[] {
  const places = placesOf(table)
  return places.flatMap((place) => {
    if (place.cell.kind !== 'figure') return []
    const info = cellInfo(format, place.cell.cell)
    if (!info) return []
    const stubs = places.flatMap((one) =>
      one.cell.kind === 'label' &&
      one.cell.role === 'stub' &&
      one.row <= place.row &&
      one.bottom > place.row &&
      one.right <= place.left
        ? [one.cell.text]
        : [],
    )
    return [{ info, row: place.row, column: place.left, stubs, headers: headersAbove(place, places) }]
  })
}

/** The nearest block of heading rows above: a band or a row of figures ends it. */
function headersAbove(place: Place, places: Place[]): string[] {
  const headers: string[] = []
  let isInBlock = false
  for (let row = place.row - 1; row >= 0; row--) {
    const above = places.filter((one) => one.row <= row && one.bottom > row)
    const isHeading = above.some(({ cell }) => cell.kind === 'label' && cell.role === 'header')
    if (isInBlock && !isHeading) break
    isInBlock ||= isHeading
    if (!isHeading) continue
    const label = above.find((one) => one.left <= place.left && one.right >= place.right)?.cell
    if (label?.kind === 'label' && label.role === 'header' && headers[0] !== label.text)
      headers.unshift(label.text)
  }
  return headers
}

function placesOf(table: Table): Place[] {
  const places: Place[] = []
  table.grid.rows.forEach((cells, row) => {
    let left = 0
    for (const cell of cells) {
      while (places.some((one) => one.row < row && one.bottom > row && one.left <= left && one.right > left))
        left += 1
      const right = left + (cell.colSpan ?? 1)
      const rowSpan = cell.kind === 'label' ? (cell.rowSpan ?? 1) : 1
      places.push({ cell, row, left, right, bottom: row + rowSpan })
      left = right
    }
  })
  return places
}
