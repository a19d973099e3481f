import type { Change, DocumentCell, DocumentTable } from '../compose/document'
import { type GridPlace, gridPlaces } from '../compose/grid-places'
import { align, type Pair } from './align'
import { likeness } from './likeness'
import { runsText, runsWithout, trackRuns } from './track-runs'

/** A row with what tells it from others. */
interface Row {
  places: GridPlace[]
  /** Which columns it is divided into, and which cells come down from above. */
  shape: string
  /** Labels of an official table; of a table of the clerk's own all it says. */
  text: string
}

/**
 * The two tables as one: rows that are in both with the changes in their cells, the others as rows removed or added.
 * undefined: they have not the same columns, or cells that reach over several rows cannot be brought into one.
 */
export function trackTable(last: DocumentTable, now: DocumentTable, by: string): DocumentTable | undefined {
  if (last.widths.length !== now.widths.length || last.headerRows !== now.headerRows) return undefined
  const isOfficial = now.id !== undefined
  const pairs = align(rowsOf(last), rowsOf(now), (one, other) => rowLikeness(one, other, isOfficial))
  const rows = pairs.map((pair) => trackRow(pair, by))
  const spans = countSpans(rows.map(({ cells }) => cells))
  return spans && { ...now, rows: spans, rowChanges: rows.map(({ change }) => change) }
}

function trackRow(pair: Pair<Row>, by: string): { cells: PlacedCell[]; change?: Change } {
  switch (pair.kind) {
    case 'both':
      return { cells: pair.now.places.map((place, index) => bothCell(pair.last.places[index], place, by)) }
    case 'removed':
      return { cells: pair.last.places, change: { kind: 'removed', by } }
    case 'added':
      return { cells: pair.now.places, change: { kind: 'added', by } }
  }
}

/** The table as one of the two years has it: without the rows and texts of the other, and without marks. */
export function tableWithout(table: DocumentTable, kind: Change['kind']): DocumentTable {
  const { rowChanges = [], ...rest } = table
  const rows = gridPlaces(table).filter((_, index) => rowChanges[index]?.kind !== kind)
  const kept = rows.map((row) =>
    row.map((place) => ({ ...place, cell: { ...place.cell, runs: runsWithout(place.cell.runs, kind) } })),
  )
  const counted = countSpans(kept)
  if (!counted) throw new Error('A cell of a compared table comes down from none.')
  return { ...rest, rows: counted }
}

type PlacedCell = Pick<GridPlace, 'column' | 'continues'> & { cell: DocumentCell }

function rowsOf(table: DocumentTable): Row[] {
  return gridPlaces(table).map((places) => ({
    places,
    shape: places
      .map(({ cell, column, continues }) => `${column}.${cell.colSpan}.${continues}.${cell.role}`)
      .join(),
    text: places
      .filter(({ cell, continues }) => cell.role !== 'figure' && !continues)
      .map(({ cell }) => runsText(cell.runs))
      .join('\t'),
  }))
}

function rowLikeness(one: Row, other: Row, isOfficial: boolean): number {
  if (one.shape !== other.shape) return 0
  if (!isOfficial) return likeness(one.text, other.text)
  if (one.text !== other.text) return 0
  const isSame = one.places.every(({ cell }, index) => textAt(other, index) === runsText(cell.runs))
  return isSame ? 1 : 0.9
}

function textAt({ places }: Row, index: number): string {
  return runsText(places[index]?.cell.runs ?? [])
}

function bothCell(last: GridPlace | undefined, now: GridPlace, by: string): PlacedCell {
  const runs = now.continues || !last ? now.cell.runs : trackRuns(last.cell.runs, now.cell.runs, by)
  return { ...now, cell: { ...now.cell, runs } }
}

/**
 * Rows of cells with the rows they reach over counted anew; undefined: a cell comes down from none, or what reached
 * over several rows is cut off from them.
 */
function countSpans(rows: PlacedCell[][]): DocumentCell[][] | undefined {
  const open = new Map<number, DocumentCell>()
  const found: DocumentCell[][] = []
  const spanning: DocumentCell[] = []
  for (const row of rows) {
    const here: DocumentCell[] = []
    for (const { cell, column, continues } of row) {
      const above = open.get(column)
      if (continues) {
        if (above?.colSpan !== cell.colSpan) return undefined
        above.rowSpan += 1
      } else {
        const begun = { ...cell, rowSpan: 1 }
        if (cell.rowSpan > 1) spanning.push(begun)
        open.set(column, begun)
        here.push(begun)
      }
    }
    const columns = new Set(row.map(({ column }) => column))
    for (const column of open.keys()) if (!columns.has(column)) open.delete(column)
    found.push(here)
  }
  return spanning.every(({ rowSpan }) => rowSpan > 1) ? found : undefined
}
