import { doubts, type LocatedFigure, type SeenRow } from './locate-figures'

/**
 * Doubts rows of figures by their neighbours: rows in another order than the form's, a row that comes twice, labels and
 * figures that have slipped against each other by a row.
 *
 * @param seen by table, its rows in reading order
 */
export function doubtRows(located: LocatedFigure[], seen: Map<string, SeenRow[]>): LocatedFigure[] {
  const doubted = new Map<string, string>()
  const doubt = (row: string, reason: string) => {
    if (!doubted.has(row)) doubted.set(row, reason)
  }
  for (const [table, rows] of seen) {
    const formRows = rowsOfForm(located, table)
    const labelled = rows.filter(({ is }) => is !== undefined)
    for (const [at, one] of labelled.entries())
      for (const other of labelled.slice(at + 1)) {
        if (one.is === other.is) for (const { row } of [one, other]) doubt(row, doubts.twice)
        // Which of the two stands in the wrong place, its figures do not say.
        if ((one.is ?? 0) > (other.is ?? 0)) for (const { row } of [one, other]) doubt(row, doubts.order)
      }
    if (rows.length === formRows.length)
      rows.forEach(({ row, is }, at) => {
        if (is !== undefined && is !== formRows[at]) doubt(row, doubts.position)
      })
    for (const { row } of slippedRows(rows)) doubt(row, doubts.shifted)
  }
  return located.map((one) => {
    const reason = one.doubt ?? doubted.get(one.row)
    return reason === undefined ? one : { ...one, doubt: reason }
  })
}

/** The rows of the table's form, top down, by the tables that were located; `table` is format and table. */
function rowsOfForm(located: LocatedFigure[], table: string): number[] {
  const [found] = located.filter(({ known }) => `${known.format.id} ${known.table.id}` === table)
  return [...new Set(found?.known.figures.map(({ row }) => row) ?? [])].sort((one, other) => one - other)
}

/**
 * Figures without a label and a label without figures in one table: all that lies between may belong one row up or down.
 */
function slippedRows(rows: SeenRow[]): SeenRow[] {
  const bare = rows.flatMap(({ is, isForeign, isFilled }, at) =>
    is === undefined && !isForeign && isFilled ? [at] : [],
  )
  const empty = rows.flatMap(({ is, isFilled }, at) => (is !== undefined && !isFilled ? [at] : []))
  if (bare.length === 0 || empty.length === 0) return []
  const both = [...bare, ...empty]
  return rows.slice(Math.min(...both), Math.max(...both) + 1)
}
