import { createHash } from 'node:crypto'
import { mkdir, readdir, readFile, rm } from 'node:fs/promises'
import { basename, join } from 'node:path'
import type { WriteError } from '../../shared/ipc'
import { fail, ok, type Result } from '../../shared/result'
import { backupName, backupTime, surplusBackups } from './backup-names'
import { writeWhole } from './durable-write'
import { stampOf } from './read-draft'
import { writeErrorKind } from './write-error'

/** While a file is being worked on, a version of it is put away at most this often; milliseconds. */
const pause = 10 * 60_000

const originFile = 'origin.json'

export interface KeptVersion {
  file: string
  /** The path of the file it is a version of; null: the report had none. */
  of: string | null
  /** ISO time. */
  keptAt: string
}

export interface Backups {
  /** A file has been opened: the first save after that puts its old content away. */
  opened(path: string): void
  /** Puts away what a save is about to replace, if that is due. Never fails: a save is worth more. */
  keepIfDue(path: string, bytes: Uint8Array): Promise<void>
  /** Puts a version away in any case. */
  keep(path: string | null, bytes: Uint8Array): Promise<Result<null, WriteError>>
  /** The versions of one file, or of all reports, newest first. */
  list(path?: string | null): Promise<KeptVersion[]>
}

/** Earlier versions of every report, byte for byte, in a folder for each file. */
export function createBackups(folder: string, now = () => new Date()): Backups {
  const keptLast = new Map<string, number>()

  async function keep(path: string | null, bytes: Uint8Array): Promise<Result<null, WriteError>> {
    const home = join(folder, folderName(path))
    try {
      await mkdir(home, { recursive: true })
      const there = (await readdir(home)).filter((name) => backupTime(name) !== undefined).sort()
      const newest = there.at(-1)
      if (newest !== undefined && stampOf(await readFile(join(home, newest))) === stampOf(bytes))
        return ok(null)
      const name = backupName(now(), there)
      const written = await writeWhole(join(home, name), bytes)
      if (!written.ok) return written
      await writeWhole(join(home, originFile), Buffer.from(`${JSON.stringify({ path })}\n`))
      await Promise.all(surplusBackups([...there, name]).map((old) => rm(join(home, old), { force: true })))
      return ok(null)
    } catch (error) {
      return fail({ kind: writeErrorKind(error), name: path === null ? '' : basename(path) })
    }
  }

  return {
    opened: (path) => void keptLast.delete(path),
    keep,
    async keepIfDue(path, bytes) {
      const last = keptLast.get(path)
      if (last !== undefined && now().getTime() - last < pause) return
      if ((await keep(path, bytes)).ok) keptLast.set(path, now().getTime())
    },
    async list(path) {
      const homes = path === undefined ? await namesIn(folder) : [folderName(path)]
      const lists = await Promise.all(homes.map((home) => versionsIn(join(folder, home))))
      return lists.flat().sort((one, other) => other.keptAt.localeCompare(one.keptAt))
    },
  }
}

function folderName(path: string | null): string {
  return path === null ? 'unnamed' : createHash('sha256').update(path).digest('hex').slice(0, 32)
}

async function versionsIn(home: string): Promise<KeptVersion[]> {
  const of = await originOf(home)
  return (await namesIn(home)).flatMap((name) => {
    const keptAt = backupTime(name)
    return keptAt === undefined ? [] : [{ file: join(home, name), of, keptAt }]
  })
}

async function originOf(home: string): Promise<string | null> {
  try {
    const { path }: { path?: unknown } = JSON.parse(await readFile(join(home, originFile), 'utf8'))
    return typeof path === 'string' ? path : null
  } catch {
    return null
  }
}

async function namesIn(folder: string): Promise<string[]> {
  try {
    return await readdir(folder)
  } catch {
    return []
  }
}
