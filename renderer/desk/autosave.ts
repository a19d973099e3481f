/** A draft that has a file is saved by itself about a second after the last change. */

import type { StoreApi } from 'zustand/vanilla'
import { type DeskState, isUnsaved } from './desk-state'
import type { Filing } from './filing'

export const AUTOSAVE_PAUSE = 1000

/** Returns the function that stops it. After a failure it waits for the next change instead of insisting. */
export function startAutosave(store: StoreApi<DeskState>, filing: Filing): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined
  const stop = store.subscribe((state, before) => {
    const changed = state.draft !== before.draft || state.session.file?.handle !== before.session.file?.handle
    if (!changed) return
    clearTimeout(timer)
    if (state.session.file !== null && isUnsaved(state))
      timer = setTimeout(() => void filing.saveQuietly(), AUTOSAVE_PAUSE)
  })
  return () => {
    clearTimeout(timer)
    stop()
  }
}
