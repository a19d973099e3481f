import type { DoubtfulPlace } from '../../shared/import/settle-report'
import type { TablePiece } from '../../shared/import/table-piece'

/** Doubtful places that stood in the same row, or the same rows, of the report: one look for all of them. */
export interface DoubtfulGroup {
  key: string
  /** `at`: the how manieth finding stood in it. */
  pieces: { piece: TablePiece; marked: number[]; at: number }[]
  reasons: string[]
  places: DoubtfulPlace[]
}

export function doubtfulGroups(places: DoubtfulPlace[]): DoubtfulGroup[] {
  const groups = new Map<string, DoubtfulGroup>()
  for (const place of places) {
    const key = place.found.map(({ where }) => JSON.stringify(where?.piece)).join()
    const group = groups.get(key) ?? {
      key,
      pieces: place.found.flatMap(({ where }, at) => (where ? [{ piece: where.piece, marked: [], at }] : [])),
      reasons: [],
      places: [],
    }
    groups.set(key, group)
    group.places.push(place)
    for (const [index, { where, reason }] of place.found.entries()) {
      if (where) group.pieces.find(({ at }) => at === index)?.marked.push(where.left)
      if (!group.reasons.includes(reason)) group.reasons.push(reason)
    }
  }
  return [...groups.values()]
}
