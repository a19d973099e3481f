/** Every change to the draft, and the way back from it. */

import { enablePatches, produceWithPatches } from 'immer'
import type { StoreApi } from 'zustand/vanilla'
import type { Draft } from '../../shared/draft/draft'
import type { DeskState } from './desk-state'
import { type Mark, record, redo, seal, undo } from './history'
import type { Moving } from './moving'

enablePatches()

export interface Editing {
  /** The only way to change the draft. The recipe changes a copy; a recipe that changes nothing is no step. */
  edit(mark: Mark, recipe: (draft: Draft) => void): void
  /** Ends the step being typed: the caret left the place. */
  seal(): void
  undo(): void
  redo(): void
}

export function createEditing(store: StoreApi<DeskState>, moving: Moving, now: () => number): Editing {
  function travel(step: typeof undo): void {
    const { draft, history } = store.getState()
    const result = draft && step(history, draft)
    if (!result) return
    store.setState({ draft: result.draft, history: result.history })
    moving.goTo(result.place)
  }
  return {
    edit(mark, recipe) {
      const { draft, history, session } = store.getState()
      if (!draft) return
      const { file } = session
      if (file?.heldBy) return moving.say({ kind: 'heldByOther', name: file.name, holder: file.heldBy })
      const [next, patches, inverse] = produceWithPatches(draft, (copy: Draft) => {
        recipe(copy)
      })
      if (patches.length === 0) return
      store.setState({ draft: next, history: record(history, mark, patches, inverse, now()) })
    },
    seal() {
      store.setState(({ history }) => ({ history: seal(history) }))
    },
    undo: () => travel(undo),
    redo: () => travel(redo),
  }
}
