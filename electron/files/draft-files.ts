import { readFile, realpath } from 'node:fs/promises'
import { basename, dirname, resolve } from 'node:path'
import type { Draft } from '../../shared/draft/draft'
import type { Handle, OpenError, OpenedDraft, WriteError } from '../../shared/ipc'
import { fail, ok, type Result } from '../../shared/result'
import type { Backups } from './backups'
import { cleanTemporary } from './clean-temporary'
import type { DraftLocks } from './draft-lock'
import { draftText } from './draft-text'
import { writeWhole } from './durable-write'
import type { Handles, Known } from './handles'
import { readDraft, stampOf } from './read-draft'
import type { RecentFiles } from './recent-files'
import type { RecoveryStore } from './recovery-store'
import { errorCode } from './write-error'

export interface SavedDraft {
  handle: Handle
  name: string
}

export interface DraftFiles {
  open(path: string): Promise<Result<OpenedDraft, OpenError>>
  /** Writes over the file the handle stands for, unless it has changed since it was read or saved. */
  save(handle: Handle, draft: Draft): Promise<Result<SavedDraft, WriteError>>
  /** Writes over it whatever it holds now, once that has been put away as an earlier version. */
  saveOver(handle: Handle, draft: Draft): Promise<Result<SavedDraft, WriteError>>
  /** Writes to the file the clerk chose, whatever it held. */
  saveAs(path: string, draft: Draft): Promise<Result<SavedDraft, WriteError>>
}

export interface DraftFilesNeeds {
  handles: Handles
  recent: RecentFiles
  backups: Backups
  locks: DraftLocks
  recovery: Pick<RecoveryStore, 'ticket' | 'precede'>
}

/** What to do with the content a save is about to replace; false: the save must not happen. */
type MayReplace = (old: Uint8Array) => Promise<boolean>

/** Drafts on disk: the only place that opens and saves them. */
export function createDraftFiles({ handles, recent, backups, locks, recovery }: DraftFilesNeeds): DraftFiles {
  async function write(path: string, draft: Draft, mayReplace: MayReplace, written: (stamp: string) => void) {
    const ticket = recovery.ticket()
    const name = basename(path)
    const text = await draftText(draft, name)
    if (!text.ok) return fail({ kind: 'unwritable' as const, name })
    const { bytes } = text.value
    let isHeld = false
    const reply = await writeWhole(
      path,
      bytes,
      async (target) => {
        isHeld = (await locks.take(path)) !== undefined
        if (isHeld) return false
        const old = await bytesOf(target)
        // A file that is gone can be written anew: nothing is overwritten.
        const may = old === undefined || (await mayReplace(old))
        if (may) await recovery.precede(ticket, { path, changedAt: new Date().toISOString() }, bytes)
        return may
      },
      () => written(stampOf(bytes)),
    )
    if (isHeld) return fail({ kind: 'inUse' as const, name })
    if (!reply.ok) return reply
    await recent.note(path, draft)
    return ok(null)
  }

  async function over(handle: Handle, draft: Draft, mayReplace: (known: KnownDraft) => MayReplace) {
    const { path } = knownDraft(handle)
    const may: MayReplace = (old) => mayReplace(knownDraft(handle))(old)
    const saved = await write(path, draft, may, (stamp) => handles.restamp(handle, stamp))
    return saved.ok ? ok({ handle, name: basename(path) }) : saved
  }

  function knownDraft(handle: Handle): KnownDraft {
    const known = handles.known(handle)
    if (known?.kind !== 'draft') throw new Error('No draft was opened or saved under this handle.')
    return known
  }

  return {
    async open(path) {
      const [read, real] = await Promise.all([readDraft(path), realPath(path)])
      if (!read.ok) return fail(withHandle(read.error, handles, real))
      const { draft, stamp } = read.value
      const heldBy = await locks.take(real)
      const handle = handles.of({ kind: 'draft', path: real, stamp })
      backups.opened(real)
      await recent.note(path, draft)
      void cleanTemporary(dirname(real))
      return ok({ file: { handle, name: basename(path), ...(heldBy && { heldBy }) }, draft })
    },

    save: (handle, draft) =>
      over(handle, draft, ({ path, stamp }) => async (old) => {
        if (stampOf(old) !== stamp) return false
        await backups.keepIfDue(path, old)
        return true
      }),

    async saveOver(handle, draft) {
      const { path } = knownDraft(handle)
      let kept: Result<null, WriteError> = ok(null)
      const saved = await over(handle, draft, () => async (old) => {
        kept = await backups.keep(path, old)
        return kept.ok
      })
      return kept.ok ? saved : kept
    },

    async saveAs(path, draft) {
      const real = await realPath(path)
      let stamp = ''
      const saved = await write(
        real,
        draft,
        async (old) => {
          await backups.keepIfDue(real, old)
          return true
        },
        (now) => {
          stamp = now
        },
      )
      if (!saved.ok) return saved
      return ok({ handle: handles.of({ kind: 'draft', path: real, stamp }), name: basename(path) })
    },
  }
}

type KnownDraft = Extract<Known, { kind: 'draft' }>

/** A file that is there but is no whole draft can still be read as far as that goes. */
function withHandle(error: OpenError, handles: Handles, path: string): OpenError {
  const isThere = error.kind === 'damaged' || error.kind === 'invalid'
  return isThere ? { ...error, handle: handles.of({ kind: 'listed', path }) } : error
}

/** undefined: the file is not there. Throws when it cannot be read. */
async function bytesOf(path: string): Promise<Uint8Array | undefined> {
  try {
    return await readFile(path)
  } catch (error) {
    if (errorCode(error) === 'ENOENT') return undefined
    throw error
  }
}

/** One name for one file, however it was reached; a file that is not there yet by the name of its folder. */
async function realPath(path: string): Promise<string> {
  try {
    return await realpath(path)
  } catch {
    return resolve(path)
  }
}
