import type { Draft, Signature, TextBlock } from '../draft/draft'
import { computeFigures, type FigureValue } from '../draft/figures'
import type { Chapter, Format, ProseSlot } from '../format/format'
import { type PrintedDraft, printedDraft } from '../linked/printed-prose'
import { chapterTitle } from './chapter-title'
import { composeProse } from './compose-prose'
import { composeTable } from './compose-table'
import type { Document, DocumentBlock } from './document'
import { preambleText } from './preamble'
import { printedLines, printedText } from './printed-text'
import { printedDate } from './signature'
import { titleLines, titleOnOneLine } from './title'

/**
 * The report as it will be read. Every chapter of the format is there, empty or not: a chapter without text keeps
 * its heading. All figures, totals, numbers and labels are settled here; the outputs only draw.
 */
export function compose(draft: Draft, format: Format): Document {
  return {
    title: titleOnOneLine(draft),
    author: printedText(draft.publisher.name).trim(),
    blocks: composeParts(draft, format).flatMap(({ blocks }) => blocks),
  }
}

/** What stands above the chapters, each chapter, what stands below them. */
export interface DocumentPart {
  /** A chapter's id, 'opening' or 'closing'. */
  id: string
  blocks: DocumentBlock[]
}

/** The document part by part, in its order. */
export function composeParts(entered: Draft, format: Format): DocumentPart[] {
  const draft = printedDraft(entered, format)
  const values = computeFigures(format, draft.figures)
  const opening: DocumentBlock[] = [
    { kind: 'title', lines: titleLines(draft) },
    ...composeIssuingLine(draft.issuingLine),
    ...printedLines(preambleText(draft, format)).map(paragraph),
  ]
  return [
    { id: 'opening', blocks: opening },
    ...format.chapters.map((chapter) => ({
      id: chapter.id,
      blocks: composeChapter(chapter, draft, format, values),
    })),
    { id: 'closing', blocks: composeSignature(draft.signature) },
  ]
}

function composeIssuingLine(line = ''): DocumentBlock[] {
  const text = printedText(line).trim()
  return text === '' ? [] : [{ kind: 'issuingLine', text }]
}

function composeChapter(
  chapter: Chapter,
  draft: PrintedDraft,
  format: Format,
  values: Map<string, FigureValue>,
): DocumentBlock[] {
  const { body } = chapter
  const prose = (slot: ProseSlot) => composeProse(blocksOf(draft, slot), draft)
  const heading: DocumentBlock = {
    kind: 'heading',
    level: 1,
    runs: [{ text: `${chapter.number}、${chapterTitle(chapter, draft)}` }],
  }
  if (body.kind === 'prose') return [heading, ...prose(chapter.id)]
  const tables = format.tables.filter(({ id }) => id === body.table)
  return [
    heading,
    ...prose(`${chapter.id}.before`),
    ...tables.map((table): DocumentBlock => ({ kind: 'table', table: composeTable(format, table, values) })),
    ...prose(`${chapter.id}.after`),
  ]
}

function blocksOf(draft: PrintedDraft, slot: ProseSlot): TextBlock[] {
  return (Object.hasOwn(draft.prose, slot) ? draft.prose[slot] : undefined) ?? []
}

function paragraph(text: string): DocumentBlock {
  return { kind: 'paragraph', runs: [{ text }] }
}

function composeSignature({ name = '', date = '' }: Signature): DocumentBlock[] {
  const [signedBy, on] = [printedText(name).trim(), printedDate(date)]
  if (signedBy === '' && on === '') return []
  return [{ kind: 'signature', ...(signedBy && { name: signedBy }), ...(on && { date: on }) }]
}
