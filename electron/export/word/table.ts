import {
  AlignmentType,
  BorderStyle,
  Paragraph,
  ShadingType,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  TextDirection,
  VerticalAlignTable,
  VerticalMergeType,
  WidthType,
} from 'docx'
import type { DocumentCell, DocumentTable } from '../../../shared/compose/document'
import type { Style } from '../../../shared/compose/style'
import { columnWidths, type GridPlace, gridPlaces, sum } from './grid'
import { textRuns } from './runs'
import { styleIds } from './styles-part'
import { pageTwips, twipsOfPoints } from './units'

/**
 * A table as wide as the type area. The widths of grid columns, cells and table agree to the twip: Word reads the
 * one, WPS the other.
 */
export function documentTable(table: DocumentTable, style: Style): Table {
  const look = lookOf(table, style)
  const rows = gridPlaces(table)
  const border = { style: BorderStyle.SINGLE, size: Math.round(style.table.borderWidth * 8), color: '000000' }
  return new Table({
    width: { size: sum(look.widths), type: WidthType.DXA },
    columnWidths: look.widths,
    layout: TableLayoutType.FIXED,
    alignment: AlignmentType.CENTER,
    margins: cellMargins(style),
    borders: {
      top: border,
      bottom: border,
      left: border,
      right: border,
      insideHorizontal: border,
      insideVertical: border,
    },
    rows: rows.map(
      (places, index) =>
        new TableRow({
          tableHeader: index < table.headerRows,
          cantSplit: true,
          height: { value: look.rowHeight, rule: 'atLeast' },
          children: places.map((place) =>
            tableCell(place, look, keptTogether(table) && index < rows.length - 1),
          ),
        }),
    ),
  })
}

function cellMargins({ table }: Style) {
  const [beside, above] = [
    twipsOfPoints(table.cellMargin.horizontal),
    twipsOfPoints(table.cellMargin.vertical),
  ]
  return { left: beside, right: beside, top: above, bottom: above, marginUnitType: WidthType.DXA }
}

interface TableLook {
  widths: number[]
  isDense: boolean
  paragraphStyle: string
  rowHeight: number
  bandFill: string
}

function lookOf(table: DocumentTable, style: Style): TableLook {
  const { dense, rowHeight, bandFill } = style.table
  const isDense = table.widths.length >= dense.fromColumns
  return {
    widths: columnWidths(table.widths, pageTwips(style).textWidth),
    isDense,
    paragraphStyle: isDense ? styleIds.denseTable : styleIds.table,
    rowHeight: twipsOfPoints(isDense ? dense.rowHeight : rowHeight),
    bandFill,
  }
}

/** An official table stays on one page where it fits one; a long table of the clerk's own may run on. */
function keptTogether(table: DocumentTable): boolean {
  return table.id !== undefined || table.rows.length <= SHORT_TABLE
}

const SHORT_TABLE = 10

function tableCell({ cell, column, continues }: GridPlace, look: TableLook, keepNext: boolean): TableCell {
  const merge = continues ? VerticalMergeType.CONTINUE : VerticalMergeType.RESTART
  return new TableCell({
    width: { size: sum(look.widths.slice(column, column + cell.colSpan)), type: WidthType.DXA },
    ...(cell.colSpan > 1 && { columnSpan: cell.colSpan }),
    ...(cell.rowSpan > 1 && { verticalMerge: merge }),
    ...(cell.vertical && { textDirection: TextDirection.TOP_TO_BOTTOM_RIGHT_TO_LEFT }),
    ...(cell.role === 'band' && { shading: { type: ShadingType.CLEAR, color: 'auto', fill: look.bandFill } }),
    verticalAlign: VerticalAlignTable.CENTER,
    children: [
      new Paragraph({
        style: look.paragraphStyle,
        alignment: alignment(cell, look),
        keepNext,
        children: continues ? [] : textRuns(cell.runs),
      }),
    ],
  })
}

/** In the middle, but for the long row labels of a wide table, whose beginnings line up. */
function alignment(cell: DocumentCell, { isDense }: TableLook) {
  const isLabel = (cell.role === 'stub' && cell.rowSpan === 1) || cell.role === 'note'
  return isDense && isLabel ? AlignmentType.LEFT : AlignmentType.CENTER
}
