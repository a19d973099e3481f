import { randomUUID } from 'node:crypto'
import type { Handle } from '../../shared/ipc'

/**
 * What a handle stands for: a draft as it was last read or written (`stamp`), a file only listed so far or one that
 * did not open, a report this app wrote, or what is kept against loss.
 */
export type Known =
  | { kind: 'draft'; path: string; stamp: string }
  | { kind: 'listed'; path: string }
  | { kind: 'exported'; path: string }
  /** A Word report somebody made. */
  | { kind: 'word'; path: string }
  /** Work an earlier run left behind. */
  | { kind: 'recovered'; path: string }
  /** An earlier version of a report. */
  | { kind: 'backup'; path: string }

export interface Handles {
  /** The handle of a file: the same one again for the same file in the same state. */
  of(known: Known): Handle
  /** What a handle stands for; undefined: main never gave it out. */
  known(handle: Handle): Known | undefined
  /** A draft was saved: its handle now stands for the new content. */
  restamp(handle: Handle, stamp: string): void
}

/** The names the window has for files. They are random, so that a path can neither be guessed nor read off. */
export function createHandles(): Handles {
  const byHandle = new Map<Handle, Known>()

  function isSame(a: Known, b: Known): boolean {
    return (
      a.kind === b.kind &&
      a.path === b.path &&
      (a.kind !== 'draft' || b.kind !== 'draft' || a.stamp === b.stamp)
    )
  }

  return {
    of(known) {
      for (const [handle, other] of byHandle) if (isSame(known, other)) return handle
      const handle = randomUUID()
      byHandle.set(handle, known)
      return handle
    },
    known: (handle) => byHandle.get(handle),
    restamp(handle, stamp) {
      const known = byHandle.get(handle)
      if (known?.kind === 'draft') byHandle.set(handle, { ...known, stamp })
    },
  }
}
