/** A draft that has a file is saved by itself about a second after the last change. */

import type { StoreApi } from 'zustand/vanilla'
import { type DeskState, isUnsaved } from './desk-state'
import type { Filing } from './filing'

export const AUTOSAVE_PAUSE = 1000

/** Whoever types without a pause is saved all the same. */
export const AUTOSAVE_LONGEST = 5000

/** Returns the function that stops it. After a failure it waits for the next change instead of insisting. */
export function startAutosave(store: StoreApi<DeskState>, filing: Filing): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined
  let longest: ReturnType<typeof setTimeout> | undefined
  function save(): void {
    clearTimeout(timer)
    clearTimeout(longest)
    longest = undefined
    void filing.saveQuietly()
  }
  const stop = store.subscribe((state, before) => {
    const changed = state.draft !== before.draft || state.session.file?.handle !== before.session.file?.handle
    if (!changed) return
    clearTimeout(timer)
    const { file } = state.session
    if (file === null || file.heldBy || !isUnsaved(state)) return
    timer = setTimeout(save, AUTOSAVE_PAUSE)
    longest ??= setTimeout(save, AUTOSAVE_LONGEST)
  })
  return () => {
    clearTimeout(timer)
    clearTimeout(longest)
    stop()
  }
}
