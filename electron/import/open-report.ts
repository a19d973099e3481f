import { createHash } from 'node:crypto'
import { open, stat } from 'node:fs/promises'
import { basename } from 'node:path'
import type { Draft } from '../../shared/draft/draft'
import { parseDraft } from '../../shared/draft/parse-draft'
import { cellsOf } from '../../shared/format/cells'
import type { Format } from '../../shared/format/format'
import { formatById } from '../../shared/format/formats'
import type { ImportedReport } from '../../shared/import/import-report'
import type { ReadError } from '../../shared/import/read-error'
import { type ReportPictures, readReport } from '../../shared/import/read-report'
import type { WordBlock, WordDocument } from '../../shared/import/word-document'
import { fileText } from '../../shared/read-back/file-text'
import { fail, ok, type Result } from '../../shared/result'
import { readImageHeader } from '../images/image-header'
import { LARGEST_FILE, readPictures } from './docx-parts'
import { readDocx } from './read-docx'
import { readWorkingCopy } from './working-copy'

/** Reads the report in a file, whatever the file is. Never writes, fetches nothing. */
export async function openReport(path: string, today: string): Promise<Result<ImportedReport, ReadError>> {
  const bytes = await wordBytes(path)
  return bytes.ok ? reportIn(bytes.value, basename(path), today) : bytes
}

/** The bytes of a file that may be a Word report. */
export async function wordBytes(path: string): Promise<Result<Uint8Array, ReadError>> {
  const name = basename(path)
  try {
    // Asked before opening: opening a pipe would wait for ever, and a large file is not read at all.
    const about = await stat(path)
    if (!about.isFile()) return fail({ kind: 'notWord', name })
    if (about.size > LARGEST_FILE) return fail({ kind: 'tooLarge', name })
  } catch (error) {
    const isMissing = error instanceof Error && 'code' in error && error.code === 'ENOENT'
    return fail({ kind: isMissing ? 'missing' : 'unreadable', name })
  }
  const bytes = await readAll(path)
  return bytes ? ok(bytes) : fail({ kind: 'unreadable', name })
}

async function readAll(path: string): Promise<Uint8Array | undefined> {
  try {
    const file = await open(path)
    try {
      return await file.readFile()
    } finally {
      await file.close()
    }
  } catch {
    return undefined
  }
}

/**
 * The report in the bytes of a Word file: the draft a working copy carries, otherwise what the text says.
 *
 * @param year the year it is about, where the clerk names it
 */
export function reportIn(
  bytes: Uint8Array,
  name: string,
  today: string,
  year?: number,
): Result<ImportedReport, ReadError> {
  const document = readDocx(bytes)
  if (!document.ok) return fail({ kind: document.error, name })
  const carried = carriedReport(bytes, document.value)
  if (carried) return ok(carried)
  const report = readReport(document.value, picturesOf(bytes, document.value.blocks), today, year)
  return report.ok ? report : fail({ kind: report.error, name })
}

/** What a working copy of this app holds; undefined: the file is none. */
function carriedReport(bytes: Uint8Array, document: WordDocument): ImportedReport | undefined {
  const carried = carriedDraft(bytes)
  if (!carried) return undefined
  const { draft, format, isTextChanged } = carried
  const cells = cellsOf(format).map(({ cell }) => cell)
  return {
    draft,
    taken: cells.filter((cell) => Object.hasOwn(draft.figures, cell)),
    values: draft.figures,
    doubtful: [],
    missing: [],
    blank: [],
    notes: isTextChanged
      ? ['文件里的草稿已恢复；导出以后又在 Word 中改过文字或数字，这些改动不在草稿里，请对照核实。']
      : [],
    isCarried: true,
    ...(isTextChanged && { edited: fileText(document, format) }),
  }
}

/** The draft inside a working copy, proven to be one; undefined: the file carries none. */
export function carriedDraft(
  bytes: Uint8Array,
): { draft: Draft; format: Format; isTextChanged: boolean } | undefined {
  const copy = readWorkingCopy(bytes)
  const parsed = copy.ok ? parseDraft(copy.value.draftText, '') : undefined
  const format = parsed?.ok ? formatById(parsed.value.format) : undefined
  if (!copy.ok || !parsed?.ok || !format) return undefined
  return { draft: parsed.value, format, isTextChanged: copy.value.isTextChanged }
}

/** Bytes of one picture in a draft (design.md section 3). */
const LARGEST_PICTURE = 5_000_000

function picturesOf(bytes: Uint8Array, blocks: WordBlock[]): ReportPictures {
  const paths = new Set(blocks.flatMap((block) => (block.kind === 'paragraph' ? block.images : [])))
  const pictures: ReportPictures = new Map()
  if (paths.size === 0) return pictures
  for (const [path, picture] of readPictures(bytes, paths)) {
    const header = readImageHeader(picture)
    if (header?.orientation !== 1 || picture.length > LARGEST_PICTURE) continue
    const { type, width, height } = header
    if (width === 0 || height === 0) continue
    const hash = createHash('sha256').update(picture).digest('hex')
    pictures.set(path, {
      hash,
      image: { type, width, height, data: Buffer.from(picture).toString('base64') },
    })
  }
  return pictures
}
