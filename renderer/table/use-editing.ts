import { useState } from 'react'
import type { Entry } from '../../shared/draft/draft'
import type { CellMap } from './cell-map'
import { longestText } from './read-clipboard'
import { entryOf, takeText } from './take-text'

/** A figure while its text is being written. */
interface Session {
  cell: string
  /** As it stands in the field, half-finished or not. */
  text: string
  /** What Escape brings back. */
  before: Entry | undefined
  /** What the draft got of it so far; when the draft holds something else, undo or another hand was there. */
  sent: Entry | undefined
}

export interface Editing {
  /** The text being written in this cell; undefined: nobody writes there. */
  textIn(cell: string): string | undefined
  /** Cells that were offered a text longer than any cell keeps. */
  tooLong: ReadonlySet<string>
  rejectTooLong(cells: string[]): void
  /** The text of the field changed; composing: an input method has not finished with it. */
  write(cell: string, text: string, composing: boolean): void
  /** Whether the draft does not know yet what is being written, because no cell accepts it as it stands. */
  holdsBack(): boolean
  /** The text is finished: what no cell accepts is kept and returned, to be said. */
  finish(): { cell: string; entry: string; reason: string } | undefined
  /** The value from before the first key; false: nothing was written. */
  restore(): boolean
  drop(): void
}

/**
 * Every key that yields a value goes to the draft at once, so that totals and rules follow; a text no cell accepts
 * goes there only when it is finished, so that nothing turns red under the clerk's hands.
 */
export function useEditing(
  map: CellMap,
  figures: Record<string, Entry>,
  onEdit: (changes: Record<string, Entry | undefined>, what: 'type') => void,
): Editing {
  const [stored, setSession] = useState<Session>()
  const [tooLong, setTooLong] = useState<ReadonlySet<string>>(new Set())
  const session = stored && figures[stored.cell] === stored.sent ? stored : undefined

  function send(cell: string, entry: Entry | undefined) {
    if (figures[cell] !== entry) onEdit({ [cell]: entry }, 'type')
  }

  function write(cell: string, text: string, composing: boolean) {
    const place = map.byCell.get(cell)
    if (!place) return
    // The field goes back to what it held: see FigureCell, its value is ours.
    if (text.length > longestText) return setTooLong(new Set([cell]))
    const same = session?.cell === cell ? session : undefined
    const kept = { cell, text, before: same ? same.before : figures[cell], sent: figures[cell] }
    const taken = composing ? undefined : takeText(place.holds, text)
    setTooLong(new Set())
    if (!taken || taken.kind === 'refused' || taken.kind === 'tooLong') return setSession(kept)
    setSession({ ...kept, sent: entryOf(taken) })
    send(cell, entryOf(taken))
  }

  function holdsBack(): boolean {
    const place = session && map.byCell.get(session.cell)
    return place !== undefined && takeText(place.holds, session?.text ?? '').kind === 'refused'
  }

  function finish() {
    const place = session && map.byCell.get(session.cell)
    setSession(undefined)
    if (!place) return undefined
    const taken = takeText(place.holds, session.text)
    if (taken.kind === 'tooLong') return undefined
    send(session.cell, entryOf(taken))
    return taken.kind === 'refused' ? { cell: session.cell, ...taken } : undefined
  }

  function restore() {
    if (!session) return false
    setSession(undefined)
    send(session.cell, session.before)
    return true
  }

  return {
    textIn: (cell) => (session?.cell === cell ? session.text : undefined),
    tooLong,
    rejectTooLong: (cells) => setTooLong(new Set(cells)),
    write,
    holdsBack,
    finish,
    restore,
    drop: () => setSession(undefined),
  }
}
