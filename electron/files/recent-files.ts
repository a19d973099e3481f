import { readFile, stat } from 'node:fs/promises'
import { basename, dirname, isAbsolute, resolve } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import type { Draft } from '../../shared/draft/draft'
import type { Handle, RecentFile } from '../../shared/ipc'
import { writeWhole } from './durable-write'
import type { Handles } from './handles'
import { shownFolder } from './shown-folder'
import { errorCode } from './write-error'

const longest = 12
/** A vanished network share may take half a minute to say that it is gone; milliseconds. */
const patience = 300

interface Entry {
  path: string
  publisher: string
  year: number
  usedAt: string
}

export interface RecentFiles {
  list(): Promise<RecentFile[]>
  /** The file was opened or saved just now; it goes to the top. Never fails: a list is not worth a draft. */
  note(path: string, draft: Draft): Promise<void>
  forget(handle: Handle): Promise<void>
}

/** The reports last worked on, kept in the file `store`. A store that cannot be read is an empty list. */
export function createRecentFiles(store: string, handles: Handles, now = () => new Date()): RecentFiles {
  let entries: Promise<Entry[]> | undefined
  const load = () => {
    entries ??= read(store)
    return entries
  }

  async function change(to: (list: Entry[]) => Entry[]): Promise<void> {
    entries = load().then((list) => to(list).slice(0, longest))
    await writeWhole(store, Buffer.from(`${JSON.stringify(await entries, null, 2)}\n`))
  }

  async function shown({ path, publisher, year, usedAt }: Entry): Promise<RecentFile> {
    const handle = handles.of({ kind: 'listed', path })
    const about = {
      handle,
      name: basename(path),
      folder: shownFolder(dirname(path)),
      publisher,
      year,
      usedAt,
    }
    return (await isMissing(path)) ? { ...about, missing: true } : about
  }

  return {
    list: async () => Promise.all((await load()).map(shown)),
    async note(path, draft) {
      const entry: Entry = {
        path: resolve(path),
        publisher: draft.publisher.title || draft.publisher.name,
        year: draft.year,
        usedAt: now().toISOString(),
      }
      await change((list) => [entry, ...list.filter(({ path }) => path !== entry.path)])
    },
    async forget(handle) {
      const path = handles.known(handle)?.path
      await change((list) => list.filter((entry) => entry.path !== path))
    },
  }
}

async function read(store: string): Promise<Entry[]> {
  try {
    const list: unknown = JSON.parse(await readFile(store, 'utf8'))
    return Array.isArray(list) ? list.filter(isEntry).slice(0, longest) : []
  } catch {
    return []
  }
}

function isEntry(value: unknown): value is Entry {
  if (typeof value !== 'object' || value === null) return false
  const { path, publisher, year, usedAt } = value as Partial<Record<keyof Entry, unknown>>
  return (
    typeof path === 'string' &&
    isAbsolute(path) &&
    typeof publisher === 'string' &&
    Number.isInteger(year) &&
    typeof usedAt === 'string' &&
    !Number.isNaN(Date.parse(usedAt))
  )
}

async function isMissing(path: string): Promise<boolean> {
  const gone = stat(path).then(
    () => false,
    (error) => errorCode(error) === 'ENOENT',
  )
  return Promise.race([gone, pause(patience, false, { ref: false })])
}
