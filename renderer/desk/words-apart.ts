/** Reading long texts away from the main thread: what the tables show never waits for it, and typing neither. */

import type { StoreApi } from 'zustand/vanilla'
import type { EarlierDraft } from '../../shared/check/continuity/earlier-reports'
import type { Finding } from '../../shared/check/finding'
import type { Block, Draft } from '../../shared/draft/draft'
import { lineRuns } from '../../shared/prose/map-runs'
import { hasWords, noteWords, readHere, standIn } from './derived'
import type { DeskState } from './desk-state'
import { earlierFilesOf } from './earlier-files'

/** Reads a draft's text elsewhere and answers what checkWords does. */
export type ReadApart = (draft: Draft, previous: EarlierDraft[]) => Promise<Finding[]>

/** Characters of text that are read within a frame even the first time. */
export const LONG = 6_000

/**
 * Has the text of long drafts read apart, one at a time and always the newest. Until it is read, what was found in the
 * draft before stands for it; an older answer is kept under its own draft and can replace no newer one.
 */
export function startReadingApart(store: StoreApi<DeskState>, readApart: ReadApart): () => void {
  let isReading = false
  let isStopped = false

  function next(): Draft | undefined {
    const { draft } = store.getState()
    return draft && !isStopped && isLong(draft) && !hasWords(draft) ? draft : undefined
  }

  async function read(): Promise<void> {
    if (isReading) return
    isReading = true
    for (let draft = next(); draft; draft = next()) {
      const previous = earlierFilesOf(draft)
      const words = await readApart(draft, previous).catch(() => undefined)
      noteWords(draft, previous, words ?? readHere(draft, previous))
      store.setState(({ draft: newest, session }) => {
        if (newest && newest !== draft) standIn(newest, draft)
        // What the check finds is another now: whoever shows findings looks again.
        return { session: { ...session } }
      })
    }
    isReading = false
  }

  const stop = store.subscribe(({ draft }, before) => {
    if (draft && draft !== before.draft && isLong(draft)) standIn(draft, before.draft)
    void read()
  })
  return () => {
    isStopped = true
    stop()
  }
}

const lengths = new WeakMap<Block[], number>()

export function isLong(draft: Draft): boolean {
  return Object.values(draft.prose).reduce((sum, blocks) => sum + lengthOf(blocks), 0) > LONG
}

function lengthOf(blocks: Block[]): number {
  const known = lengths.get(blocks)
  if (known !== undefined) return known
  let length = 0
  for (const block of blocks)
    for (const runs of lineRuns(block))
      for (const run of runs) length += run.kind === 'text' ? run.text.length : 1
  lengths.set(blocks, length)
  return length
}
