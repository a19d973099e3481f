import { chapterTitle } from '../compose/chapter-title'
import { preambleText } from '../compose/preamble'
import { printedLines, printedText } from '../compose/printed-text'
import { printedDate } from '../compose/signature'
import { titleLines } from '../compose/title'
import type { Draft } from '../draft/draft'
import type { Chapter, Format, ProseSlot } from '../format/format'
import { type TableValues, tableValues } from '../linked/table-values'
import { cellLine, isUnprinted, type ProseUnit, proseUnits, unitText } from './prose-units'

/** What a line of the report belongs to. */
export type LinePlace =
  | { kind: 'title' | 'issuingLine' | 'preamble' | 'signatureName' | 'signatureDate' }
  | { kind: 'chapterTitle'; chapter: string }
  | { kind: 'officialTable'; table: string; slot: ProseSlot }
  /** `unit`: index among the slot's units. */
  | { kind: 'prose'; slot: ProseSlot; unit: number }

/** A line of a report as it is printed. */
export interface ReportLine {
  place: LinePlace
  /** The number the app puts before it. */
  mark: string
  text: string
  /** Cells of a table of the office's own. */
  rows?: string[][]
}

/** The lines of a report in the order of the page, its linked figures as these tables have them. */
export function reportLines(
  draft: Draft,
  format: Format,
  values: TableValues = tableValues(draft, format),
): ReportLine[] {
  const plain =
    (kind: 'title' | 'issuingLine' | 'preamble' | 'signatureName' | 'signatureDate') =>
    (text: string): ReportLine[] =>
      text === '' ? [] : [{ place: { kind }, mark: '', text }]
  const { issuingLine = '', signature } = draft
  return [
    ...titleLines(draft).flatMap(plain('title')),
    ...plain('issuingLine')(printedText(issuingLine).trim()),
    ...printedLines(preambleText(draft, format)).flatMap(plain('preamble')),
    ...format.chapters.flatMap((chapter) => chapterLines(chapter, draft, format, values)),
    ...plain('signatureName')(printedText(signature.name ?? '').trim()),
    ...plain('signatureDate')(printedDate(signature.date ?? '')),
  ]
}

function chapterLines(chapter: Chapter, draft: Draft, format: Format, values: TableValues): ReportLine[] {
  const { body } = chapter
  const heading: ReportLine = {
    place: { kind: 'chapterTitle', chapter: chapter.id },
    mark: `${chapter.number}、`,
    text: chapterTitle(chapter, draft),
  }
  if (body.kind === 'prose') return [heading, ...slotLines(chapter.id, draft, values)]
  const tables = format.tables.filter(({ id }) => id === body.table)
  return [
    heading,
    ...slotLines(`${chapter.id}.before`, draft, values),
    ...tables.map(
      ({ id }): ReportLine => ({
        place: { kind: 'officialTable', table: id, slot: `${chapter.id}.after` },
        mark: '',
        text: '',
      }),
    ),
    ...slotLines(`${chapter.id}.after`, draft, values),
  ]
}

function slotLines(slot: ProseSlot, draft: Draft, values: TableValues): ReportLine[] {
  return unitsIn(draft, slot, values).flatMap((unit, index): ReportLine[] =>
    isUnprinted(unit)
      ? []
      : [
          {
            place: { kind: 'prose', slot, unit: index },
            mark: unit.mark,
            text: unitText(unit),
            ...(unit.role === 'table' && { rows: unit.rows.map((row) => row.map(cellLine)) }),
          },
        ],
  )
}

/** Every line of a slot, printed or not. */
export function unitsIn(draft: Draft, slot: ProseSlot, values: TableValues): ProseUnit[] {
  const blocks = Object.hasOwn(draft.prose, slot) ? draft.prose[slot] : undefined
  return proseUnits(blocks ?? [], draft.numbering, values)
}
