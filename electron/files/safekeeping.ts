import { stat } from 'node:fs/promises'
import { basename, dirname } from 'node:path'
import type { Draft } from '../../shared/draft/draft'
import type { DraftError } from '../../shared/draft/draft-error'
import type { Handle, OpenError, OpenedDraft, WriteError } from '../../shared/ipc'
import type {
  Backup,
  Comparison,
  DiskVersion,
  Glance,
  Recovered,
  SalvagedFile,
} from '../../shared/ipc-safety'
import { fail, ok, type Result } from '../../shared/result'
import type { Backups, KeptVersion } from './backups'
import { decodeText } from './decode-text'
import type { DraftFiles } from './draft-files'
import { draftText } from './draft-text'
import type { Handles, Known } from './handles'
import { parseBytes, readDraft, readDraftBytes } from './read-draft'
import type { Leftover, RecoveryStore } from './recovery-store'
import { shownFolder } from './shown-folder'

/** Differences named one by one; more of them help nobody choose. */
const mostNamed = 100

export interface SafekeepingNeeds {
  handles: Handles
  drafts: DraftFiles
  backups: Backups
  recovery: RecoveryStore
  now?: () => Date
}

/** What is kept against loss, and how it comes back. */
export interface Safekeeping {
  keep(handle: Handle | null, draft: Draft): Promise<Result<null, WriteError>>
  end(how: 'saved' | 'givenUp'): Promise<void>
  /** Work of earlier runs that is not in its file. */
  recovered(): Promise<Recovered[]>
  choose(handle: Handle, choice: 'kept' | 'saved'): Promise<Result<OpenedDraft, OpenError> | null>
  /** What was on the desk when the page was lost; undefined: nothing that its file does not hold. */
  resume(): Promise<OpenedDraft | undefined>
  versions(handle: Handle | null): Promise<Backup[]>
  openVersion(handle: Handle): Promise<Result<OpenedDraft, DraftError>>
  /** `base`: what the draft and the file's content grew from; null: not known. */
  onDisk(handle: Handle, draft: Draft, base: Draft | null): Promise<Result<DiskVersion, DraftError>>
  takeDisk(handle: Handle, draft: Draft): Promise<Result<OpenedDraft, OpenError>>
  /** null: the two do not come together. */
  takeMerged(handle: Handle, draft: Draft, base: Draft | null): Promise<Result<OpenedDraft, OpenError> | null>
  salvage(handle: Handle): Promise<Result<SalvagedFile, DraftError>>
}

