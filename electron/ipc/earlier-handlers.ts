import { basename, dirname, join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import type { EarlierDraft } from '../../shared/check/continuity/earlier-reports'
import type { EarlierFigures } from '../../shared/draft/draft'
import { fail, ok } from '../../shared/result'
import type { Handles } from '../files/handles'
import { type ReadDraft, readDraft } from '../files/read-draft'
import type { RecentFiles } from '../files/recent-files'
import type { Handlers } from './answer'

export interface EarlierContext {
  handles: Handles
  recent: RecentFiles
  /** The draft file the clerk chooses; null: none. */
  chooseDraft(title: string): Promise<string | null>
}

/** A vanished network share may take half a minute to say that it is gone; milliseconds. */
const patience = 2000

/** What main does to bring in reports of earlier years. None of them is opened for writing. */
export function createEarlierHandlers({
  handles,
  recent,
  chooseDraft,
}: EarlierContext): Pick<Handlers, 'earlier:choose' | 'earlier:find'> {
  /** Beside the draft first, then wherever a file of that name was worked on. */
  async function placesOf(name: string, beside: string): Promise<string[]> {
    const known = (await recent.list()).flatMap((file) => {
      const path = file.name === name ? handles.known(file.handle)?.path : undefined
      return path === undefined ? [] : [path]
    })
    return [join(dirname(beside), name), ...known]
  }

  /** The file this copy was read from, where it is another now. */
  async function changedSince({ year, source }: EarlierFigures, beside: string): Promise<EarlierDraft[]> {
    if (!source) return []
    const name = basename(source.name)
    for (const place of await placesOf(name, beside)) {
      const found = await readSoon(place)
      if (found?.draft.year !== year) continue
      return found.stamp === source.hash ? [] : [{ name, draft: { ...found.draft, images: {} } }]
    }
    return []
  }

  return {
    async 'earlier:choose'() {
      const path = await chooseDraft('选择往年的年报草稿')
      if (path === null) return null
      const read = await readDraft(path)
      if (!read.ok) return fail(read.error)
      return ok({ name: basename(path), hash: read.value.stamp, draft: read.value.draft })
    },
    async 'earlier:find'({ handle }) {
      const known = handles.known(handle)
      if (known?.kind !== 'draft') return []
      const previous = (await readSoon(known.path))?.draft.previous
      const copies = previous ? [previous, ...(previous.earlier ?? [])] : []
      const found = await Promise.all(copies.map((copy) => changedSince(copy, known.path)))
      return found.flat()
    },
  }
}

/** undefined: there is no draft, or it does not answer in time. */
async function readSoon(path: string): Promise<ReadDraft | undefined> {
  const reading = readDraft(path).then((read) => (read.ok ? read.value : undefined))
  return Promise.race([reading, pause(patience, undefined, { ref: false })])
}
