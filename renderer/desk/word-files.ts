/** Word files on the desk: last year's report somebody made, and this one edited in Word. */

import type { StoreApi } from 'zustand/vanilla'
import type { Draft } from '../../shared/draft/draft'
import { formatById } from '../../shared/format/formats'
import type { ReadError } from '../../shared/import/read-error'
import type { Desk as Bridge, Handle } from '../../shared/ipc'
import type { WordReport } from '../../shared/ipc-word'
import { applyEdits } from '../../shared/read-back/apply-edits'
import type { Edit } from '../../shared/read-back/edit'
import { fail, type Result } from '../../shared/result'
import type { DeskState } from './desk-state'
import type { Editing } from './editing'
import type { Filing } from './filing'
import type { Moving } from './moving'
import { fieldPlace } from './place'

export interface WordFiles {
  /** Reads the Word report the clerk chooses and shows what was found in it. */
  chooseWord(): Promise<void>
  /** Reads the one that is shown once more, as the report of this year. */
  readWordAs(year: number): Promise<void>
  /** What was read goes on the desk as a report without a file. */
  openWord(draft: Draft): Promise<void>
  /** This year's report is begun from it. */
  beginFromWord(draft: Draft): Promise<void>
  /** Reads a Word file of the report on the desk and shows what was edited in it. */
  readBack(): Promise<void>
  /** Takes over the edits the clerk accepted, as one step. */
  takeEdits(edits: Edit[]): void
}

export function createWordFiles(
  store: StoreApi<DeskState>,
  bridge: Bridge,
  moving: Moving,
  editing: Editing,
  filing: Filing,
): WordFiles {
  /** The report that is shown. */
  function shown(): WordReport | undefined {
    const { aside } = store.getState()
    return aside?.kind === 'word' ? aside.word : undefined
  }

  const put = (draft: Draft) => filing.begin({ kind: 'handed', opened: { file: null, draft, unsaved: true } })

  return {
    async chooseWord() {
      const read = await bridge.ask('word:choose', null).catch(() => unreadable(''))
      if (read !== null) showWord(store, moving, read)
    },
    async readWordAs(year) {
      const word = shown()
      if (!word) return
      const read = await bridge
        .ask('word:read', { handle: word.handle, year })
        .catch(() => unreadable(word.name))
      showWord(store, moving, read)
    },
    async openWord(draft) {
      store.setState({ aside: null })
      await put(draft)
    },
    async beginFromWord(draft) {
      const word = shown()
      if (!word) return
      store.setState({ aside: null })
      await filing.begin({ kind: 'fromLast', last: { name: word.name, hash: word.hash, draft } })
    },
    async readBack() {
      const { draft } = store.getState()
      if (!draft) return
      const read = await bridge.ask('word:readBack', { draft }).catch(() => unreadable(''))
      if (read === null) return
      if (read.ok) store.setState({ aside: { kind: 'readBack', read: read.value } })
      else moving.say({ kind: 'wordRefused', error: read.error })
    },
    takeEdits(edits) {
      const { aside, draft } = store.getState()
      const format = draft && formatById(draft.format)
      if (aside?.kind !== 'readBack' || !format) return
      store.setState({ aside: null })
      const next = applyEdits(draft, aside.read.base ?? draft, edits, format)
      editing.edit({ kind: 'once', place: fieldPlace('basics', 'year') }, (copy) => {
        Object.assign(copy, next)
        if (!next.issuingLine) delete copy.issuingLine
      })
      if (store.getState().draft !== draft) moving.say({ kind: 'editsTaken', count: edits.length })
    },
  }
}

/** Reads a Word file that was chosen where drafts are opened. */
export async function readWord(
  store: StoreApi<DeskState>,
  bridge: Bridge,
  moving: Moving,
  handle: Handle,
): Promise<void> {
  showWord(store, moving, await bridge.ask('word:read', { handle, year: null }).catch(() => unreadable('')))
}

function showWord(store: StoreApi<DeskState>, moving: Moving, read: Result<WordReport, ReadError>): void {
  if (read.ok) store.setState({ aside: { kind: 'word', word: read.value } })
  else moving.say({ kind: 'wordRefused', error: read.error })
}

/** Main refused or failed without naming why. */
function unreadable(name: string): { ok: false; error: ReadError } {
  return fail({ kind: 'unreadable', name })
}
