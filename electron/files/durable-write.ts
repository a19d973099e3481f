import { randomBytes } from 'node:crypto'
import {
  access,
  constants,
  type FileHandle,
  lstat,
  open,
  readlink,
  realpath,
  rename,
  rm,
  stat,
} from 'node:fs/promises'
import { basename, dirname, join, resolve } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import type { WriteError } from '../../shared/ipc'
import { fail, ok, type Result } from '../../shared/result'
import { errorCode, writeErrorKind } from './write-error'

/** Virus scanners and indexers on Windows hold a file for a moment after it was written; milliseconds. */
const renamePauses = [20, 40, 80, 160, 320, 640]
const heldByOthers = ['EPERM', 'EACCES', 'EBUSY']

/** The last write queued for each file, so that two saves at once keep their order. */
const queues = new Map<string, Promise<unknown>>()

/**
 * Writes a file whole or not at all: a temporary sibling is written, flushed to the disk and renamed over the
 * target. Follows links, keeps the old file's permissions, and never touches the old file on failure.
 * `mayReplace` and `replaced` run in turn with other writes of the same file: the first may refuse because the
 * file has changed, the second takes note before the next write asks.
 */
export async function writeWhole(
  path: string,
  bytes: Uint8Array,
  mayReplace: (target: string) => Promise<boolean> = async () => true,
  replaced: () => void = () => {},
): Promise<Result<null, WriteError>> {
  const name = basename(path)
  try {
    // First in line by the name asked for: finding out where links lead takes each write its own time.
    return await inTurn(resolve(path), async () => {
      const target = await followLinks(path)
      const write = () => replaceIfAllowed(target, name, bytes, mayReplace, replaced)
      return target === resolve(path) ? write() : inTurn(target, write)
    })
  } catch (error) {
    return fail({ kind: writeErrorKind(error, path), name })
  }
}

async function replaceIfAllowed(
  target: string,
  name: string,
  bytes: Uint8Array,
  mayReplace: (target: string) => Promise<boolean>,
  replaced: () => void,
): Promise<Result<null, WriteError>> {
  if (!(await mayReplace(target))) return fail({ kind: 'changedOnDisk', name })
  if (!(await isReplaceable(target))) return fail({ kind: 'unwritable', name })
  await replace(target, bytes)
  replaced()
  return ok(null)
}

async function inTurn<Value>(target: string, work: () => Promise<Value>): Promise<Value> {
  const previous = queues.get(target) ?? Promise.resolve()
  const mine = previous.then(work, work)
  queues.set(target, mine)
  try {
    return await mine
  } finally {
    if (queues.get(target) === mine) queues.delete(target)
  }
}

/** The file a path leads to; a link to a file that is not there yet leads to where that file would be. */
async function followLinks(path: string): Promise<string> {
  try {
    return await realpath(path)
  } catch (error) {
    if (errorCode(error) !== 'ENOENT') throw error
  }
  const entry = await ifThere(lstat(path))
  return entry?.isSymbolicLink() ? resolve(dirname(path), await readlink(path)) : resolve(path)
}

/** A folder or a device is no file to replace; a file marked read-only is refused even where renaming could. */
async function isReplaceable(target: string): Promise<boolean> {
  const old = await ifThere(stat(target))
  if (old === undefined) return true
  if (!old.isFile()) return false
  await access(target, constants.W_OK)
  return true
}

async function replace(target: string, bytes: Uint8Array): Promise<void> {
  const old = await ifThere(stat(target))
  const temporary = join(dirname(target), `.nianbao-${randomBytes(6).toString('hex')}.tmp`)
  try {
    const file = await open(temporary, 'wx', old === undefined ? 0o666 : 0o600)
    try {
      await file.writeFile(bytes)
      if (old !== undefined) await file.chmod(old.mode & 0o777)
      await flush(file)
    } finally {
      await file.close()
    }
    await renameOver(temporary, target)
  } catch (error) {
    await rm(temporary, { force: true }).catch(() => {})
    throw error
  }
  await flushFolder(dirname(target))
}

/** Some network file systems have no flush; the rename still replaces the file as a whole. */
async function flush(file: FileHandle): Promise<void> {
  try {
    await file.sync()
  } catch (error) {
    if (!['EINVAL', 'ENOTSUP', 'ENOSYS'].includes(errorCode(error))) throw error
  }
}

async function renameOver(temporary: string, target: string): Promise<void> {
  for (const milliseconds of renamePauses) {
    try {
      return await rename(temporary, target)
    } catch (error) {
      if (!heldByOthers.includes(errorCode(error))) throw error
      await pause(milliseconds)
    }
  }
  await rename(temporary, target)
}

/** Makes the new name itself survive a power cut. Windows cannot, and a folder that cannot is no failure. */
async function flushFolder(folder: string): Promise<void> {
  if (process.platform === 'win32') return
  try {
    const handle = await open(folder, 'r')
    try {
      await handle.sync()
    } finally {
      await handle.close()
    }
  } catch {
    // The file is in place and whole; only the moment it reaches the disk is the system's choice.
  }
}

async function ifThere<Value>(lookUp: Promise<Value>): Promise<Value | undefined> {
  try {
    return await lookUp
  } catch (error) {
    if (errorCode(error) === 'ENOENT') return undefined
    throw error
  }
}
