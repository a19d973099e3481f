import writeXlsxFile, { type Cell, type CellObject, type Sheet } from 'write-excel-file/universal'
import { type CellPlace, cellPlaces } from '../../shared/compose/cell-places'
import type { Document, DocumentCell, DocumentTable } from '../../shared/compose/document'
import type { Style } from '../../shared/compose/style'
import { pinZipTimes } from './word/pin-zip-times'
import { columnWidths, rowHeights } from './xlsx/cell-sizes'
import { finishedSheets } from './xlsx/finished-sheets'
import { addressesOf, sheetName, sumFormula } from './xlsx/sheet-addresses'

/**
 * The official tables as a workbook, a sheet each: the official grid and labels, figures as numbers, totals as live
 * sums of their parts. A total that disagrees with its parts stands as it was entered. The same document gives the
 * same bytes.
 */
export async function exportXlsx(document: Document, style: Style): Promise<Uint8Array> {
  const tables = document.blocks.flatMap((block) =>
    block.kind === 'table' && block.table.id !== undefined ? [block.table] : [],
  )
  const sheets = tables.map((table, index) => sheetOf(table, index, style))
  const { font: fontFamily, size: fontSize } = style.table.text
  const features = [finishedSheets(tables.map(sums))]
  const file = await writeXlsxFile(sheets, { fontFamily, fontSize, features }).toBlob()
  const zip = new Uint8Array(await file.arrayBuffer())
  pinZipTimes(zip)
  return zip
}

function sheetOf(table: DocumentTable, index: number, style: Style): Sheet<Blob> {
  const addresses = addressesOf(table)
  const look = {
    borderStyle: 'thin',
    borderColor: '#000000',
    wrap: true,
    alignVertical: 'center',
  } as const
  const heights = rowHeights(table, style)
  const cells = cellPlaces(table).map((row, index) => {
    const across: Cell[] = Array(table.widths.length).fill(null)
    for (const place of row)
      across[place.column] = {
        ...look,
        ...content(place.cell, addresses),
        ...shape(place, table, style),
        height: heights[index] ?? 0,
      }
    return across
  })
  return {
    sheet: sheetName(table, index),
    data: cells,
    showGridLines: false,
    columns: columnWidths(table).map((width) => ({ width })),
    ...(table.widths.length > UPRIGHT_COLUMNS && { orientation: 'landscape' as const }),
  }
}

/** Table 3 with its ten columns still stands upright on A4. */
const UPRIGHT_COLUMNS = 10

function content(cell: DocumentCell, addresses: Map<string, string>): CellObject {
  const text = cell.runs.map((run) => run.text).join('')
  if (cell.sumOf) return { type: 'Formula', value: sumFormula(cell.sumOf, addresses), format: format(text) }
  if (cell.number !== undefined) return { type: Number, value: cell.number, format: format(text) }
  return text === '' ? {} : { type: String, value: text }
}

/** Shows a number as the report does: with its decimals, a change with its sign. */
function format(text: string): string {
  const decimals = /\.(\d+)$/u.exec(text)?.[1]?.length ?? 0
  const digits = decimals === 0 ? '0' : `0.${'0'.repeat(decimals)}`
  return /^[+-]/u.test(text) ? `+${digits};-${digits};0` : digits
}

function shape({ cell }: CellPlace, table: DocumentTable, style: Style) {
  const isRowLabel = (cell.role === 'stub' && cell.rowSpan === 1) || cell.role === 'note'
  const isWide = table.widths.length >= style.table.dense.fromColumns
  return {
    ...(cell.colSpan > 1 && { columnSpan: cell.colSpan }),
    ...(cell.rowSpan > 1 && { rowSpan: cell.rowSpan }),
    ...(cell.role === 'band' && { backgroundColor: `#${style.table.bandFill}` }),
    align: isWide && isRowLabel ? ('left' as const) : ('center' as const),
  }
}

/** By cell of the sheet: what its formula gives. */
function sums(table: DocumentTable): Map<string, number> {
  const addresses = addressesOf(table)
  return new Map(
    table.rows.flat().flatMap(({ cell = '', number, sumOf }) => {
      const address = addresses.get(cell)
      return address !== undefined && sumOf && number !== undefined ? [[address, number] as const] : []
    }),
  )
}
