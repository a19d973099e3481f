import { type CellPlace, cellPlaces } from '../../../shared/compose/cell-places'
import type { DocumentTable } from '../../../shared/compose/document'
import type { Style } from '../../../shared/compose/style'

/** Width of a sheet in digits of the font, as spreadsheets count; a page holds as many. */
const SHEET_WIDTH = 96
const NARROWEST = 6.5
/** A single Chinese character stands in it: text set in it runs from top to bottom. */
const VERTICAL = 3

/** In digits, by column. */
export function columnWidths(table: DocumentTable): number[] {
  const total = table.widths.reduce((sum, width) => sum + width, 0)
  const vertical = cellPlaces(table)
    .flat()
    .filter(({ cell }) => cell.vertical)
    .map(({ column }) => column)
  return table.widths.map((width, column) =>
    vertical.includes(column)
      ? VERTICAL
      : Math.max(NARROWEST, Math.round((width / total) * SHEET_WIDTH * 10) / 10),
  )
}

/** In points, by row: spreadsheets do not make room for text in merged cells by themselves. */
export function rowHeights(table: DocumentTable, style: Style): number[] {
  const widths = columnWidths(table)
  const { linePitch } = style.table.text
  return cellPlaces(table).map((row) => {
    const lines = row.filter(({ cell }) => cell.rowSpan === 1).map((place) => linesOf(place, widths))
    return Math.max(1, ...lines) * linePitch + MARGIN
  })
}

/** Above and below the text of a row, in points. */
const MARGIN = 5

function linesOf({ cell, column }: CellPlace, widths: number[]): number {
  const room = widths.slice(column, column + cell.colSpan).reduce((sum, width) => sum + width, 0) - 1
  return Math.ceil(digitsIn(cell.runs.map(({ text }) => text).join('')) / room)
}

/** A Chinese character is as wide as two digits. */
function digitsIn(text: string): number {
  return Array.from(text).reduce((sum, character) => sum + (character <= '\u00ff' ? 1 : 2), 0)
}
