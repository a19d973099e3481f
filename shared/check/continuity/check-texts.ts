/** Rule X-4: text that came from last year's report and was not made this year's. */

import { carriedFigures } from '../../carry-over/carried-figures'
import { figuresIn, renewYears } from '../../carry-over/last-text'
import type { TextBlock } from '../../draft/draft'
import type { Format } from '../../format/format'
import { proseSlots, type SlotInfo } from '../../format/slots'
import type { PrintedDraft } from '../../linked/printed-prose'
import { perLine } from '../content/per-line'
import { MOST, type Sentence, sentencesOf } from '../content/prose-rule'
import { type Prose, type ProseLine, placeIn, slotProse } from '../content/slot-prose'
import type { Finding } from '../finding'
import { masksOf } from '../text/masks'
import { halfWidthFigures } from '../text/numbers'
import type { EarlierReport } from './earlier-reports'
import { messages } from './messages'
import { comparable, repetitionRate, shinglesOf } from './repetition'

/** A chapter that repeats this much of last year's text has not been written anew. */
export const REPETITIVE = 0.7

/** Comparable characters of a chapter long enough for its share of repetition to mean something. */
const SHORTEST_TEXT = 30

/** Characters of a paragraph that is worth writing anew; a shorter one may well be the same. */
const SHORTEST_PARAGRAPH = 20

const RULE = 'X-4'

export function checkTexts(draft: PrintedDraft, format: Format, reports: EarlierReport[]): Finding[] {
  const last = reports.find(({ prose }) => prose !== undefined)
  return proseSlots(format).flatMap((info) => {
    const blocks = draft.prose[info.slot]
    if (!blocks || blocks.length === 0) return []
    return [...unconfirmed(draft, info, blocks), ...(last ? staleIn(draft, info, blocks, last) : [])]
  })
}

/** The share of a chapter's text that stands in last year's report, 0 to 1; undefined: one of the two has no text. */
export function repetitionOf(
  draft: PrintedDraft,
  slot: string,
  last: Record<string, TextBlock[]>,
): number | undefined {
  const [now, before] = [draft.prose[slot], last[slot]]
  if (!now || !before || now.length === 0 || before.length === 0) return undefined
  return repetitionRate(comparableText(now), knownText(before).shingles)
}

/** Figures that came with last year's text and were not confirmed. */
function unconfirmed(draft: PrintedDraft, { slot, chapter }: SlotInfo, blocks: TextBlock[]): Finding[] {
  const figures = carriedFigures(blocks, draft.numbering)
  const [first] = figures
  if (!first) return []
  const text = placeIn(slotProse(slot, blocks, draft.numbering), first.start, first.end)
  const message = messages.unconfirmedFigures(chapter.number, figures.length)
  return [
    { rule: 'C-1', severity: 'warning', chapter: chapter.id, cells: [], text, message, found: first.quote },
  ]
}

interface Checked {
  on: unknown[]
  findings: Finding[]
}

const cache = new WeakMap<TextBlock[], Checked>()

/** Worked out once while the slot and last year's text stay the same. */
function staleIn(draft: PrintedDraft, info: SlotInfo, blocks: TextBlock[], last: EarlierReport): Finding[] {
  const before = last.prose?.[info.slot]
  if (!before || before.length === 0) return []
  const choice = draft.proseChoices?.[info.slot]
  const on = [before, draft.year, draft.numbering, last.year, choice, info.chapter]
  const known = cache.get(blocks)
  if (known?.on.every((value, index) => value === on[index])) return known.findings
  const context: Context = {
    chapter: info.chapter,
    year: draft.year,
    last: last.year,
    before: knownText(before),
    // Figures of a text that was taken over are marked one by one: what was confirmed is not asked about again.
    asksFigures: choice !== 'taken' && choice !== 'basis',
  }
  const prose = slotProse(info.slot, blocks, draft.numbering)
  const findings = [...repetition(context, blocks), ...staleLines(context, prose)]
  cache.set(blocks, { on, findings })
  return findings
}

interface Context {
  chapter: SlotInfo['chapter']
  year: number
  last: number
  before: KnownText
  asksFigures: boolean
}

/** Last year's text, as this year's is held against it. */
interface KnownText {
  shingles: ReadonlySet<string>
  lines: ReadonlySet<string>
  sentences: ReadonlySet<string>
}

const texts = new WeakMap<TextBlock[], KnownText>()

function knownText(blocks: TextBlock[]): KnownText {
  const known = texts.get(blocks)
  if (known) return known
  const prose = slotProse('', blocks, 'dot')
  const made = {
    shingles: shinglesOf(comparableText(blocks)),
    lines: new Set(prose.lines.map((line) => tight(line.text))),
    sentences: new Set(sentencesOf(prose).map((sentence) => tight(sentence.text))),
  }
  texts.set(blocks, made)
  return made
}

/** A slot's text without what is rightly the same every year, a line at a time. */
function comparableText(blocks: TextBlock[]): string {
  return slotProse('', blocks, 'dot')
    .lines.map(({ text }) => comparableLine(text))
    .join('')
}

const comparableLine = perLine(comparable)

/** Spaces and the width of digits tell no two texts apart. */
const tight = perLine((text) => halfWidthFigures(text).replace(/\s/gu, ''))

/** 内容雷同 (国办公开办函〔2021〕30号: 不得…年年雷同), for the chapters it is asked of. */
function repetition({ chapter, last, before }: Context, blocks: TextBlock[]): Finding[] {
  const text = comparableText(blocks)
  if (!chapter.freshEachYear || text.length < SHORTEST_TEXT) return []
  const rate = repetitionRate(text, before.shingles)
  if (rate < REPETITIVE) return []
  const found = `${Math.round(rate * 100)}%`
  const message = messages.repetitive(chapter.number, last, found)
  return [{ rule: RULE, severity: 'warning', chapter: chapter.id, cells: [], message, found }]
}

