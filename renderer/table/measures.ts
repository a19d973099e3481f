import type { Grid } from '../../shared/format/format'
import { layOut, type Placed } from './cell-map'

/** px a column of figures needs, and the labels beside them all together, before the table scrolls sideways. */
const figureWidth = 45
const labelsWidth = 232

/** Nested labels, as in Table 3, keep mostly to one line at this width in px, and take no more than this share for it. */
const nestedLabelsWidth = 292
const nestedLabelsShare = { least: 0.355, most: 0.44 }

/** Below this width, in px, figures stand closer to the lines. */
const roomyWidth = 760

/** A table of more rows is drawn with narrower ones, so that more of it is in sight. */
const manyRows = 16

export interface Measures {
  /** px. */
  width: number
  columns: { key: string; width: number }[]
  /** px the labels beside the figures take. */
  labels: number
  /** px left of a label that stays beside the figures while they scroll; undefined for any other. */
  left(label: Placed): number | undefined
  /** There is less room than the table needs: it scrolls. */
  scrolls: boolean
  compact: boolean
  dense: boolean
}

/**
 * `available`: px; 0 while nobody knows. Widths follow the printed table; only nested labels of rows get as much as the
 * screen has for them, no more.
 */
export function measuresOf(grid: Grid, available: number): Measures {
  const figureColumns = layOut(grid).flatMap(({ content, column }) =>
    content.kind === 'figure' ? [column] : [],
  )
  const firstFigure = Math.min(grid.widths.length, ...figureColumns)
  const least = (firstFigure > 0 ? labelsWidth : 0) + (grid.widths.length - firstFigure) * figureWidth
  const width = Math.max(available, least)
  const printed = { labels: sum(grid.widths.slice(0, firstFigure)), all: sum(grid.widths) }
  const labels = firstFigure > 1 ? nestedLabels(width) : width * (printed.labels / printed.all)
  const columns = grid.widths.map((printedWidth, column) => ({
    key: `${column}`,
    width:
      column < firstFigure
        ? labels * (printedWidth / printed.labels)
        : (width - labels) * (printedWidth / (printed.all - printed.labels)),
  }))
  return {
    width,
    columns,
    labels,
    left: ({ column, colSpan }) =>
      column + colSpan <= firstFigure ? sum(columns.slice(0, column).map((one) => one.width)) : undefined,
    scrolls: available > 0 && available < least,
    compact: width < roomyWidth,
    dense: grid.rows.length > manyRows,
  }
}

function nestedLabels(width: number): number {
  const { least, most } = nestedLabelsShare
  return Math.max(least * width, Math.min(nestedLabelsWidth, most * width))
}

function sum(numbers: number[]): number {
  return numbers.reduce((total, number) => total + number, 0)
}
