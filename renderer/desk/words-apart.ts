/** Reading long texts away from the main thread: what the tables show never waits for it, and typing neither. */

import type { StoreApi } from 'zustand/vanilla'
import type { EarlierDraft } from '../../shared/check/continuity/earlier-reports'
import type { Finding } from '../../shared/check/finding'
import { readFigures } from '../../shared/check/text/read-figures'
import type { TextFigure } from '../../shared/check/text/text-figure'
import type { Block, Draft } from '../../shared/draft/draft'
import { lineRuns } from '../../shared/prose/map-runs'
import { formatOf, hasWords, noteWords, readHere, standIn } from './derived'
import type { DeskState } from './desk-state'
import { earlierFilesOf } from './earlier-files'

/** What reading a draft's text shows. */
export interface ReadText {
  words: Finding[]
  figures: TextFigure[]
}

/** Reads a draft's text elsewhere and answers what checkWords and readFigures do. */
export type ReadApart = (draft: Draft, previous: EarlierDraft[]) => Promise<ReadText>

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
      const read = await readApart(draft, previous).catch(() => undefined)
      noteWords(draft, previous, read?.words ?? readHere(draft, previous))
      figuresByDraft.set(draft, read?.figures ?? [])
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

const figuresByDraft = new WeakMap<Draft, TextFigure[]>()
const unread: TextFigure[] = []

/** The figures of the draft's text, as the tables judge them; none of a long text that is still being read apart. */
export function figuresOf(draft: Draft): TextFigure[] {
  const known = figuresByDraft.get(draft)
  if (known) return known
  if (isLong(draft)) return unread
  const figures = readFigures(draft, formatOf(draft))
  figuresByDraft.set(draft, figures)
  return figures
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
