import { readFile, stat } from 'node:fs/promises'
import { basename } from 'node:path'
import type { Draft } from '../../shared/draft/draft'
import type { DraftError } from '../../shared/draft/draft-error'
import { draftErrorMessage } from '../../shared/draft/draft-error-message'
import { LARGEST_DRAFT, parseDraft } from '../../shared/draft/parse-draft'
import { fail, ok, type Result } from '../../shared/result'
import { errorCode } from '../files/write-error'
import { refuse } from './refused'

/** A draft from a `.nianbao` file; refused with the same words as in the window. */
export async function readDraft(path: string): Promise<Draft> {
  const name = basename(path)
  const text = await readText(path)
  if (!text.ok) return refuseDraft({ kind: text.error === 'notText' ? 'notADraft' : text.error, name })
  const parsed = parseDraft(text.value, name)
  return parsed.ok ? parsed.value : refuseDraft(parsed.error)
}

/** The text of a UTF-8 file the command line names: figures, prose, a publisher. */
export async function readTextFile(path: string): Promise<string> {
  const text = await readText(path)
  return text.ok ? text.value : refuse(`${problems[text.error]}：${path}`)
}

type Problem = 'missing' | 'unreadable' | 'tooLarge' | 'notText'

const problems: Record<Problem, string> = {
  missing: '找不到文件',
  unreadable: '无法读取文件',
  tooLarge: '文件太大',
  notText: '不是 UTF-8 编码的文本',
}

async function readText(path: string): Promise<Result<string, Problem>> {
  try {
    // UTF-8 takes at most three bytes for each of JavaScript's characters: nothing larger can be a draft.
    if ((await stat(path)).size > LARGEST_DRAFT * 3) return fail('tooLarge')
    const text = decode(await readFile(path))
    return text === undefined ? fail('notText') : ok(text)
  } catch (error) {
    return fail(['ENOENT', 'ENOTDIR'].includes(errorCode(error)) ? 'missing' : 'unreadable')
  }
}

/** undefined: bytes that are no UTF-8. A damaged character is never replaced in silence. */
function decode(bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return undefined
  }
}

function refuseDraft(error: DraftError): never {
  const { title, advice } = draftErrorMessage(error)
  refuse(`${title}${advice}`)
}