export function createSafekeeping(needs: SafekeepingNeeds): Safekeeping {
  const { handles, drafts, backups, recovery, now = () => new Date() } = needs
  /** The path of a handle of that kind; null: it stands for nothing of the kind. */
  function pathOf(handle: Handle | null, kind: Known['kind'] = 'draft'): string | null {
    const known = handle === null ? undefined : handles.known(handle)
    return known?.kind === kind ? known.path : null
  }

  async function putAway(leftover: Leftover): Promise<void> {
    const kept = await backups.keep(leftover.path, leftover.bytes)
    // What could not be put away stays where it is and is offered again.
    if (kept.ok) await recovery.discard(leftover)
  }

  async function leftover(handle: Handle): Promise<Leftover | undefined> {
    const path = pathOf(handle, 'recovered')
    return path === null ? undefined : (await recovery.leftovers()).find(({ file }) => file === path)
  }

  /** Opens the kept work; its file, if it is still there, becomes an earlier version first. */
  async function takeKept(one: Leftover): Promise<Result<OpenedDraft, OpenError>> {
    const salvaged = await salvageBytes(one.bytes, now())
    if (!salvaged) return fail({ kind: 'damaged', name: nameOf(one), detail: '没有能读出来的内容' })
    const opened = one.path === null ? undefined : await drafts.open(one.path)
    if (one.path !== null && opened?.ok) await backupFile(one.path)
    await recovery.adopt(one)
    return ok({ file: opened?.ok ? opened.value.file : null, draft: salvaged.draft, unsaved: true })
  }

  async function takeDisk(handle: Handle, draft: Draft): Promise<Result<OpenedDraft, OpenError>> {
    const path = pathOf(handle)
    const text = await draftText(draft, '')
    if (path === null || !text.ok) return fail({ kind: 'missing', name: '' })
    const kept = await backups.keep(path, text.value.bytes)
    if (!kept.ok) return fail({ kind: 'unreadable', name: basename(path) })
    return drafts.open(path)
  }

  async function backupFile(path: string): Promise<void> {
    const bytes = await readDraftBytes(path, basename(path))
    if (bytes.ok) await backups.keep(path, bytes.value)
  }

  async function asBackup({ file, of, keptAt }: KeptVersion): Promise<Backup> {
    const handle = handles.of({ kind: 'backup', path: file })
    const read = await readDraft(file)
    const about = { handle, name: of === null ? '' : basename(of), publisher: '', keptAt }
    return read.ok
      ? { ...about, publisher: publisherOf(read.value.draft), year: read.value.draft.year }
      : about
  }

  async function versionsOf(path?: string): Promise<Backup[]> {
    return Promise.all((await backups.list(path)).map(asBackup))
  }

  async function describe(one: Leftover): Promise<Recovered | undefined> {
    const salvaged = await salvageBytes(one.bytes, now())
    const saved = await savedVersion(one.path, salvaged?.draft)
    if (salvaged && saved.kind === 'file' && saved.count === 0) {
      // The work reached its file before the end: there is nothing to choose.
      await recovery.discard(one)
      return undefined
    }
    if (!salvaged) {
      await putAway(one)
      return undefined
    }
    const handle = handles.of({ kind: 'recovered', path: one.file })
    const lost = one.isWhole ? salvaged.lost : [...salvaged.lost, '留存的内容有损坏，请逐项核对数字']
    return { handle, kept: glance(salvaged.draft, one.changedAt), lost, saved }
  }

  return {
    async keep(handle, draft) {
      const ticket = recovery.ticket()
      const path = pathOf(handle)
      const name = path === null ? '' : basename(path)
      const text = await draftText(draft, name)
      if (!text.ok) return fail({ kind: 'unwritable', name })
      return recovery.keep(ticket, { path, changedAt: now().toISOString() }, text.value.bytes)
    },
    async end(how) {
      if (how === 'saved') return recovery.end()
      const kept = await recovery.kept()
      const isPutAway = kept !== undefined && (await backups.keep(kept.path, kept.bytes)).ok
      await (isPutAway ? recovery.end() : recovery.leave())
    },
    async recovered() {
      const found: Recovered[] = []
      for (const one of await recovery.leftovers()) {
        const described = await describe(one)
        if (described) found.push(described)
      }
      return found
    },
    async choose(handle, choice) {
      const one = await leftover(handle)
      if (!one) return fail({ kind: 'missing', name: '' })
      if (choice === 'kept') return takeKept(one)
      const opened = one.path === null ? null : await drafts.open(one.path)
      if (opened === null || opened.ok) await putAway(one)
      return opened
    },
    async resume() {
      const kept = await recovery.kept()
      const read = kept && (await parseBytes(kept.bytes, nameOf(kept)))
      if (!kept || !read?.ok) return undefined
      const opened = kept.path === null ? undefined : await drafts.open(kept.path)
      return { file: opened?.ok ? opened.value.file : null, draft: read.value.draft, unsaved: true }
    },
    versions: (handle) => versionsOf(pathOf(handle) ?? undefined),
    async openVersion(handle) {
      const path = pathOf(handle, 'backup')
      if (path === null) return fail({ kind: 'missing', name: '' })
      const read = await readDraft(path)
      return read.ok ? ok({ file: null, draft: read.value.draft }) : read
    },
    async onDisk(handle, draft, base) {
      const path = pathOf(handle)
      if (path === null) return fail({ kind: 'missing', name: '' })
      const mine = await draftText(draft, basename(path))
      if (!mine.ok) return mine
      const read = await readDraft(path)
      if (!read.ok) return read
      const other = read.value.draft
      const shown = glance(other, await changeTime(path))
      const canMerge = (await merged(base, mine.value.draft, other)) !== undefined
      const compared = await comparison(mine.value.draft, other)
      return ok({ name: basename(path), glance: shown, canMerge, ...compared })
    },
    takeDisk,
    async takeMerged(handle, draft, base) {
      const mine = await draftText(draft, '')
      const opened = await takeDisk(handle, draft)
      if (!opened.ok || !mine.ok) return opened
      const both = await merged(base, mine.value.draft, opened.value.draft)
      return both === undefined ? null : ok({ ...opened.value, draft: both, unsaved: true })
    },
    async salvage(handle) {
      const path = pathOf(handle, 'listed')
      if (path === null) return fail({ kind: 'missing', name: '' })
      const name = basename(path)
      const bytes = await readDraftBytes(path, name)
      if (!bytes.ok) return bytes
      const salvaged = await salvageBytes(bytes.value, now())
      const { encoding } = decodeText(bytes.value)
      return ok({
        name,
        opened: salvaged ? { file: null, draft: salvaged.draft, unsaved: true } : null,
        lost: salvaged?.lost ?? [],
        ...(encoding !== 'UTF-8' && { encoding }),
        backups: await versionsOf(path),
      })
    },
  }
}

async function salvageBytes(bytes: Uint8Array, now: Date) {
  const { salvageDraft } = await import('../../shared/draft/salvage/salvage-draft')
  // Where not even the year can be read: a report is written in the year after.
  return salvageDraft(decodeText(bytes).text, now.getFullYear() - 1)
}

async function savedVersion(path: string | null, kept: Draft | undefined): Promise<Recovered['saved']> {
  if (path === null) return { kind: 'never' }
  const about = { name: basename(path), folder: shownFolder(dirname(path)) }
  const read = await readDraft(path)
  if (!read.ok || kept === undefined) return { kind: 'gone', ...about }
  const { draft } = read.value
  const shown = glance(draft, await changeTime(path))
  return { kind: 'file', ...about, glance: shown, ...(await comparison(kept, draft)) }
}

async function comparison(one: Draft, other: Draft): Promise<Comparison> {
  const { draftDifferences } = await import('../../shared/draft/draft-differences')
  const all = draftDifferences(one, other)
  return { count: all.length, differences: all.slice(0, mostNamed) }
}

/** undefined: the two do not come together, or nobody knows what they grew from. */
async function merged(base: Draft | null, mine: Draft, theirs: Draft): Promise<Draft | undefined> {
  const from = base === null ? undefined : await draftText(base, '')
  if (!from?.ok) return undefined
  const { mergeDrafts } = await import('../../shared/draft/merge-drafts')
  const both = mergeDrafts(from.value.draft, mine, theirs)
  const text = both && (await draftText(both, ''))
  return text?.ok ? text.value.draft : undefined
}

async function changeTime(path: string): Promise<string> {
  return stat(path).then(
    ({ mtime }) => mtime.toISOString(),
    () => new Date(0).toISOString(),
  )
}

function glance(draft: Draft, changedAt: string): Glance {
  return { publisher: publisherOf(draft), year: draft.year, changedAt }
}

function publisherOf({ publisher }: Draft): string {
  return publisher.title || publisher.name
}

function nameOf({ path }: Leftover): string {
  return path === null ? '' : basename(path)
}