/** The first of them: a text that was taken over whole is told by its share, not by each of its sentences. */
function staleLines(context: Context, prose: Prose): Finding[] {
  const same = prose.lines.filter((line) => isSameParagraph(context, line))
  const sentences: Finding[] = []
  for (const sentence of sentencesOf(prose)) {
    if (sentences.length >= MOST) break
    const inSame = same.some(({ start, mark, text }) => isWithin(sentence, start, mark.length + text.length))
    sentences.push(...staleSentence(context, prose, sentence, inSame))
  }
  return [...same.slice(0, MOST).map((line) => sameParagraph(context, prose, line)), ...sentences]
}

function isSameParagraph({ chapter, before }: Context, { text, heading }: ProseLine): boolean {
  if (!chapter.freshEachYear || heading === text || !before.lines.has(tight(text))) return false
  return comparable(text).length >= SHORTEST_PARAGRAPH
}

function sameParagraph({ chapter, last }: Context, prose: Prose, { start, mark, text }: ProseLine): Finding {
  const from = start + mark.length
  const place = placeIn(prose, from, from + text.length)
  const beginning = [...text].slice(0, 12).join('')
  const message = messages.sameParagraph(chapter.number, last, `${beginning}…`)
  return {
    rule: RULE,
    severity: 'warning',
    chapter: chapter.id,
    cells: [],
    text: place,
    message,
    found: place.quote,
  }
}

function isWithin(sentence: Sentence, start: number, length: number): boolean {
  return sentence.start >= start && sentence.start < start + length
}

/** At most one finding for a sentence: a plan that is due, last year's year, 去年, or figures that did not change. */
function staleSentence(context: Context, prose: Prose, sentence: Sentence, inSame: boolean): Finding[] {
  const { chapter, before, year, last } = context
  const words = tight(sentence.text)
  const isSame = before.sentences.has(words)
  const stale = isSame ? staleWords(sentence.text, year, last, chapter.number) : undefined
  if (stale) return [findingIn(prose, chapter.id, sentence, stale, stale.message)]
  if (isSame && inSame) return []
  const moved = !isSame && differsInYearsOnly(context, words) ? movedPlan(sentence.text, context) : undefined
  if (moved) return [findingIn(prose, chapter.id, sentence, moved, moved.message)]
  if (!context.asksFigures || !(isSame || differsInYearsOnly(context, words))) return []
  const figures = figuresIn(sentence.text)
  const [first] = figures
  if (!first) return []
  const quotes = figures.map(({ start, end }) => sentence.text.slice(start, end))
  return [findingIn(prose, chapter.id, sentence, first, messages.sameFigures(chapter.number, last, quotes))]
}

function differsInYearsOnly({ before, last }: Context, words: string): boolean {
  const renewed =
    yearsRenewed.get(before) ?? new Set([...before.sentences].map((one) => renewYears(one, last)))
  yearsRenewed.set(before, renewed)
  return renewed.has(words)
}

const yearsRenewed = new WeakMap<KnownText, ReadonlySet<string>>()

function findingIn(
  prose: Prose,
  chapter: string,
  sentence: Sentence,
  { start, end }: { start: number; end: number },
  message: string,
): Finding {
  const text = placeIn(prose, sentence.start + start, sentence.start + end)
  return { rule: RULE, severity: 'warning', chapter, cells: [], text, message, found: text.quote }
}

const PLAN = /将|拟于|计划|力争|争取|确保|预计|打算|目标/u
const RELATIVE = /去年|前年|上一年度?(?!报告)|上年度?(?!报告|结转|末)/u

/** What last year called the coming one is this one. */
const NEXT_YEAR = /明年|来年|下一年(?!度报告)|下年度(?!继续|办理)/u

/** A plan of last year's that was only put off by a year, as text taken as a basis is. */
function movedPlan(text: string, { year, last, chapter }: Context) {
  if (!PLAN.test(text)) return undefined
  const due = masksOf(halfWidthFigures(text)).find(({ year: named }) => named !== undefined && named > year)
  if (!due) return undefined
  const words = text.slice(due.start).replace(/[。；].*$/su, '')
  return { ...due, message: messages.movedPlan(chapter.number, words, last) }
}

/** What in a sentence that is last year's word for word cannot be true this year. A citation never is. */
function staleWords(text: string, year: number, last: number, chapter: string) {
  const years = masksOf(halfWidthFigures(text)).filter(({ year: named }) => named !== undefined)
  const due = PLAN.test(text)
    ? years.find(({ year: named = 0 }) => named >= last && named <= year)
    : undefined
  if (due)
    return { ...due, message: messages.duePlan(chapter, text.slice(due.start).replace(/[。；].*$/su, '')) }
  const next = NEXT_YEAR.exec(text)
  if (next) {
    const words = text.slice(next.index).replace(/[。；].*$/su, '')
    return { start: next.index, end: next.index + next[0].length, message: messages.duePlan(chapter, words) }
  }
  const old = years.find(({ year: named }) => named === last)
  if (old) return { ...old, message: messages.lastYear(chapter, text.slice(old.start, old.end)) }
  const relative = RELATIVE.exec(text)
  if (!relative) return undefined
  const [words] = relative
  return {
    start: relative.index,
    end: relative.index + words.length,
    message: messages.relativeYear(chapter, words),
  }
}
