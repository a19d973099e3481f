import { randomUUID } from 'node:crypto'
import { mkdir, readdir, readFile, rm } from 'node:fs/promises'
import { basename, join } from 'node:path'
import type { WriteError } from '../../shared/ipc'
import { fail, ok, type Result } from '../../shared/result'
import { writeWhole } from './durable-write'
import { stampOf } from './read-draft'
import { writeErrorKind } from './write-error'

const ending = '.recovery'

/** Which report the kept work belongs to. */
export interface KeptOf {
  /** null: it has no file yet. */
  path: string | null
  /** ISO time of the last change. */
  changedAt: string
}

export interface Leftover extends KeptOf {
  file: string
  /** The draft's text as far as it is there. */
  bytes: Uint8Array
  /** These are the bytes that were written. */
  isWhole: boolean
}

export interface RecoveryStore {
  /** A place in the order in which drafts came from the window; taken before anything is awaited. */
  ticket(): number
  /** Puts the draft on the desk where it survives a crash, unless a later one is there already. */
  keep(ticket: number, of: KeptOf, bytes: Uint8Array): Promise<Result<null, WriteError>>
  /**
   * A draft is about to be written to its file. Where an older one is kept, it is kept first: whoever is killed
   * between the two never finds work on offer that is older than the file.
   */
  precede(ticket: number, of: KeptOf, bytes: Uint8Array): Promise<void>
  /** What was kept last in this run; undefined: nothing, or it was ended. */
  kept(): Promise<Leftover | undefined>
  /** The draft on the desk needs no keeping any more. */
  end(): Promise<void>
  /** What could not be put anywhere else stays for the next run to offer; what is kept from now on lies beside it. */
  leave(): Promise<void>
  /** What earlier runs left behind, newest first. */
  leftovers(): Promise<Leftover[]>
  /** A leftover goes on the desk: it stays until its work is in a file. */
  adopt(leftover: Leftover): Promise<void>
  discard(leftover: Leftover): Promise<void>
}

/**
 * The drafts on the desk of this run and of runs that ended badly, a file each in `folder`. A file is one line that
 * says what it is and how long it is, then the draft: one that was cut off is known as such.
 */
export function createRecoveryStore(folder: string): RecoveryStore {
  let own = join(folder, `${randomUUID()}${ending}`)
  let hasOwn = false
  let tickets = 0
  let newest = 0
  let stamp = ''
  let queue: Promise<unknown> = Promise.resolve()

  function inTurn<Value>(work: () => Promise<Value>): Promise<Value> {
    const mine = queue.then(work, work)
    queue = mine
    return mine
  }

  async function end(): Promise<void> {
    if (!hasOwn) return
    await rm(own, { force: true })
    hasOwn = false
  }

  async function write(ticket: number, of: KeptOf, bytes: Uint8Array): Promise<Result<null, WriteError>> {
    if (ticket < newest) return ok(null)
    try {
      await mkdir(folder, { recursive: true })
    } catch (error) {
      return fail({ kind: writeErrorKind(error, folder), name: basename(own) })
    }
    hasOwn = true
    const written = await writeWhole(own, withHeader(of, bytes))
    if (written.ok) {
      newest = ticket
      stamp = stampOf(bytes)
    }
    return written
  }

  return {
    ticket: () => ++tickets,
    keep: (ticket, of, bytes) => inTurn(() => write(ticket, of, bytes)),
    precede: (ticket, of, bytes) =>
      inTurn(async () => {
        if (hasOwn && stamp !== stampOf(bytes)) await write(ticket, of, bytes)
      }),
    kept: () => inTurn(async () => (hasOwn ? read(own) : undefined)),
    end: () => inTurn(end),
    leave: () =>
      inTurn(async () => {
        own = join(folder, `${randomUUID()}${ending}`)
        hasOwn = false
        stamp = ''
      }),
    async leftovers() {
      const files = (await namesIn(folder)).map((name) => join(folder, name)).filter((file) => file !== own)
      const all = await Promise.all(files.filter((file) => file.endsWith(ending)).map(read))
      return all
        .filter((one) => one !== undefined)
        .sort((one, other) => other.changedAt.localeCompare(one.changedAt))
    },
    adopt: ({ file }) =>
      inTurn(async () => {
        await end()
        own = file
        hasOwn = true
        stamp = ''
      }),
    discard: ({ file }) => rm(file, { force: true }),
  }
}

function withHeader({ path, changedAt }: KeptOf, bytes: Uint8Array): Uint8Array {
  const header = { kind: 'nianbao-recovery', version: 1, path, changedAt, digest: stampOf(bytes) }
  return Buffer.concat([Buffer.from(`${JSON.stringify(header)}\n`), bytes])
}

/** undefined: no file, or not one of ours: its first line is not whole. */
async function read(file: string): Promise<Leftover | undefined> {
  try {
    const content = await readFile(file)
    const end = content.indexOf('\n')
    if (end < 0) return undefined
    const header: unknown = JSON.parse(content.toString('utf8', 0, end))
    if (!isHeader(header)) return undefined
    const { path, changedAt, digest } = header
    const bytes = content.subarray(end + 1)
    return { file, path, changedAt, bytes, isWhole: stampOf(bytes) === digest }
  } catch {
    return undefined
  }
}

function isHeader(value: unknown): value is KeptOf & { digest: string } {
  if (typeof value !== 'object' || value === null) return false
  const { kind, path, changedAt, digest } = value as Partial<Record<string, unknown>>
  return (
    kind === 'nianbao-recovery' &&
    (path === null || typeof path === 'string') &&
    typeof digest === 'string' &&
    typeof changedAt === 'string' &&
    !Number.isNaN(Date.parse(changedAt))
  )
}

async function namesIn(folder: string): Promise<string[]> {
  try {
    return await readdir(folder)
  } catch {
    return []
  }
}
