import type { Entry } from '../../shared/draft/draft'
import type { FigureValue } from '../../shared/draft/figures'
import { entryText } from '../../shared/draft/read-entry'
import type { FigurePlace } from './cell-map'
import { entryOf, takeText } from './take-text'

/** By cell address; undefined clears the cell. */
export type Changes = Record<string, Entry | undefined>

export interface BlockEdit {
  changes: Changes
  /** Figures that now hold a text no cell accepts. */
  refused: number
  /** Figures left as they were, the text being too long. */
  tooLong: string[]
}

/** What a pasted block does to the draft; a total in it is kept as it was pasted. */
export function pasteChanges(texts: Map<FigurePlace, string>): BlockEdit {
  const edit: BlockEdit = { changes: {}, refused: 0, tooLong: [] }
  for (const [{ cell, holds }, text] of texts) {
    const taken = takeText(holds, text)
    if (taken.kind === 'tooLong') edit.tooLong.push(cell)
    else edit.changes[cell] = entryOf(taken)
    if (taken.kind === 'refused') edit.refused += 1
  }
  return edit
}

/** Only what was entered can be cleared: a computed total follows its parts. */
export function clearChanges(figures: Record<string, Entry>, rows: FigurePlace[][]): Changes {
  const entered = rows.flat().filter(({ cell }) => figures[cell] !== undefined)
  return Object.fromEntries(entered.map(({ cell }) => [cell, undefined]))
}

/** The first row of the range goes into the rows below it; each figure takes the one above it over its column. */
export function fillChanges(
  figures: Record<string, Entry>,
  [first = [], ...below]: FigurePlace[][],
): Changes {
  const filled = below.flat().flatMap((place) => {
    const source = first.find(({ column, end }) => column < place.end && end > place.column)
    return source ? [[place.cell, sameEntry(figures[source.cell], source, place)] as const] : []
  })
  return Object.fromEntries(filled)
}

function sameEntry(entry: Entry | undefined, source: FigurePlace, place: FigurePlace): Entry | undefined {
  if (entry === undefined || source.holds === place.holds) return entry
  const taken = takeText(place.holds, entryText(source.holds, entry))
  return taken.kind === 'tooLong' ? undefined : entryOf(taken)
}

/** What is in sight in the range, totals included; '' for a blank. */
export function copiedRows(
  values: Map<string, FigureValue>,
  rows: FigurePlace[][],
): { text: string; colSpan: number }[][] {
  return rows.map((row) =>
    row.map(({ cell, column, end }) => ({ text: valueText(values.get(cell)), colSpan: end - column })),
  )
}

export function valueText(value: FigureValue | undefined): string {
  return value === undefined || value.kind === 'blank' ? '' : value.text
}
