import { createHash } from 'node:crypto'
import { readFile, stat } from 'node:fs/promises'
import { basename } from 'node:path'
import type { Draft } from '../../shared/draft/draft'
import type { DraftError } from '../../shared/draft/draft-error'
import { fail, ok, type Result } from '../../shared/result'
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

/** The stamp of a file as it is now; undefined: it is not there. Throws when it cannot be read. */
export async function stampOfFile(path: string): Promise<string | undefined> {
  try {
    return stampOf(await readFile(path))
  } catch (error) {
    if (errorCode(error) === 'ENOENT') return undefined
    throw error
  }
}

/** Reads a draft file without ever changing it. */
export async function readDraft(path: string): Promise<Result<ReadDraft, DraftError>> {
  const name = basename(path)
  const bytes = await readBytes(path, name)
  if (!bytes.ok) return bytes
  const text = decode(bytes.value)
  if (text === undefined) return fail(garbled(bytes.value, name))
  const { parseDraft } = await import('../../shared/draft/parse-draft')
  const draft = parseDraft(text, name)
  return draft.ok ? ok({ draft: draft.value, stamp: stampOf(bytes.value) }) : draft
}

async function readBytes(path: string, name: string): Promise<Result<Uint8Array, DraftError>> {
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

function decode(bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return undefined
  }
}

/** Bytes that are not UTF-8: still recognisable as a draft's, or another kind of file altogether. */
function garbled(bytes: Uint8Array, name: string): DraftError {
  const start = Buffer.from(bytes.subarray(0, 1000)).toString('latin1')
  return start.includes('"nianbao-draft"')
    ? { kind: 'damaged', name, detail: '文件内容有错乱' }
    : { kind: 'notADraft', name }
}
