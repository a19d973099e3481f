/** What the clerk does with last year's report: begins from it, confirms what it brought, takes its text or leaves it. */

import type { StoreApi } from 'zustand/vanilla'
import { addEarlier, removeEarlier } from '../../shared/carry-over/add-earlier'
import { carryOver, nextYear } from '../../shared/carry-over/carry-over'
import { confirmFigure, confirmFigures, lastText } from '../../shared/carry-over/last-text'
import type { Draft, ProseChoice } from '../../shared/draft/draft'
import type { Desk as Bridge } from '../../shared/ipc'
import type { LastDraft } from '../../shared/ipc-earlier'
import type { DeskState } from './desk-state'
import { noteEarlierFiles } from './earlier-files'
import type { Editing } from './editing'
import type { Moving } from './moving'
import { cellPlace, fieldPlace, slotPlace } from './place'

export interface LookingBack {
  /** Puts the report of an earlier year, which the clerk chooses, beside this one; up to five stand there. */
  lookBack(): Promise<void>
  /** Takes the report of that year, other than last year's, away again. */
  forgetEarlier(year: number): void
  /** Figures that were carried over are right. */
  confirmCells(chapter: string, cells: string[]): void
  /** Last year's text of a slot: into the empty slot, as it was or with its years renewed, or not at all. */
  takeLastText(chapter: string, slot: string, choice: ProseChoice): void
  /** The figures that came with last year's text are right: all of them, or the one at this place among them. */
  confirmText(chapter: string, slot: string, index?: number): void
}

/** This year's first draft from the file the clerk chose. */
export function draftFromLast({ draft, name, hash }: LastDraft): Draft {
  return carryOver(draft, { year: nextYear(draft), source: { name, hash } })
}

export function createLookingBack(
  store: StoreApi<DeskState>,
  bridge: Bridge,
  editing: Editing,
  moving: Moving,
): LookingBack {
  const put = (recipe: (draft: Draft) => void) =>
    editing.edit({ kind: 'once', place: fieldPlace('basics', 'year') }, recipe)

  return {
    async lookBack() {
      const chosen = await bridge.ask('earlier:choose', null)
      const { draft } = store.getState()
      if (chosen === null || !draft) return
      if (!chosen.ok) return moving.say({ kind: 'openFailed', error: chosen.error })
      const { draft: earlier, name, hash } = chosen.value
      if (earlier.year >= draft.year) return moving.say({ kind: 'notEarlier', name, year: earlier.year })
      if (earlier.scope !== draft.scope) return moving.say({ kind: 'otherScope', name })
      const looking = addEarlier(draft, earlier, { name, hash })
      put((copy) => Object.assign(copy, looking))
      const organ = earlier.publisher.name
      if (organ !== draft.publisher.name) moving.say({ kind: 'otherOrgan', name, organ })
      moving.showPanel('previous')
    },
    forgetEarlier(year) {
      const { draft } = store.getState()
      if (draft) put((copy) => Object.assign(copy, removeEarlier(draft, year)))
    },
    confirmCells(chapter, cells) {
      const [first] = cells
      if (first === undefined) return
      editing.edit({ kind: 'once', place: cellPlace(chapter, first) }, (draft) =>
        confirmFiguresIn(draft, cells),
      )
    },
    takeLastText(chapter, slot, choice) {
      const current = store.getState().draft
      if (!current) return
      const text = choice === 'left' ? undefined : lastText(current, slot, choice)
      editing.edit({ kind: 'once', place: slotPlace(chapter, slot) }, (draft) => {
        if (choice !== 'left' && draft.prose[slot] !== undefined) return
        draft.proseChoices = { ...draft.proseChoices, [slot]: choice }
        if (text) draft.prose[slot] = text
      })
      if (choice !== 'left') moving.goTo(slotPlace(chapter, slot))
    },
    confirmText(chapter, slot, index) {
      editing.edit({ kind: 'once', place: slotPlace(chapter, slot) }, (draft) => {
        const blocks = draft.prose[slot]
        if (!blocks) return
        draft.prose[slot] = index === undefined ? confirmFigures(blocks) : confirmFigure(blocks, index)
      })
    },
  }
}

/** Recipe: the carried figures of these cells are the clerk's own from now on. */
export function confirmFiguresIn(draft: Draft, cells: string[]): void {
  for (const cell of cells) {
    const figure = draft.carried?.[cell]
    if (figure) figure.confirmed = true
  }
}

/** Asks main, whenever a report with one is laid on the desk, whether last year's file was changed since. */
export function watchEarlierFile(store: StoreApi<DeskState>, bridge: Bridge): () => void {
  return store.subscribe((state, before) => {
    const previous = state.draft?.previous
    const { file } = state.session
    if (!previous || !file) return
    if (previous === before.draft?.previous && file.handle === before.session.file?.handle) return
    void bridge.ask('earlier:find', { handle: file.handle }).then((found) => {
      if (found.length === 0) return
      noteEarlierFiles(previous, file.name, found)
      // What the check finds is another now: whoever shows findings looks again.
      store.setState(({ session }) => ({ session: { ...session, touched: new Set(session.touched) } }))
    })
  })
}
