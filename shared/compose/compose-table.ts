import type { FigureValue } from '../draft/figures'
import type { GridCell, Table } from '../format/format'
import type { DocumentCell, DocumentTable } from './document'
import { printedText } from './printed-text'

/** An official table with its figures: what was entered as it stands, computed totals, blank cells blank. */
export function composeTable(table: Table, values: Map<string, FigureValue>): DocumentTable {
  return {
    id: table.id,
    caption: table.caption,
    widths: table.grid.widths,
    headerRows: table.grid.headerRows,
    rows: table.grid.rows.map((row) => row.map((cell) => composeCell(cell, values))),
  }
}

function composeCell(cell: GridCell, values: Map<string, FigureValue>): DocumentCell {
  const colSpan = cell.colSpan ?? 1
  if (cell.kind === 'figure')
    return {
      role: 'figure',
      runs: textRuns(figureText(values.get(cell.cell))),
      colSpan,
      rowSpan: 1,
      cell: cell.cell,
    }
  const label: DocumentCell = {
    role: cell.role,
    runs: textRuns(cell.text),
    colSpan,
    rowSpan: cell.rowSpan ?? 1,
  }
  return cell.vertical ? { ...label, vertical: true } : label
}

function figureText(value: FigureValue | undefined): string {
  return value === undefined || value.kind === 'blank' ? '' : printedText(value.text).trim()
}

function textRuns(text: string): DocumentCell['runs'] {
  return text === '' ? [] : [{ text }]
}
