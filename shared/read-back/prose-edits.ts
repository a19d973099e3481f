import type { Draft } from '../draft/draft'
import { placeName } from '../draft/place-name'
import type { Chapter, Format } from '../format/format'
import { tableValues } from '../linked/table-values'
import { align, type Step } from './align'
import { comparableFileLine, comparableReportLine, markOf } from './compare-lines'
import type { Edit, EditedField, FieldEdit, ProseEdit } from './edit'
import type { FileLine } from './file-text'
import { type ReportLine, reportLines } from './report-lines'

/**
 * Edits of text between the draft as it was exported and the lines of its file; undefined: too much is different.
 *
 * @param edited the draft with the file's figures: a linked figure that says the same as they do was not edited
 */
export function textEdits(base: Draft, format: Format, lines: FileLine[], edited: Draft): Edit[] | undefined {
  const old = reportLines(base, format)
  const followed = reportLines(base, format, tableValues(edited, format))
  const comparable = old.map((line, index) => {
    const own = comparableReportLine(line)
    const other = followed.length === old.length ? followed[index] : undefined
    return other ? { ...own, keys: [...own.keys, ...comparableReportLine(other).keys] } : own
  })
  const steps = align(comparable, lines.map(comparableFileLine))
  if (!steps) return undefined
  const placed = placeSteps(steps, old, lines, format)
  return [...fieldEdits(placed, format), ...proseEdits(placed, format)].map((edit, index) => ({
    ...edit,
    id: `text-${index}`,
  }))
}

/** A step with the line of the report it is about, or after which it stands. */
interface Placed {
  kind: Step['kind']
  at: Position
  old?: ReportLine
  line?: FileLine
}

type Position = { field: EditedField } | { slot: string; unit: number } | { table: string }

function placeSteps(steps: Step[], old: ReportLine[], lines: FileLine[], format: Format): Placed[] {
  let after: Position = { field: { kind: 'preamble' } }
  const titleEnd = titleEndOf(steps, old)
  return steps.map((step, index): Placed => {
    if (step.kind === 'added') {
      const line = lines[step.other]
      return {
        kind: 'added',
        at: index < titleEnd ? { field: { kind: 'title' } } : after,
        ...(line && { line }),
      }
    }
    const before = old[step.one]
    const line = 'other' in step ? lines[step.other] : undefined
    const at: Position = before ? positionOf(before) : after
    after = before ? positionAfter(before, format) : after
    return { kind: step.kind, at, ...(before && { old: before }), ...(line && { line }) }
  })
}

/** Lines written above whatever follows the title belong to it where the title itself was rewritten. */
function titleEndOf(steps: Step[], old: ReportLine[]): number {
  const isTitle = (step: Step) => 'one' in step && old[step.one]?.place.kind === 'title'
  const isRewritten = steps.some((step) => isTitle(step) && step.kind !== 'same')
  const next = steps.findIndex((step) => 'one' in step && step.kind !== 'removed' && !isTitle(step))
  return isRewritten && next >= 0 ? next : 0
}

function positionOf({ place }: ReportLine): Position {
  switch (place.kind) {
    case 'prose':
      return { slot: place.slot, unit: place.unit }
    case 'officialTable':
      return { table: place.table }
    case 'chapterTitle':
      return { field: { kind: 'chapterTitle', chapter: place.chapter } }
    default:
      return { field: { kind: place.kind } }
  }
}

/** Where a line belongs that was written below this one. */
function positionAfter({ place }: ReportLine, format: Format): Position {
  switch (place.kind) {
    case 'prose':
      return { slot: place.slot, unit: place.unit }
    case 'officialTable':
      return { slot: place.slot, unit: BEFORE_FIRST }
    case 'chapterTitle':
      return { slot: firstSlot(place.chapter, format), unit: BEFORE_FIRST }
    case 'title':
    case 'issuingLine':
    case 'preamble':
      return { field: { kind: 'preamble' } }
    case 'signatureName':
    case 'signatureDate':
      return { slot: lastSlot(format), unit: Number.MAX_SAFE_INTEGER }
  }
}

