import type { Entry } from '../../shared/draft/draft'
import { readEntry } from '../../shared/draft/read-entry'
import type { CellKind } from '../../shared/format/format'
import { longestText, tidy } from './read-clipboard'

/** What becomes of a text put into a cell. */
export type Taken =
  | { kind: 'blank' }
  | { kind: 'value'; entry: Entry }
  /** Kept as it is, so that nothing is lost, and marked. */
  | { kind: 'refused'; entry: string; reason: string }
  /** Not kept: no figure is that long. */
  | { kind: 'tooLong' }

export function takeText(holds: CellKind, text: string): Taken {
  const tidied = tidy(text)
  if (tidied.length > longestText) return { kind: 'tooLong' }
  const read = readEntry(holds, tidied)
  return read.kind === 'refused' ? { ...read, entry: tidied } : read
}

/** What the draft holds afterwards; undefined: nothing. */
export function entryOf(taken: Exclude<Taken, { kind: 'tooLong' }>): Entry | undefined {
  return taken.kind === 'blank' ? undefined : taken.entry
}
