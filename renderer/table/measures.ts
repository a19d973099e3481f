import type { Grid } from '../../shared/format/format'
import { layOut, type Placed } from './cell-map'

/** px a column of figures needs, and the labels beside them all together, before the table scrolls sideways. */
const figureWidth = 45
const labelsWidth = 232

/** Nested labels, as in Table 3, keep mostly to one line at this width in px, and take no more than this share for it. */
const nestedLabelsWidth = 292
const nestedLabelsShare = { least: 0.355, most: 0.42 }

/** In columns narrower than this, in px, figures stand closer to the lines. */
const roomyColumn = 64

/** px of the line along the table's start; every cell brings its own line at its end. */
const startLine = 1

/** A table of more rows is drawn with narrower ones, so that more of it is in sight. */
const manyRows = 20

export interface Measures {
  /** px of the table, its line at the start included. */
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
  const least =
    startLine + (firstFigure > 0 ? labelsWidth : 0) + (grid.widths.length - firstFigure) * figureWidth
  const width = Math.max(available, least)
  const printed = { labels: sum(grid.widths.slice(0, firstFigure)), all: sum(grid.widths) }
  const labels = firstFigure > 1 ? nestedLabels(width) : width * (printed.labels / printed.all)
  const columns = wholePixels(
    grid.widths.map((printedWidth, column) =>
      column < firstFigure
        ? labels * (printedWidth / printed.labels)
        : (width - startLine - labels) * (printedWidth / (printed.all - printed.labels)),
    ),
  )
  return {
    width,
    columns: columns.map((width, column) => ({ key: `${column}`, width })),
    labels,
    left: ({ column, colSpan }) =>
      column + colSpan <= firstFigure ? sum(columns.slice(0, column)) : undefined,
    scrolls: available > 0 && available < least,
    compact: Math.min(...columns.slice(firstFigure)) < roomyColumn,
    dense: grid.rows.length > manyRows,
  }
}

/** Rounded where the columns meet, so that the whole is neither wider nor narrower for it. */
function wholePixels(widths: number[]): number[] {
  const edges = widths.map((_, column) => Math.round(sum(widths.slice(0, column + 1))))
  return edges.map((edge, column) => edge - (edges[column - 1] ?? 0))
}

function nestedLabels(width: number): number {
  const { least, most } = nestedLabelsShare
  return Math.max(least * width, Math.min(nestedLabelsWidth, most * width))
}

function sum(numbers: number[]): number {
  return numbers.reduce((total, number) => total + number, 0)
}
