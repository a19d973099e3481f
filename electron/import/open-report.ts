import { createHash } from 'node:crypto'
import { open, stat } from 'node:fs/promises'
import { basename } from 'node:path'
import { parseDraft } from '../../shared/draft/parse-draft'
import { cellsOf } from '../../shared/format/cells'
import { formatById } from '../../shared/format/formats'
import type { ImportedReport } from '../../shared/import/import-report'
import type { ReadError } from '../../shared/import/read-error'
import { type ReportPictures, readReport } from '../../shared/import/read-report'
import type { WordBlock } from '../../shared/import/word-document'
import { fail, ok, type Result } from '../../shared/result'
import { readImageHeader } from '../images/image-header'
import { LARGEST_FILE, readPictures } from './docx-parts'
import { readDocx } from './read-docx'
import { readWorkingCopy } from './working-copy'

/** Reads the report in a file, whatever the file is. Never writes, fetches nothing. */
export async function openReport(path: string, today: string): Promise<Result<ImportedReport, ReadError>> {
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
  return bytes ? reportIn(bytes, name, today) : fail({ kind: 'unreadable', name })
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

/** The report in the bytes of a Word file: the draft a working copy carries, otherwise what the text says. */
export function reportIn(bytes: Uint8Array, name: string, today: string): Result<ImportedReport, ReadError> {
  const document = readDocx(bytes)
  if (!document.ok) return fail({ kind: document.error, name })
  const carried = carriedReport(bytes)
  if (carried) return ok(carried)
  const report = readReport(document.value, picturesOf(bytes, document.value.blocks), today)
  return report.ok ? report : fail({ kind: report.error, name })
}

/** What a working copy of this app holds; undefined: the file is none. */
function carriedReport(bytes: Uint8Array): ImportedReport | undefined {
  const copy = readWorkingCopy(bytes)
  const parsed = copy.ok ? parseDraft(copy.value.draftText, '') : undefined
  const format = parsed?.ok ? formatById(parsed.value.format) : undefined
  if (!copy.ok || !parsed?.ok || !format) return undefined
  const cells = cellsOf(format).map(({ cell }) => cell)
  return {
    draft: parsed.value,
    taken: cells.filter((cell) => Object.hasOwn(parsed.value.figures, cell)),
    values: parsed.value.figures,
    doubtful: [],
    missing: [],
    blank: [],
    notes: copy.value.isTextChanged
      ? ['文件里的草稿已恢复；导出以后又在 Word 中改过文字或数字，这些改动不在草稿里，请对照核实。']
      : [],
  }
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
