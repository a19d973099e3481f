import { createHash } from 'node:crypto'
import { readFile, stat } from 'node:fs/promises'
import { basename } from 'node:path'
import type { Draft } from '../../shared/draft/draft'
import type { DraftError } from '../../shared/draft/draft-error'
import { fail, ok, type Result } from '../../shared/result'
import { type DecodedText, decodeText } from './decode-text'
import { errorCode } from './write-error'

/** Bytes of a file worth reading at all; LARGEST_DRAFT of shared/draft decides about its text. */
const largestFile = 400_000_000

/** A draft as it stands in a file; the stamp tells whether the file has changed since. */
export interface ReadDraft {
  draft: Draft
  stamp: string
}

/** What identifies the content of a file. */
export function stampOf(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex')
}

/** Reads a draft file without ever changing it. */
export async function readDraft(path: string): Promise<Result<ReadDraft, DraftError>> {
  const name = basename(path)
  const bytes = await readDraftBytes(path, name)
  return bytes.ok ? parseBytes(bytes.value, name) : bytes
}

/** The bytes of a draft file as a draft. */
export async function parseBytes(bytes: Uint8Array, name: string): Promise<Result<ReadDraft, DraftError>> {
  const { text, encoding, garbled } = decodeText(bytes)
  const [{ parseDraft }, { hasDoubledFigures }] = await Promise.all([
    import('../../shared/draft/parse-draft'),
    import('../../shared/draft/salvage/salvage-figures'),
  ])
  if (encoding !== 'UTF-8' || garbled) return fail(garbledError(text, encoding, name))
  const draft = parseDraft(text, name)
  if (!draft.ok) return draft
  if (hasDoubledFigures(text, draft.value)) return fail({ kind: 'damaged', name, detail: '表格中有重复的格' })
  return ok({ draft: draft.value, stamp: stampOf(bytes) })
}

/** The bytes of a file that may be a draft. */
export async function readDraftBytes(path: string, name: string): Promise<Result<Uint8Array, DraftError>> {
  try {
    // Asked before opening: opening a pipe would wait for ever.
    const about = await stat(path)
    if (!about.isFile()) return fail({ kind: 'notADraft', name })
    if (about.size > largestFile) return fail({ kind: 'tooLarge', name })
    return ok(await readFile(path))
  } catch (error) {
    return fail({ kind: errorCode(error) === 'ENOENT' ? 'missing' : 'unreadable', name })
  }
}

/** Bytes that are not our text: still recognisable as a draft's, or another kind of file altogether. */
function garbledError(text: string, encoding: DecodedText['encoding'], name: string): DraftError {
  if (!text.slice(0, 1000).includes('"nianbao-draft"')) return { kind: 'notADraft', name }
  const detail = encoding === 'UTF-8' ? '文件内容有错乱' : `文字是按 ${encoding} 编码另存的`
  return { kind: 'damaged', name, detail }
}