/** The unit before the first of a slot. */
export const BEFORE_FIRST = -1

function firstSlot(id: string, format: Format): string {
  return isProse(format.chapters.find((chapter) => chapter.id === id)) ? id : `${id}.before`
}

function lastSlot({ chapters }: Format): string {
  const last = chapters.at(-1)
  return isProse(last) ? (last?.id ?? '') : `${last?.id}.after`
}

function isProse(chapter: Chapter | undefined): boolean {
  return chapter?.body.kind === 'prose'
}

/** A field is one text: all its lines together. */
function fieldEdits(placed: Placed[], format: Format): FieldEdit[] {
  const fields = new Map<string, { field: EditedField; from: string[]; to: string[]; isChanged: boolean }>()
  for (const { kind, at, old, line } of placed) {
    if (!('field' in at)) continue
    const key = at.field.kind + ('chapter' in at.field ? at.field.chapter : '')
    const found = fields.get(key) ?? { field: at.field, from: [], to: [], isChanged: false }
    fields.set(key, found)
    if (old) found.from.push(old.text)
    if (line?.kind === 'text') found.to.push(line.text)
    found.isChanged ||= kind !== 'same'
  }
  return [...fields.values()].flatMap(({ field, from, to, isChanged }): FieldEdit[] => {
    const [before, after] = [textOf(field, from), textOf(field, to)]
    // A chapter the form asks for keeps its heading.
    const isHeadingLost = field.kind === 'chapterTitle' && after === ''
    if (!isChanged || before === after || isHeadingLost) return []
    const chapter = field.kind === 'chapterTitle' ? field.chapter : ''
    return [
      { kind: 'field', id: '', place: fieldName(field, format), chapter, field, from: before, to: after },
    ]
  })
}

function textOf(field: EditedField, lines: string[]): string {
  if (field.kind !== 'chapterTitle') return lines.join('\n')
  const text = lines.join('')
  const mark = markOf(text)
  return mark?.kind === 'chapter' ? text.slice(mark.length) : text
}

function fieldName(field: EditedField, format: Format): string {
  switch (field.kind) {
    case 'title':
    case 'issuingLine':
    case 'preamble':
      return placeName([field.kind])
    case 'signatureName':
      return placeName(['signature', 'name'])
    case 'signatureDate':
      return placeName(['signature', 'date'])
    case 'chapterTitle': {
      const chapter = format.chapters.find(({ id }) => id === field.chapter)
      return `“${chapter?.number}、${chapter?.title}”的标题`
    }
  }
}

function proseEdits(placed: Placed[], format: Format): ProseEdit[] {
  const counts = new Map<string, number>()
  return placed.flatMap(({ kind, at, old, line }): ProseEdit[] => {
    if (!('slot' in at)) return []
    const { slot, unit } = at
    const number = (counts.get(slot) ?? 0) + (kind === 'added' ? 0 : 1)
    counts.set(slot, number)
    if (kind === 'same' || line?.kind === 'officialTable') return []
    const chapter = format.chapters.find(({ id }) => id === slot || slot.startsWith(`${id}.`))
    const paragraph = placeName(['prose', slot, String(Math.max(0, number - 1))])
    return [
      {
        kind: 'prose',
        id: '',
        place:
          kind === 'added'
            ? number === 0
              ? `${placeName(['prose', slot])}开头`
              : `${paragraph}之后`
            : paragraph,
        chapter: chapter?.id ?? '',
        slot,
        what: kind,
        unit,
        from: old ? old.mark + old.text : '',
        to: line ? lineText(line) : '',
        ...(line && { line }),
      },
    ]
  })
}

function lineText(line: FileLine): string {
  if (line.kind === 'text') return line.text
  return line.kind === 'table' ? line.rows.map((row) => row.join('\t')).join('\n') : ''
}
