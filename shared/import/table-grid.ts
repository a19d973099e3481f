import { cellText, type WordRow, type WordTable } from './word-document'

/** A cell of a Word table with its merges resolved. */
export interface PlacedCell {
  text: string
  /** Grid columns from `left` up to `right`, which is not its own any more. */
  left: number
  right: number
  /** Rows from `top` up to `bottom`. */
  top: number
  bottom: number
}

export interface PlacedRow {
  /** Cells that begin in this row or reach into it, left to right. */
  cells: PlacedCell[]
  /** The row is as wide as the table: what stands in a column stands below its heading. */
  isWhole: boolean
}

export interface TableGrid {
  columns: number
  rows: PlacedRow[]
}

/** Lays a Word table out on its grid. Columns a hair wide, which LibreOffice leaves behind, are dropped. */
export function tableGrid(table: WordTable): TableGrid {
  const columns = usualWidth(table.rows)
  const edges = edgesOf(table.widths, columns)
  const rows: PlacedRow[] = []
  for (const [top, row] of table.rows.entries()) {
    const above = rows[top - 1]?.cells ?? []
    rows.push({ cells: placeCells(row, top, edges, above), isWhole: rowWidth(row) === columns })
  }
  return { columns: edges[columns] ?? columns, rows }
}

function rowWidth({ before, after, cells }: WordRow): number {
  return cells.reduce((width, { span }) => width + span, before + after)
}

/** The width most rows have. */
function usualWidth(rows: WordRow[]): number {
  const counts = new Map<number, number>()
  for (const row of rows) counts.set(rowWidth(row), (counts.get(rowWidth(row)) ?? 0) + 1)
  return [...counts].reduce((best, one) => (one[1] > best[1] ? one : best), [0, 0])[0]
}

/** Twips below which a column holds nothing. */
const HAIR = 30

/** Where each edge of the file's grid lies once the columns of no width are gone. */
function edgesOf(widths: number[], columns: number): number[] {
  const isKnown = widths.length === columns && widths.some((width) => width > 10 * HAIR)
  const edges = [0]
  for (let column = 0; column < columns; column++) {
    const isReal = !isKnown || (widths[column] ?? 0) >= HAIR
    edges.push((edges[column] ?? 0) + (isReal ? 1 : 0))
  }
  return edges
}

function placeCells(row: WordRow, top: number, edges: number[], above: PlacedCell[]): PlacedCell[] {
  const cells: PlacedCell[] = []
  let column = row.before
  for (const cell of row.cells) {
    const left = edges[column] ?? column
    column += cell.span
    const right = edges[column] ?? column
    const last = cells.at(-1)
    const text = cellText(cell)
    const upper = above.find((one) => one.left === left && one.right === right)
    if (cell.horizontal === 'continue' && last && last.top === top) last.right = right
    else if (cell.vertical === 'continue' && upper && text.trim() === '') {
      upper.bottom = top + 1
      cells.push(upper)
    } else if (right > left || text.trim() !== '') cells.push({ text, left, right, top, bottom: top + 1 })
  }
  return cells
}
