import { randomUUID } from 'node:crypto'
import { type FileHandle, open, readFile, rm, stat } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import type { Holder } from '../../shared/ipc'
import { errorCode } from './write-error'

/** How often a lock says that its owner is still there, and how long its silence means nothing; milliseconds. */
export const heartbeat = 30_000
export const patience = 5 * 60_000

/** While somebody else takes a lock over; milliseconds. */
const takeoverPause = 20
const mostTries = 20

/** Who asks, as others will read it. */
export interface Asker {
  owner: string
  machine: string
  pid: number
  /** When this machine was started; milliseconds. */
  bootedAt: number
}

interface Note extends Omit<Asker, 'bootedAt'> {
  id: string
  since: string
}

export interface DraftLocks {
  /** undefined: the draft is ours, or its folder takes no locks; else who has it. */
  take(path: string): Promise<Holder | undefined>
  /** Lets go of every draft but this one. */
  releaseAllBut(path: string | null): Promise<void>
}

/** The lock's file: hidden beside the draft, so that whoever shares the folder finds it. */
export function lockPath(path: string): string {
  return join(dirname(path), `.~${basename(path)}.lock`)
}

/**
 * One draft, one writer: a small file beside the draft names who has it open. Its time of change is the heartbeat,
 * taken from the file server's clock. A lock whose process is gone from this machine, or that has been silent for
 * long, is stale and taken over.
 */
export function createDraftLocks(asker: Asker, now = () => new Date(), isAlive = isProcessAlive): DraftLocks {
  const id = randomUUID()
  const held = new Map<string, NodeJS.Timeout>()

  async function take(path: string): Promise<Holder | undefined> {
    const lock = lockPath(path)
    const { owner, machine, pid } = asker
    const note: Note = { id, owner, machine, pid, since: now().toISOString() }
    for (let tries = 0; tries < mostTries; tries++) {
      const made = await makeLock(lock, note)
      if (made === 'made') {
        hold(path, lock)
        return undefined
      }
      // A folder that takes no new file takes no draft either: saving will say so.
      if (made === 'impossible') return undefined
      const other = await readLock(lock)
      if (other === undefined) continue
      if (other.note?.id === id) return undefined
      const isStaleNow = (found: Found) => isStale(lock, found, asker, isAlive)
      if (!(await isStaleNow(other))) return holderOf(other)
      await removeStale(lock, isStaleNow)
    }
    return { owner: '', machine: '', since: now().toISOString() }
  }

  function hold(path: string, lock: string): void {
    clearInterval(held.get(path))
    held.set(path, setInterval(() => void beat(lock, id), heartbeat).unref())
  }

  return {
    take,
    async releaseAllBut(path) {
      for (const [known, timer] of [...held]) {
        if (known === path) continue
        clearInterval(timer)
        held.delete(known)
        const lock = lockPath(known)
        const there = await readLock(lock)
        if (there?.note?.id === id) await rm(lock, { force: true }).catch(() => {})
      }
    },
  }
}

async function makeLock(lock: string, note: Note): Promise<'made' | 'there' | 'impossible'> {
  try {
    const file = await open(lock, 'wx')
    await writeAndClose(file, JSON.stringify(note))
    return 'made'
  } catch (error) {
    return errorCode(error) === 'EEXIST' ? 'there' : 'impossible'
  }
}

async function writeAndClose(file: FileHandle, text: string): Promise<void> {
  try {
    await file.write(text, 0)
  } finally {
    await file.close()
  }
}

/** Written over itself, so that the time of change is the server's. */
async function beat(lock: string, id: string): Promise<void> {
  const there = await readLock(lock)
  if (there?.note?.id !== id) return
  await open(lock, 'r+').then(
    (file) => writeAndClose(file, there.text),
    () => {},
  )
}

interface Found {
  text: string
  /** undefined: it cannot be read, or is being written this moment. */
  note: Note | undefined
  changed: number
}

async function readLock(lock: string): Promise<Found | undefined> {
  try {
    const [text, { mtimeMs }] = await Promise.all([readFile(lock, 'utf8'), stat(lock)])
    return { text, note: parseNote(text), changed: mtimeMs }
  } catch {
    return undefined
  }
}

function parseNote(text: string): Note | undefined {
  try {
    const note: unknown = JSON.parse(text)
    if (typeof note !== 'object' || note === null) return undefined
    const { id, owner, machine, pid, since } = note as Partial<Record<keyof Note, unknown>>
    const words = [id, owner, machine, since]
    if (!words.every((word) => typeof word === 'string' && word.length <= 200)) return undefined
    return Number.isInteger(pid) ? (note as Note) : undefined
  } catch {
    return undefined
  }
}

async function isStale(
  lock: string,
  { note, changed }: Found,
  { machine, bootedAt }: Asker,
  isAlive: (pid: number) => boolean,
): Promise<boolean> {
  // After a power cut another program may have been given the same number.
  if (note?.machine === machine && (!isAlive(note.pid) || changed < bootedAt)) return true
  const there = await folderTime(dirname(lock))
  return there !== undefined && there - changed > patience
}

/** The time as the machine that holds the folder has it: the two clerks' clocks may differ by hours. */
async function folderTime(folder: string): Promise<number | undefined> {
  const probe = join(folder, `.nianbao-${randomUUID().slice(0, 8)}0000.tmp`)
  try {
    await writeAndClose(await open(probe, 'wx'), '')
    return (await stat(probe)).mtimeMs
  } catch {
    return undefined
  } finally {
    await rm(probe, { force: true }).catch(() => {})
  }
}

/**
 * Several may find the same lock stale at once. Only whoever holds the takeover's own small file removes it, and looks
 * once more before that: nobody ever removes a lock that has just been made.
 */
async function removeStale(lock: string, isStillStale: (found: Found) => Promise<boolean>): Promise<void> {
  const takeover = `${lock}-takeover`
  try {
    await writeAndClose(await open(takeover, 'wx'), '')
  } catch {
    await removeAbandoned(takeover)
    await pause(takeoverPause)
    return
  }
  try {
    const found = await readLock(lock)
    if (found && (await isStillStale(found))) await rm(lock, { force: true })
  } finally {
    await rm(takeover, { force: true }).catch(() => {})
  }
}

/** Taking over takes milliseconds: an old takeover is that of somebody who was killed over it. */
async function removeAbandoned(takeover: string): Promise<void> {
  const about = await stat(takeover).catch(() => undefined)
  if (about === undefined) return
  const there = await folderTime(dirname(takeover))
  if (there !== undefined && there - about.mtimeMs > patience) await rm(takeover, { force: true })
}

function holderOf({ note, changed }: Found): Holder {
  return note
    ? { owner: note.owner, machine: note.machine, since: note.since }
    : { owner: '', machine: '', since: new Date(changed).toISOString() }
}

function isProcessAlive(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return errorCode(error) === 'EPERM'
  }
}
