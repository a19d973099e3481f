import type { PlacedCell, PlacedRow } from './table-grid'

/** One row of a report's table as the clerk knows it: below the headings that stand above it. */
export interface TablePiece {
  headings: PieceCell[][]
  row: PieceCell[]
}

export interface PieceCell {
  text: string
  /** Grid column it begins in: by it the cell in question is found. */
  left: number
  colSpan: number
  rowSpan: number
}

/** A row, and a cell of it. */
export interface PieceOf {
  piece: TablePiece
  left: number
}

/** Characters shown of a cell: whatever a file holds, the picture stays a picture. */
const MOST_TEXT = 120

export function tablePiece(headings: PlacedCell[], row: PlacedRow, columns: number): TablePiece {
  const tops = [...new Set(headings.map(({ top }) => top))].sort((one, other) => one - other)
  /** By column: the first heading row nothing from above reaches into. */
  const freeFrom = new Array<number>(columns).fill(0)
  const heading = (top: number, at: number): PieceCell[] => {
    const cells: PieceCell[] = []
    for (let column = 0; column < columns; ) {
      if ((freeFrom[column] ?? 0) > at) {
        column++
        continue
      }
      const own = headings.find((cell) => cell.top === top && cell.left === column)
      const right = Math.min(columns, own?.right ?? column + 1)
      const rowSpan = own ? Math.max(1, tops.filter((one) => one >= top && one < own.bottom).length) : 1
      freeFrom.fill(at + rowSpan, column, right)
      cells.push(pieceCell(own?.text ?? '', column, right, rowSpan))
      column = Math.max(right, column + 1)
    }
    return cells
  }
  return { headings: tops.map(heading), row: rowCells(row.cells, columns) }
}

function rowCells(cells: PlacedCell[], columns: number): PieceCell[] {
  const shown: PieceCell[] = []
  let column = 0
  for (const { text, left, right } of cells.toSorted((one, other) => one.left - other.left)) {
    for (; column < left; column++) shown.push(pieceCell('', column, column + 1, 1))
    shown.push(pieceCell(text, left, Math.max(right, left + 1), 1))
    column = Math.max(column, right)
  }
  for (; column < columns; column++) shown.push(pieceCell('', column, column + 1, 1))
  return shown
}

function pieceCell(text: string, left: number, right: number, rowSpan: number): PieceCell {
  const plain = text.replace(/\s+/gu, ' ').trim()
  return {
    text: plain.length > MOST_TEXT ? `${plain.slice(0, MOST_TEXT)}…` : plain,
    left,
    colSpan: right - left,
    rowSpan,
  }
}
