/** Undo and redo as immer patches, one step per mark. Pure: a history in, a history out. */

import { applyPatches, type Patch } from 'immer'
import type { Draft } from '../../shared/draft/draft'
import { type Place, samePlace } from './place'

/** Steps kept; the oldest go first. */
export const HISTORY_LIMIT = 500

/** Typing at one place joins one step while the pauses stay below this many milliseconds. */
export const BURST_PAUSE = 1000

/** What an edit is to the history. `typing` joins the same place's typing just before it; `once` never joins. */
export interface Mark {
  kind: 'typing' | 'once'
  place: Place
}

export interface Change {
  place: Place
  patches: Patch[]
  inverse: Patch[]
}

export interface History {
  done: Change[]
  undone: Change[]
  /** Time of the last keystroke while the newest step may still grow; null: it is closed. */
  openSince: number | null
}

export const emptyHistory: History = { done: [], undone: [], openSince: null }

/** Adds a change made at `now` (milliseconds); what was undone before is given up. */
export function record(
  history: History,
  mark: Mark,
  patches: Patch[],
  inverse: Patch[],
  now: number,
): History {
  const last = history.done.at(-1)
  const joins =
    mark.kind === 'typing' &&
    last !== undefined &&
    history.openSince !== null &&
    now - history.openSince <= BURST_PAUSE &&
    samePlace(last.place, mark.place)
  const openSince = mark.kind === 'typing' ? now : null
  if (joins) {
    const joined = {
      place: last.place,
      patches: [...last.patches, ...patches],
      inverse: [...inverse, ...last.inverse],
    }
    return { done: [...history.done.slice(0, -1), joined], undone: [], openSince }
  }
  const done = [...history.done, { place: mark.place, patches, inverse }].slice(-HISTORY_LIMIT)
  return { done, undone: [], openSince }
}

/** Closes the newest step: the caret left, or something else begins. */
export function seal(history: History): History {
  return history.openSince === null ? history : { ...history, openSince: null }
}

/** The draft before the newest step and where that step was; undefined when there is nothing to undo. */
export function undo(
  history: History,
  draft: Draft,
): { history: History; draft: Draft; place: Place } | undefined {
  const change = history.done.at(-1)
  if (!change) return undefined
  return {
    history: { done: history.done.slice(0, -1), undone: [...history.undone, change], openSince: null },
    draft: applyPatches(draft, change.inverse),
    place: change.place,
  }
}

/** The draft with the step last undone made again; undefined when there is none. */
export function redo(
  history: History,
  draft: Draft,
): { history: History; draft: Draft; place: Place } | undefined {
  const change = history.undone.at(-1)
  if (!change) return undefined
  return {
    history: { done: [...history.done, change], undone: history.undone.slice(0, -1), openSince: null },
    draft: applyPatches(draft, change.patches),
    place: change.place,
  }
}
