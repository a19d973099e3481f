import type { Draft, Entry } from '../draft/draft'
import { cellInfo } from '../format/cells'
import type { Format } from '../format/format'
import type { DoubtfulFigure, ImportedReport } from './import-report'
import { withoutComputed } from './stored-figures'

/** A cell of the draft's format that something doubtful may belong to: once, or as often as it was found. */
export interface DoubtfulPlace {
  address: string
  name: string
  found: DoubtfulFigure[]
}

/** What the clerk says of a doubtful place. Where she says nothing it stays blank. */
export type Decision =
  /** found[index] belongs there. */
  { kind: 'taken'; index: number } | { kind: 'typed'; entry: Entry } | { kind: 'blank' }

/** The doubtful places of a report in reading order. */
export function doubtfulPlaces({ doubtful }: ImportedReport, format: Format): DoubtfulPlace[] {
  const places = new Map<string, DoubtfulPlace>()
  for (const figure of doubtful) {
    const { address, name } = figure
    if (!cellInfo(format, address)) continue
    const place = places.get(address) ?? { address, name, found: [] }
    place.found.push(figure)
    places.set(address, place)
  }
  return [...places.values()]
}

/** What was found for which the draft's format has no place: told, never entered. */
export function droppedFigures({ doubtful }: ImportedReport, format: Format): DoubtfulFigure[] {
  return doubtful.filter(({ address }) => !cellInfo(format, address))
}

/**
 * The draft of a report once the clerk has looked: what is certain, and of what is doubtful what she decided. A certain
 * total is kept where the parts that are left do not add up to it.
 */
export function settledDraft(
  report: ImportedReport,
  format: Format,
  decisions: Record<string, Decision>,
): Draft {
  const decided = doubtfulPlaces(report, format).flatMap(({ address, found }): [string, Entry][] => {
    const entry = decidedEntry(found, decisions[address])
    return entry === undefined ? [] : [[address, entry]]
  })
  const figures = withoutComputed({ ...report.values, ...Object.fromEntries(decided) }, format)
  return { ...report.draft, figures }
}

function decidedEntry(found: DoubtfulFigure[], decision: Decision | undefined): Entry | undefined {
  switch (decision?.kind) {
    case 'taken':
      return found[decision.index]?.offered
    case 'typed':
      return decision.entry
    case 'blank':
    case undefined:
      return undefined
  }
}
