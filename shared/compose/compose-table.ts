import { addUp, computedFrom, type FigureValue } from '../draft/figures'
import type { Format, GridCell, Table } from '../format/format'
import type { DocumentCell, DocumentTable } from './document'
import { printedText } from './printed-text'

/** An official table with its figures: what was entered as it stands, computed totals, blank cells blank. */
export function composeTable(format: Format, table: Table, values: Map<string, FigureValue>): DocumentTable {
  return {
    id: table.id,
    caption: table.caption,
    widths: table.grid.widths,
    headerRows: table.grid.headerRows,
    rows: table.grid.rows.map((row) => row.map((cell) => composeCell(format, cell, values))),
  }
}

function composeCell(format: Format, cell: GridCell, values: Map<string, FigureValue>): DocumentCell {
  const colSpan = cell.colSpan ?? 1
  if (cell.kind === 'figure')
    return {
      role: 'figure',
      runs: textRuns(figureText(values.get(cell.cell))),
      colSpan,
      rowSpan: 1,
      cell: cell.cell,
      ...figureNumber(format, cell.cell, values),
    }
  const label: DocumentCell = {
    role: cell.role,
    runs: textRuns(cell.text),
    colSpan,
    rowSpan: cell.rowSpan ?? 1,
  }
  return cell.vertical ? { ...label, vertical: true } : label
}

/** A total names its parts only where it is their sum: one that was typed and disagrees stands by itself. */
function figureNumber(
  format: Format,
  cell: string,
  values: Map<string, FigureValue>,
): Pick<DocumentCell, 'number' | 'sumOf'> {
  const number = numberIn(values.get(cell))
  if (number === undefined) return {}
  const parts = computedFrom(format, cell)?.right
  const isSum = parts && addUp(parts.map((part) => numberIn(values.get(part)) ?? 0)) === number
  return { number, ...(isSum && { sumOf: parts }) }
}

function numberIn(value: FigureValue | undefined): number | undefined {
  return value && 'number' in value ? value.number : undefined
}

function figureText(value: FigureValue | undefined): string {
  return value === undefined || value.kind === 'blank' ? '' : printedText(value.text).trim()
}

function textRuns(text: string): DocumentCell['runs'] {
  return text === '' ? [] : [{ text }]
}
