import { stat } from 'node:fs/promises'
import type { WriteError } from '../../shared/ipc'
import { writeWhole } from '../files/durable-write'
import { errorCode } from '../files/write-error'
import { refuse } from './refused'

/** A file about to be written, remembered as it was before the command began to read. */
export interface Target {
  path: string
  /** What the file was; undefined: there was none. */
  before: { stamp: string; size: number } | undefined
}

export async function takeTarget(path: string): Promise<Target> {
  return { path, before: await state(path) }
}

/** A target for a new draft: a draft that lies there already is never written over. */
export async function takeNewTarget(path: string): Promise<Target> {
  const target = await takeTarget(path)
  if (target.before && target.before.size > 0) refuse(`已有同名文件，没有改动：${path}`)
  return target
}

/** Writes the file whole, and only if nobody has written it since it was taken as a target. */
export async function writeTarget({ path, before }: Target, content: string | Uint8Array): Promise<void> {
  const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : content
  const unchanged = async () => (await state(path))?.stamp === before?.stamp
  const written = await writeWhole(path, bytes, unchanged)
  if (!written.ok) refuse(`没有写入 ${path}：${writeProblems[written.error.kind]}。`)
}

async function state(path: string): Promise<Target['before']> {
  try {
    const { mtimeNs, size, ino } = await stat(path, { bigint: true })
    return { stamp: `${ino}:${size}:${mtimeNs}`, size: Number(size) }
  } catch (error) {
    if (['ENOENT', 'ENOTDIR'].includes(errorCode(error))) return undefined
    throw error
  }
}

const writeProblems: Record<WriteError['kind'], string> = {
  readOnly: '没有写入的权限',
  diskFull: '磁盘已满',
  missingFolder: '文件夹不存在',
  inUse: '文件正被别的程序使用',
  changedOnDisk: '文件在此期间被别的程序改过',
  pathTooLong: '文件名或路径太长',
  unwritable: '这个位置不能写入文件',
}
