import { readFile, rename, stat } from 'node:fs/promises'
import type { OfficeStyle } from '../../shared/compose/office-style'
import { parseStyleVariant } from '../../shared/compose/parse-style-variant'
import type { StyleVariant } from '../../shared/compose/style-variant'
import type { WriteError } from '../../shared/ipc'
import { fail, ok, type Result } from '../../shared/result'
import { writeWhole } from './durable-write'
import { errorCode } from './write-error'

export interface OfficeStyleFile {
  /** Read anew each time: somebody may have put another office's file there. Never fails. */
  read(): Promise<OfficeStyle>
  keep(style: StyleVariant): Promise<Result<OfficeStyle, WriteError>>
}

/**
 * The office's style in the file `path`, the same JSON that the command line takes. A file that cannot be used counts
 * as none and is named; it is put aside, not lost, when a style is kept in its place.
 */
export function createOfficeStyleFile(path: string): OfficeStyleFile {
  async function read(): Promise<OfficeStyle> {
    const text = await textOf(path)
    if (!text.ok) return { style: {}, fault: text.error }
    if (text.value === undefined) return { style: {} }
    const parsed = parseStyleVariant(text.value)
    return parsed.ok ? { style: parsed.value } : { style: {}, fault: parsed.error }
  }
  return {
    read,
    async keep(style) {
      const text = jsonText(style)
      if (text === undefined || !parseStyleVariant(text).ok) return fail({ kind: 'unwritable', name: '' })
      if ((await read()).fault !== undefined) await rename(path, `${path}.unusable`).catch(() => {})
      const written = await writeWhole(path, Buffer.from(text))
      return written.ok ? ok({ style }) : written
    },
  }
}

/** undefined: what came from the window is no JSON: it goes round in circles, or holds what JSON has not. */
function jsonText(style: StyleVariant): string | undefined {
  try {
    return `${JSON.stringify(style, null, 2)}\n`
  } catch {
    return undefined
  }
}

/** Bytes; a style that sets everything has some thousand. */
const LARGEST = 1_000_000

/** undefined: there is no such file. */
async function textOf(path: string): Promise<Result<string | undefined, string>> {
  try {
    if ((await stat(path)).size > LARGEST) return fail('文件太大')
    return ok(await readFile(path, 'utf8'))
  } catch (error) {
    return errorCode(error) === 'ENOENT' ? ok(undefined) : fail('文件无法读取')
  }
}
