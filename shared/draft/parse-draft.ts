import { validate } from '../../templates/draft.schema.json?validator'
import { isStyleVariant } from '../compose/parse-style-variant'
import { cellInfo } from '../format/cells'
import type { Format } from '../format/format'
import { formatById } from '../format/formats'
import { proseSlots } from '../format/slots'
import { fail, ok, type Result } from '../result'
import type { Draft } from './draft'
import type { DraftError } from './draft-error'
import { placeName } from './place-name'
import { schemaFault } from './schema-fault'

/** Characters of a draft file; a hundred large pictures fit. */
const LARGEST_DRAFT = 200_000_000

const VERSION = 1

/**
 * Reads the text of a `.nianbao` file; `name` is the file's name for the message. Whatever it returns is a whole
 * draft of a known format: nothing behind this border looks again. Never throws.
 */
export function parseDraft(text: string, name: string): Result<Draft, DraftError> {
  if (text.length > LARGEST_DRAFT) return fail({ kind: 'tooLarge', name })
  const parsed = parseJson(text)
  if (!parsed.ok)
    return fail(
      looksLikeDraft(text) ? { kind: 'damaged', name, detail: parsed.error } : { kind: 'notADraft', name },
    )
  const { value } = parsed
  if (!isObject(value) || value.kind !== 'nianbao-draft') return fail({ kind: 'notADraft', name })
  const { version } = value
  if (typeof version === 'number' && version > VERSION) return fail({ kind: 'newer', name, version })
  if (!isDraft(value)) return fail({ kind: 'invalid', name, detail: schemaFault(validate.errors, placeName) })
  if (value.style !== undefined && !isStyleVariant(value.style))
    return fail({ kind: 'invalid', name, detail: '版式的内容不符合要求' })
  const format = formatById(value.format)
  if (!format) return fail({ kind: 'unknownFormat', name, format: value.format })
  const detail = unknownPlace(value, format)
  return detail === undefined ? ok(value) : fail({ kind: 'invalid', name, detail })
}

function parseJson(text: string): Result<unknown, string> {
  const withoutMark = text.startsWith('\ufeff') ? text.slice(1) : text
  if (/^[\s\0]*$/.test(withoutMark)) return fail('文件是空的')
  try {
    return ok(JSON.parse(withoutMark))
  } catch {
    return fail(withoutMark.trimEnd().endsWith('}') ? '文件内容有错乱' : '文件不完整，后半部分缺失')
  }
}

/** An empty file or one that begins as a draft does was one before it was damaged. */
function looksLikeDraft(text: string): boolean {
  const start = text.slice(0, 1000)
  return /^[\ufeff\s\0]*$/.test(start) || start.includes('"nianbao-draft"')
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function isDraft(value: unknown): value is Draft {
  return validate(value)
}

/** The first cell, prose or chapter title that has no place in the format. */
function unknownPlace(draft: Draft, format: Format): string | undefined {
  const cell = Object.keys(draft.figures).find((address) => !cellInfo(format, address))
  if (cell !== undefined) {
    const table = format.tables.find(({ id }) => cell.startsWith(`${id}.`))
    return `${table?.name ?? '表格'}中没有这一格：${cell}`
  }
  const slots = new Set(proseSlots(format).map(({ slot }) => slot))
  const slot = Object.keys(draft.prose).find((known) => !slots.has(known))
  if (slot !== undefined) return `报告格式中没有这一处正文：${slot}`
  const chapters = new Set(format.chapters.map(({ id }) => id))
  const chapter = Object.keys(draft.chapterTitles).find((id) => !chapters.has(id))
  return chapter === undefined ? undefined : `报告格式中没有第 ${chapter} 章`
}
