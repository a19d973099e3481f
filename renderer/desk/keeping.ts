/** Every change reaches the disk within a second, whether or not the draft has a file: main keeps it for a crash. */

import type { StoreApi } from 'zustand/vanilla'
import type { Draft } from '../../shared/draft/draft'
import type { Desk as Bridge, WriteError } from '../../shared/ipc'
import { fail, type Result } from '../../shared/result'
import { type DeskState, isUnsaved } from './desk-state'

/** From the first change that is not kept to its being sent, also while the typing goes on. */
export const KEEP_PAUSE = 300

/** Returns the function that stops it. */
export function startKeeping(store: StoreApi<DeskState>, bridge: Bridge): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined
  let isKeeping = false
  /** Main holds something that has to be ended when the draft is in its file. */
  let hasKept = false

  const isDue = (state: DeskState): boolean =>
    state.draft !== null && isUnsaved(state) && state.draft !== state.session.kept

  function schedule(): void {
    if (!isKeeping && isDue(store.getState())) timer ??= setTimeout(() => void keep(), KEEP_PAUSE)
  }

  async function keep(): Promise<void> {
    timer = undefined
    const { draft, session } = store.getState()
    if (!draft || !isDue(store.getState())) return
    isKeeping = true
    hasKept = true
    const handle = session.file?.handle ?? null
    const reply = await bridge.ask('recovery:keep', { handle, draft }).catch(unanswered)
    isKeeping = false
    note(draft, reply)
    // After a failure the next change tries again.
    if (reply.ok) schedule()
  }

  function note(draft: Draft, reply: Result<null, WriteError>): void {
    const state = store.getState()
    const { session } = state
    if (reply.ok) {
      const message = session.message?.kind === 'keepFailed' ? null : session.message
      store.setState({ session: { ...session, kept: draft, keepFailed: false, message } })
      return
    }
    // A draft that reaches its own file is safe there.
    const isSafe = session.file !== null && !session.saveFailed
    const message = isSafe || session.keepFailed ? session.message : keepFailed(reply.error)
    store.setState({ session: { ...session, keepFailed: true, message } })
  }

  const stop = store.subscribe((state, before) => {
    const isSaved = state.draft === null || !isUnsaved(state)
    if (isSaved && hasKept && !isKeeping) {
      hasKept = false
      void bridge.ask('recovery:end', { how: 'saved' }).catch(() => {})
    }
    if (state.draft !== before.draft || isSaved) schedule()
  })
  return () => {
    clearTimeout(timer)
    stop()
  }
}

const keepFailed = (error: WriteError) => ({ kind: 'keepFailed' as const, error })

function unanswered(): { ok: false; error: WriteError } {
  return fail({ kind: 'unwritable', name: '' })
}
