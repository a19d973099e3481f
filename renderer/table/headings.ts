import type { Grid } from '../../shared/format/format'
import { layOut, type Placed } from './cell-map'

/** Key of a cell within its grid: row and column. */
export type PlaceKey = `${number}-${number}`

export function placeKey({ row, column }: { row: number; column: number }): PlaceKey {
  return `${row}-${column}`
}

/**
 * The labels a screen reader says for each figure, by the figure's address: its band, the column headings over it
 * (of the nearest block of header rows above, as Table 2 has one under every band) and the row headings beside it.
 */
export function headingsOf(grid: Grid): Map<string, PlaceKey[]> {
  const placed = layOut(grid)
  const labels = placed.filter(({ content }) => content.kind === 'label')
  const headerRows = new Set(labels.filter((label) => hasRole(label, 'header')).map(({ row }) => row))
  return new Map(
    placed.flatMap((figure): [string, PlaceKey[]][] => {
      if (figure.content.kind === 'label') return []
      const block = headerBlock(headerRows, figure.row)
      const band = labels.findLast(
        (label) => hasRole(label, 'band') && label.row < figure.row && isOver(label, figure),
      )
      const over = labels.filter(
        (label) => hasRole(label, 'header') && block.has(label.row) && isOver(label, figure),
      )
      const beside = labels.filter((label) => hasRole(label, 'stub') && isBeside(label, figure))
      return [[figure.content.cell, [...(band ? [band] : []), ...over, ...beside].map(placeKey)]]
    }),
  )
}

function headerBlock(headerRows: Set<number>, figureRow: number): Set<number> {
  let row = figureRow - 1
  while (row >= 0 && !headerRows.has(row)) row -= 1
  const block = new Set<number>()
  for (; headerRows.has(row); row -= 1) block.add(row)
  return block
}

function hasRole({ content }: Placed, role: 'band' | 'header' | 'stub'): boolean {
  return content.kind === 'label' && content.role === role
}

function isOver(label: Placed, figure: Placed): boolean {
  return label.column < figure.column + figure.colSpan && label.column + label.colSpan > figure.column
}

function isBeside(label: Placed, figure: Placed): boolean {
  return label.row <= figure.row && label.row + label.rowSpan > figure.row && label.column < figure.column
}
