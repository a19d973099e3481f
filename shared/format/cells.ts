import type { CellKind, Format, Line, Table } from './format'

/** One figure of the report and where it stands. */
export interface CellInfo {
  /** Cell address, e.g. 't3.granted.total'. */
  cell: string
  table: Table
  row: Line
  column: Line
  holds: CellKind
  /** Id of the chapter the table belongs to. */
  chapter: string
  /** How a finding names it: 表三（一）予以公开·总计. */
  name: string
}

const cache = new WeakMap<Format, Map<string, CellInfo>>()

/** Every figure of the format in reading order of its tables. */
export function cellsOf(format: Format): CellInfo[] {
  return [...cellMap(format).values()]
}

/** undefined: the format has no such cell. */
export function cellInfo(format: Format, cell: string): CellInfo | undefined {
  return cellMap(format).get(cell)
}

/** The address of the figure where a row and a column of a table meet, whether or not the grid shows one. */
export function cellAddress(table: string, row: string, column: string): string {
  return `${table}.${row}.${column}`
}

function cellMap(format: Format): Map<string, CellInfo> {
  const known = cache.get(format)
  if (known) return known
  const cells = new Map(format.tables.flatMap((table) => tableCells(format, table)))
  cache.set(format, cells)
  return cells
}

function tableCells(format: Format, table: Table): [string, CellInfo][] {
  const chapter = format.chapters.find(({ body }) => body.kind === 'table' && body.table === table.id)
  const lines = new Map(
    table.rows.flatMap((row) =>
      table.columns.map((column) => [cellAddress(table.id, row.id, column.id), { row, column }] as const),
    ),
  )
  return table.grid.rows.flat().flatMap((gridCell): [string, CellInfo][] => {
    if (gridCell.kind === 'label') return []
    const at = lines.get(gridCell.cell)
    if (!chapter || !at) throw new Error(`Format ${format.id} places no row and column for ${gridCell.cell}`)
    const name = `${table.name}${separator(at.row.name)}${at.row.name}·${at.column.name}`
    return [
      [
        gridCell.cell,
        { cell: gridCell.cell, table, ...at, holds: gridCell.holds, chapter: chapter.id, name },
      ],
    ]
  })
}

/** 表三（一）予以公开 reads well as it is; 表三一、本年新收 would not. */
function separator(rowName: string): string {
  return rowName.startsWith('（') ? '' : '·'
}
