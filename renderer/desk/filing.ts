/** Opening and saving. Main keeps the paths; the desk knows a file by its handle only. */

import type { StoreApi } from 'zustand/vanilla'
import type { Draft } from '../../shared/draft/draft'
import { newDraft } from '../../shared/draft/new-draft'
import { proposeFormat } from '../../shared/format/formats'
import type {
  Desk as Bridge,
  Channels,
  ComparisonFile,
  ExportFormat,
  Handle,
  OpenError,
  OpenedDraft,
  WordCopy,
  WriteError,
} from '../../shared/ipc'
import type { LastDraft } from '../../shared/ipc-earlier'
import { fail, type Result } from '../../shared/result'
import {
  type Aside,
  type DeskState,
  freshSession,
  isUnsaved,
  type Next,
  type OpenFile,
  type Session,
} from './desk-state'
import { filledFields } from './filled-fields'
import { emptyHistory } from './history'
import { draftFromLast } from './looking-back'
import type { Moving } from './moving'
import { proposeYear } from './report-year'
import { comparisonName, suggestedName } from './suggested-name'
import { readWord } from './word-files'

export interface Filing {
  /** Asks main what there is to start with, once. */
  start(): Promise<void>
  /** Puts another report on the desk; unsaved work is saved first where it has a file, else asked about. */
  begin(next: Next): Promise<void>
  /** The same, the unsaved report being given up on the clerk's word. */
  beginAnyway(next: Next): Promise<void>
  /** A draft handed over from outside. */
  take(opened: Result<OpenedDraft, OpenError>): Promise<void>
  /** Another version of the report on the desk takes its place. */
  replace(opened: OpenedDraft): void
  /** Asks main anew which reports were worked on last. */
  refreshRecent(): Promise<void>
  /** True once the draft is in its file; a draft without one is asked where to go. */
  save(): Promise<boolean>
  /** The same unasked: a trouble already reported is not reported again. */
  saveQuietly(): Promise<boolean>
  saveAs(): Promise<boolean>
  /** Saves over what somebody else has written into the file, which main puts away first. */
  saveOver(): Promise<boolean>
  forget(handle: Handle): Promise<void>
  exportReport(formats: ExportFormat[], copy: WordCopy): Promise<void>
  exportCheckSheet(formats: ('docx' | 'pdf')[]): Promise<void>
  exportComparison(what: ComparisonFile): Promise<void>
  reveal(handle: Handle): void
}

