/** Last year's report and this year's as one document with everything that changed marked. */

import { composeParts, type DocumentPart } from '../compose/compose'
import type { Change, Document, DocumentBlock } from '../compose/document'
import { printedText } from '../compose/printed-text'
import { titleOnOneLine } from '../compose/title'
import type { ChapterTitle, Draft } from '../draft/draft'
import { newDraft } from '../draft/new-draft'
import type { Format } from '../format/format'
import { formatById } from '../format/formats'
import { printedPrevious } from '../linked/printed-prose'
import { align, type Pair } from './align'
import { endsApart } from './ends-apart'
import { changedBlock, trackBlocks } from './track-blocks'
import { runsWithout } from './track-runs'
import { tableWithout } from './track-table'

/** A part of the report, a chapter or what stands around them, with its changes marked. */
export interface TrackedPart extends DocumentPart {
  /** Neither year has anything here that the other has not. */
  isSame: boolean
}

/** undefined: the draft has no earlier report beside it, or one in a format the app does not know. */
export function trackReports(draft: Draft, format: Format): Document | undefined {
  const parts = trackParts(draft, format)
  return (
    parts && {
      title: titleOnOneLine(draft),
      author: printedText(draft.publisher.name).trim(),
      blocks: endsApart(parts.flatMap(({ blocks }) => blocks)),
    }
  )
}

/** The same part by part: the opening, each chapter of either year, the closing. */
export function trackParts(draft: Draft, format: Format): TrackedPart[] | undefined {
  const last = lastDraft(draft)
  const lastFormat = last && formatById(last.format)
  if (!last || !lastFormat) return undefined
  const by = printedText(draft.publisher.name).trim() || NOBODY
  const hasFrame = draft.previous?.frame !== undefined
  const parts = (one: Draft, of: Format) =>
    composeParts(one, of).filter(({ id }) => hasFrame || (id !== 'opening' && id !== 'closing'))
  const sameId = (one: DocumentPart, other: DocumentPart) => (one.id === other.id ? 0.9 : 0)
  return align(parts(last, lastFormat), parts(draft, format), sameId).map((pair) => trackPart(pair, by))
}

function trackPart(pair: Pair<DocumentPart>, by: string): TrackedPart {
  switch (pair.kind) {
    case 'both':
      return tracked(pair.now.id, trackBlocks(pair.last.blocks, pair.now.blocks, by))
    case 'removed':
      return tracked(pair.last.id, changed(pair.last, { kind: 'removed', by }))
    case 'added':
      return tracked(pair.now.id, changed(pair.now, { kind: 'added', by }))
  }
}

/** The compared document as one of the two years has it, without marks. */
export function without(document: Document, kind: Change['kind']): Document {
  return { ...document, blocks: document.blocks.flatMap((block) => blockWithout(block, kind)) }
}

/** Word wants a name for who changed something. */
const NOBODY = '本机关'

/** Last year's report as a draft of its own, as far as the draft remembers it. */
export function lastDraft({ previous, publisher, images }: Draft): Draft | undefined {
  const format = previous && formatById(previous.format)
  if (!format) return undefined
  const { year, scope, numbering, figures, prose, frame } = printedPrevious(previous)
  const last: Draft = {
    ...newDraft({ format, year, scope, publisher: { name: previous.publisher, kind: publisher.kind } }),
    numbering,
    figures,
    prose,
    images,
  }
  if (!frame) return last
  return {
    ...last,
    title: { kind: 'edited', lines: frame.title },
    ...(frame.issuingLine !== undefined && { issuingLine: frame.issuingLine }),
    preamble: { kind: 'edited', text: frame.preamble },
    chapterTitles: Object.fromEntries(
      Object.entries(frame.chapterTitles).map(([id, text]): [string, ChapterTitle] => [
        id,
        { kind: 'own', text },
      ]),
    ),
    signature: frame.signature,
  }
}

function changed({ blocks }: DocumentPart, change: Change): DocumentBlock[] {
  return blocks.map((block) => changedBlock(block, change))
}

function tracked(id: string, blocks: DocumentBlock[]): TrackedPart {
  return { id, blocks, isSame: !blocks.some(hasChange) }
}

/** Whether anything of the block is in one of the two years only. */
export function hasChange(block: DocumentBlock): boolean {
  if (block.change) return true
  switch (block.kind) {
    case 'heading':
    case 'paragraph':
      return block.runs.some(({ change }) => change)
    case 'runInHeading':
      return [...block.heading, ...block.runs].some(({ change }) => change)
    case 'table':
      return (
        block.table.rowChanges?.some((change) => change) === true ||
        block.table.rows.flat().some(({ runs }) => runs.some(({ change }) => change))
      )
    default:
      return false
  }
}

function blockWithout(block: DocumentBlock, kind: Change['kind']): DocumentBlock[] {
  const { change, ...rest } = block
  if (change?.kind === kind) return []
  switch (rest.kind) {
    case 'heading':
    case 'paragraph':
      return [{ ...rest, runs: runsWithout(rest.runs, kind) }]
    case 'runInHeading':
      return [{ ...rest, heading: runsWithout(rest.heading, kind), runs: runsWithout(rest.runs, kind) }]
    case 'table':
      return [{ ...rest, table: tableWithout(rest.table, kind) }]
    default:
      return [rest]
  }
}
