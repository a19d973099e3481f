import { realpath } from 'node:fs/promises'
import { basename, resolve } from 'node:path'
import type { Draft } from '../../shared/draft/draft'
import type { DraftError } from '../../shared/draft/draft-error'
import type { Handle, OpenedDraft, WriteError } from '../../shared/ipc'
import { fail, ok, type Result } from '../../shared/result'
import { draftText } from './draft-text'
import { writeWhole } from './durable-write'
import type { Handles } from './handles'
import { readDraft, stampOf, stampOfFile } from './read-draft'
import type { RecentFiles } from './recent-files'

export interface SavedDraft {
  handle: Handle
  name: string
}

export interface DraftFiles {
  open(path: string): Promise<Result<OpenedDraft, DraftError>>
  /** Writes over the file the handle stands for, unless it has changed since it was read or saved. */
  save(handle: Handle, draft: Draft): Promise<Result<SavedDraft, WriteError>>
  /** Writes to the file the clerk chose, whatever it held. */
  saveAs(path: string, draft: Draft): Promise<Result<SavedDraft, WriteError>>
}

/** Drafts on disk: the only place that opens and saves them. */
export function createDraftFiles(handles: Handles, recent: RecentFiles): DraftFiles {
  return {
    async open(path) {
      const read = await readDraft(path)
      if (!read.ok) return read
      const { draft, stamp } = read.value
      const handle = handles.of({ kind: 'draft', path: await realPath(path), stamp })
      await recent.note(path, draft)
      return ok({ file: { handle, name: basename(path) }, draft })
    },

    async save(handle, draft) {
      const known = handles.known(handle)
      if (known?.kind !== 'draft') throw new Error('No draft was opened or saved under this handle.')
      const name = basename(known.path)
      const text = await draftText(draft, name)
      if (!text.ok) return fail({ kind: 'unwritable', name })
      const { bytes } = text.value
      const isUnchanged = async (target: string) => {
        const now = await stampOfFile(target)
        const last = handles.known(handle)
        // A file that is gone can be written anew: nothing is overwritten.
        return now === undefined || (last?.kind === 'draft' && now === last.stamp)
      }
      const written = await writeWhole(known.path, bytes, isUnchanged, () =>
        handles.restamp(handle, stampOf(bytes)),
      )
      if (!written.ok) return written
      await recent.note(known.path, draft)
      return ok({ handle, name })
    },

    async saveAs(path, draft) {
      const name = basename(path)
      const text = await draftText(draft, name)
      if (!text.ok) return fail({ kind: 'unwritable', name })
      const { bytes } = text.value
      const written = await writeWhole(path, bytes)
      if (!written.ok) return written
      const handle = handles.of({ kind: 'draft', path: await realPath(path), stamp: stampOf(bytes) })
      await recent.note(path, draft)
      return ok({ handle, name })
    },
  }
}

/** One name for one file, however it was reached. */
async function realPath(path: string): Promise<string> {
  try {
    return await realpath(path)
  } catch {
    return resolve(path)
  }
}
