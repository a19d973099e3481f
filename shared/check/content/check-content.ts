import type { TextBlock } from '../../draft/draft'
import type { FigureValue } from '../../draft/figures'
import type { Format } from '../../format/format'
import { proseSlots, type SlotInfo } from '../../format/slots'
import type { PrintedDraft } from '../../linked/printed-prose'
import { readerLength } from '../../prose/plain-text'
import type { Finding } from '../finding'
import { chapterTitles } from './chapter-titles'
import { documentNumber, documentNumberOfBases } from './document-number'
import { emptyWords } from './empty-words'
import { figureHints } from './figure-hints'
import { listNumbers } from './list-numbers'
import { messages } from './messages'
import { outdatedWords } from './outdated-words'
import type { ProseRule } from './prose-rule'
import { punctuation } from './punctuation'
import { scopeField, scopeWords } from './scope'
import { type Prose, plainProse, slotProse } from './slot-prose'
import { missingTopics } from './topics'
import { writtenNumbers } from './written-numbers'
import { wrongPeriod, wrongTitleYear, wrongYear } from './wrong-year'

const proseRules: ProseRule[] = [
  wrongYear,
  wrongPeriod,
  outdatedWords,
  scopeWords,
  listNumbers,
  writtenNumbers,
  documentNumber,
  punctuation,
]

/** What the report leaves out and what its fields and figures say of its text (domain.md P-13, P-14, T2-3 to T3-7). */
export function checkContent(
  format: Format,
  draft: PrintedDraft,
  values: Map<string, FigureValue>,
): Finding[] {
  return [
    ...wrongTitleYear(draft),
    ...documentNumberOfBases(draft),
    ...scopeField(draft),
    ...chapterTitles(format, draft.chapterTitles),
    ...missingTopics(format, draft),
    ...figureHints(format, draft, values),
  ]
}

/** What the text itself says, as far as words and form tell (domain.md P-9 to P-15, and the rules of writing). */
export function checkProse(format: Format, draft: PrintedDraft): Finding[] {
  return [
    ...checkPreamble(format, draft),
    ...proseSlots(format).flatMap((info) => checkSlot(format, draft, info)),
  ]
}

/** A generated preamble follows the draft; only what the clerk wrote herself can be wrong. */
function checkPreamble(format: Format, draft: PrintedDraft): Finding[] {
  if (draft.preamble.kind !== 'edited') return []
  const prose = plainProse('preamble', draft.preamble.text)
  return proseRules.flatMap((rule) => rule(prose, { chapter: 'preamble', format, draft }))
}

interface Checked {
  /** What else the findings depend on. */
  on: unknown[]
  findings: Finding[]
}

const cache = new WeakMap<TextBlock[], Checked>()

/** Worked out once while the slot and what it is held against stay the same: an edit elsewhere costs nothing here. */
function checkSlot(format: Format, draft: PrintedDraft, info: SlotInfo): Finding[] {
  const blocks = draft.prose[info.slot]
  if (!blocks) return []
  const { year, scope, publisher, numbering } = draft
  const on = [format, info.slot, year, scope, publisher, numbering]
  const known = cache.get(blocks)
  if (known?.on.every((value, index) => value === on[index])) return known.findings
  const prose = slotProse(info.slot, blocks, numbering)
  const context = { chapter: info.chapter.id, format, draft }
  const findings = [
    ...proseRules.flatMap((rule) => rule(prose, context)),
    ...wholeSlot(info, prose, blocks, draft),
  ]
  cache.set(blocks, { on, findings })
  return findings
}

function wholeSlot(
  { chapter, place }: SlotInfo,
  prose: Prose,
  blocks: TextBlock[],
  { numbering }: PrintedDraft,
): Finding[] {
  if (place !== 'body') return []
  return [...tooLong(chapter, readerLength(blocks, numbering)), ...emptyWords(chapter, prose)]
}

/** Rule P-12: 篇幅原则上不超过一千字 (国办公开办函〔2021〕30号), counted as a reader counts. */
function tooLong({ id, number, lengthGuide }: SlotInfo['chapter'], length: number): Finding[] {
  if (lengthGuide === undefined || length <= lengthGuide) return []
  const message = messages.tooLong(number, length, lengthGuide)
  const [found, expected] = [String(length), String(lengthGuide)]
  return [{ rule: 'P-12', severity: 'warning', chapter: id, cells: [], message, found, expected }]
}