export function createFiling(
  store: StoreApi<DeskState>,
  bridge: Bridge,
  moving: Moving,
  now: () => number,
): Filing {
  const update = (change: Partial<Session>): void =>
    store.setState(({ session }) => ({ session: { ...session, ...change } }))

  let started: Promise<void> | undefined
  let running: Promise<boolean> | undefined

  function layOut({ draft, file, unsaved }: OpenedDraft): void {
    store.setState({
      draft,
      history: emptyHistory,
      session: {
        ...freshSession,
        screen: 'report',
        file,
        saved: unsaved ? null : draft,
        savedAt: null,
        touched: filledFields(draft),
        request: { place: { step: 'basics', target: { kind: 'heading' } }, nonce: now() },
      },
    })
    if (file?.heldBy) moving.say({ kind: 'heldByOther', name: file.name, holder: file.heldBy })
  }

  function layOutOpened(opened: Result<OpenedDraft, OpenError> | null): void {
    if (opened === null) return
    if (opened.ok) layOut(opened.value)
    else moving.say({ kind: 'openFailed', error: opened.error })
  }

  async function refreshRecent(): Promise<void> {
    const recent = await bridge.ask('recent:list', null)
    store.setState(({ home }) => ({ home: { ...home, recent } }))
  }

  async function chooseLast(): Promise<LastDraft | undefined> {
    const chosen = await bridge.ask('earlier:choose', null)
    if (chosen?.ok === false) moving.say({ kind: 'openFailed', error: chosen.error })
    return chosen?.ok ? chosen.value : undefined
  }

  async function open(next: Next): Promise<void> {
    switch (next.kind) {
      case 'new': {
        await filing.start()
        const year = proposeYear(store.getState().home.today)
        return layOut({ draft: newDraft({ format: proposeFormat(year), year, scope: 'organ' }), file: null })
      }
      case 'fromLast': {
        const last = next.last ?? (await chooseLast())
        if (!last) return
        layOut({ draft: draftFromLast(last), file: null, unsaved: true })
        return moving.showPanel('previous')
      }
      case 'open': {
        const chosen = await bridge.ask('draft:open', null)
        if (chosen !== null && 'kind' in chosen) return readWord(store, bridge, moving, chosen.handle)
        return layOutOpened(chosen)
      }
      case 'recent': {
        layOutOpened(await bridge.ask('draft:openRecent', { handle: next.handle }))
        return refreshRecent()
      }
      case 'sample':
        return layOutOpened(await bridge.ask('draft:openSample', { id: next.id }))
      case 'handed':
        return layOut(next.opened)
    }
  }

  /** True when nothing would be lost by taking another report. */
  async function mayLeave(): Promise<boolean> {
    const state = store.getState()
    if (!isUnsaved(state)) return true
    return state.session.file !== null && !state.session.file.heldBy && (await filing.save())
  }

  function written(draft: Draft, file: OpenFile): void {
    update({ file, saved: draft, savedAt: now(), saving: false, saveFailed: false })
    const { message } = store.getState().session
    if (message?.kind === 'saveFailed' || message?.kind === 'heldByOther') moving.say(null)
  }

  function notWritten(error: WriteError, quietly: boolean): void {
    update({ saving: false, saveFailed: true })
    if (!quietly) moving.say({ kind: 'saveFailed', error })
  }

  async function write(
    file: OpenFile,
    draft: Draft,
    quietly: boolean,
    channel: 'draft:save' | 'draft:saveOver' = 'draft:save',
  ): Promise<boolean> {
    update({ saving: true })
    const reply = await bridge.ask(channel, { handle: file.handle, draft }).catch(() => unanswered(file.name))
    // Another report may have been laid on the desk meanwhile: this outcome is not about it.
    if (store.getState().session.file?.handle !== file.handle) return reply.ok
    if (reply.ok) written(draft, { handle: file.handle, name: reply.value.name })
    else notWritten(reply.error, quietly)
    return reply.ok
  }

  async function writeAs(draft: Draft): Promise<boolean> {
    const name = suggestedName(draft)
    const reply = await bridge
      .ask('draft:saveAs', { draft, suggestedName: name })
      .catch(() => unanswered(name))
    if (reply === null) return false
    if (reply.ok) written(draft, reply.value)
    else notWritten(reply.error, false)
    return reply.ok
  }

  /**
   * One write at a time: what is asked for meanwhile is written after it, as it stands then. A job that breaks is
   * a failed save, and the next one runs all the same.
   */
  function oneAtATime(job: () => Promise<boolean>): Promise<boolean> {
    const before = running ?? Promise.resolve(true)
    const mine = before.then(job, job).catch(() => {
      const { draft, session } = store.getState()
      notWritten(unanswered(session.file?.name ?? (draft ? suggestedName(draft) : '')).error, false)
      return false
    })
    running = mine
    return mine
  }

  async function saveNow(quietly: boolean): Promise<boolean> {
    const { draft, session } = store.getState()
    if (!draft) return true
    if (session.file === null || session.file.heldBy) return writeAs(draft)
    return draft === session.saved || write(session.file, draft, quietly)
  }

  async function exportAs(
    what: 'exported' | 'exportedSheet' | 'exportedComparison',
    nameOf: (draft: Draft) => string,
    ask: (draft: Draft, name: string) => Promise<Channels['report:export']['reply']>,
  ): Promise<void> {
    const { draft, session } = store.getState()
    if (!draft) return
    update({ [what]: { kind: 'running' } })
    const name = nameOf(draft)
    const reply = await ask(draft, name).catch(() => unanswered(name))
    if (reply === null) update({ [what]: session[what] })
    else if (reply.ok) update({ [what]: { kind: 'done', files: reply.value, draft } })
    else update({ [what]: { kind: 'failed', error: reply.error } })
  }

  const filing: Filing = {
    start() {
      started ??= bridge.ask('app:start', null).then((start) => {
        const { today, recent, samples, opened, resumed, recovered } = start
        // Before anything of the start can be clicked.
        const aside: Aside | null = recovered.length > 0 ? { kind: 'recovery', recovered } : null
        store.setState({ home: { today, recent, samples }, aside })
        layOutOpened(opened)
        if (resumed && opened?.ok) moving.say({ kind: 'resumed' })
      })
      return started
    },
    async begin(next) {
      if (await mayLeave()) return open(next)
      moving.say({ kind: 'leavesUnsaved', next })
    },
    async beginAnyway(next) {
      moving.say(null)
      await bridge.ask('recovery:end', { how: 'givenUp' }).catch(() => {})
      return open(next)
    },
    async take(opened) {
      if (!opened.ok) return moving.say({ kind: 'openFailed', error: opened.error })
      const { file } = store.getState().session
      // The same file: what is on the desk may be newer than what main has just read.
      if (file !== null && file.handle === opened.value.file?.handle) return moving.backToReport()
      return filing.begin({ kind: 'handed', opened: opened.value })
    },
    replace: layOut,
    refreshRecent,
    saveOver: () =>
      oneAtATime(async () => {
        const { draft, session } = store.getState()
        return draft && session.file ? write(session.file, draft, false, 'draft:saveOver') : false
      }),
    save: () => oneAtATime(() => saveNow(false)),
    saveQuietly: () => oneAtATime(() => saveNow(store.getState().session.saveFailed)),
    saveAs: () =>
      oneAtATime(async () => {
        const { draft } = store.getState()
        return draft ? writeAs(draft) : true
      }),
    async forget(handle) {
      const recent = await bridge.ask('recent:forget', { handle })
      store.setState(({ home }) => ({ home: { ...home, recent } }))
    },
    exportReport: (formats, copy) =>
      exportAs(
        'exported',
        // Under a name of its own it can neither be taken for the one to publish nor replace it.
        (draft) => suggestedName(draft) + (copy === 'working' ? '（工作稿）' : ''),
        (draft, name) => bridge.ask('report:export', { draft, formats, copy, suggestedName: name }),
      ),
    exportCheckSheet: (formats) =>
      exportAs(
        'exportedSheet',
        (draft) => `勾稽核对表（${suggestedName(draft)}）`,
        (draft, name) => {
          const handle = store.getState().session.file?.handle ?? null
          return bridge.ask('checkSheet:export', { handle, draft, formats, suggestedName: name })
        },
      ),
    exportComparison: (what) =>
      exportAs(
        'exportedComparison',
        (draft) => comparisonName(draft, what),
        (draft, name) => bridge.ask('comparison:export', { draft, what, suggestedName: name }),
      ),
    reveal(handle) {
      void bridge.ask('report:reveal', { handle })
    },
  }
  return filing
}

/** Main refused or failed without naming why: nothing was written. */
function unanswered(name: string): { ok: false; error: WriteError } {
  return fail({ kind: 'unwritable', name })
}
