import { readFile, stat } from 'node:fs/promises'
import type { Draft } from '../../shared/draft/draft'
import { draftErrorMessage } from '../../shared/draft/draft-error-message'
import { type ReadDraft, readDraft as readDraftFile } from '../files/read-draft'
import { errorCode } from '../files/write-error'
import { refuse } from './refused'

/** Bytes; more text than any report has. */
const LARGEST_TEXT = 50_000_000

/** A draft from a `.nianbao` file; refused with the same words as in the window. */
export async function readDraft(path: string): Promise<Draft> {
  return (await readStampedDraft(path)).draft
}

/** The same, with what identifies the file's content. */
export async function readStampedDraft(path: string): Promise<ReadDraft> {
  const read = await readDraftFile(path)
  if (read.ok) return read.value
  const { title, advice } = draftErrorMessage(read.error)
  return refuse(`${title}${advice}`)
}

/** The text of a UTF-8 file the command line names: figures, prose, a publisher. */
export async function readTextFile(path: string): Promise<string> {
  const bytes = await readBytes(path)
  try {
    // A damaged character is never replaced in silence.
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return refuse(`不是 UTF-8 编码的文本：${path}`)
  }
}

async function readBytes(path: string): Promise<Uint8Array> {
  try {
    if ((await stat(path)).size <= LARGEST_TEXT) return await readFile(path)
  } catch (error) {
    const missing = ['ENOENT', 'ENOTDIR'].includes(errorCode(error))
    refuse(`${missing ? '找不到文件' : '无法读取文件'}：${path}`)
  }
  return refuse(`文件太大：${path}`)
}
