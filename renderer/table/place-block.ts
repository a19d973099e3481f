import type { Grid } from '../../shared/format/format'
import { type CellMap, type FigurePlace, layOut, type Placed } from './cell-map'
import type { Block } from './read-clipboard'

/** Which text of a pasted block goes into which figure. */
export interface Placement {
  texts: Map<FigurePlace, string>
  /** Texts that found no figure. */
  outside: number
}

/** Where the first row and column of a block, and each of its rows, come to lie in the grid. */
interface Alignment {
  /** Grid row by block row; undefined: below the table. */
  rows: (number | undefined)[]
  /** Grid column of the block's first column. */
  column: number
}

/**
 * Lays a block over the table. Copied together with the table's own labels it goes where these stand;
 * without labels it starts at `start` and runs on over rows and columns of figures.
 */
export function placeBlock(grid: Grid, map: CellMap, start: FigurePlace, block: Block): Placement {
  const labels = new Labels(grid)
  const alignment = alignByLabels(labels, block)
  if (alignment) return lay(map, block.rows, alignment, () => true)
  const rows = withoutLabels(labels, block.rows)
  return lay(map, rows, alignAt(map, labels, start, rows), (text) => labels.has(text))
}

function lay(map: CellMap, rows: string[][], at: Alignment, isLabel: (text: string) => boolean): Placement {
  const texts = new Map<FigurePlace, string>()
  let outside = 0
  for (const [index, row] of rows.entries()) {
    const gridRow = at.rows[index]
    for (const [offset, text] of row.entries()) {
      const column = at.column + offset
      const place =
        gridRow === undefined
          ? undefined
          : map.rows[gridRow]?.find((figure) => column >= figure.column && column < figure.end)
      const beyond = gridRow === undefined || gridRow >= map.rows.length || column >= map.columns
      // A merged figure takes the first text over it; Excel leaves the covered ones blank.
      if (place && (texts.get(place) ?? '') === '') texts.set(place, text)
      else if (text !== '' && (place || beyond || !isLabel(text))) outside += 1
    }
  }
  return { texts, outside }
}

/** undefined: no label of the table was copied, or they contradict each other. */
function alignByLabels(labels: Labels, block: Block): Alignment | undefined {
  const found = block.rows.flatMap((row, index) =>
    row.flatMap((text, offset) => {
      const label = labels.only(text)
      return label ? [{ index, row: label.row, column: label.column - offset }] : []
    }),
  )
  const [first] = found
  if (!first || found.some(({ column }) => column !== first.column)) return undefined
  const rows: number[] = []
  for (const index of block.rows.keys()) {
    const named = found.filter((label) => label.index === index)
    const next = rows[index - 1]
    const row = named[0]?.row ?? (next === undefined ? first.row - first.index : next + 1)
    if (named.some((label) => label.row !== row) || (next !== undefined && row <= next)) return undefined
    rows.push(row)
  }
  return { rows, column: first.column }
}

/** Where label rows of the table fall on blank or label rows of the block it was copied with them, else without. */
function alignAt(map: CellMap, labels: Labels, start: FigurePlace, rows: string[][]): Alignment {
  const column = start.column
  const straight = rows.map((_, index) => start.row + index)
  const copiedWithLabels = rows.every(
    (row, index) =>
      map.rows[start.row + index]?.length !== 0 || row.every((text) => text === '' || labels.has(text)),
  )
  if (copiedWithLabels) return { rows: straight, column }
  const figureRows = [...map.rows.keys()].filter((row) => row >= start.row && map.rows[row]?.length !== 0)
  return { rows: rows.map((_, index) => figureRows[index]), column }
}

/** Leading columns and rows of labels fall away, unless nothing else was copied. */
function withoutLabels(labels: Labels, rows: string[][]): string[][] {
  const isLabels = (line: string[]) =>
    line.some((text) => text !== '') && line.every((text) => text === '' || labels.has(text))
  const width = Math.max(0, ...rows.map((row) => row.length))
  const columns = Array.from({ length: width }, (_, column) => rows.map((row) => row[column] ?? ''))
  const firstColumn = columns.findIndex((column) => !isLabels(column))
  const firstRow = rows.findIndex((row) => !isLabels(row))
  return firstColumn === -1 || firstRow === -1
    ? rows
    : rows.slice(firstRow).map((row) => row.slice(firstColumn))
}

/** The labels of a table, compared as a copy may spell them: other widths of brackets, blanks, line breaks. */
class Labels {
  private readonly byText = new Map<string, Placed[]>()

  constructor(grid: Grid) {
    for (const placed of layOut(grid)) {
      if (placed.content.kind !== 'label') continue
      const key = plain(placed.content.text)
      this.byText.set(key, [...(this.byText.get(key) ?? []), placed])
    }
  }

  has(text: string): boolean {
    return this.byText.has(plain(text))
  }

  /** The label's place where the table has it only once. */
  only(text: string): Placed | undefined {
    const places = this.byText.get(plain(text))
    return places?.length === 1 ? places[0] : undefined
  }
}

function plain(text: string): string {
  return text.normalize('NFKC').replace(/[\s\p{P}]/gu, '')
}
