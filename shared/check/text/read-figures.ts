import { originOf } from '../../carry-over/migration'
import type { Block, Draft, EarlierFigures } from '../../draft/draft'
import { computeFigures, type FigureValue } from '../../draft/figures'
import { cellsOf } from '../../format/cells'
import type { Format, ProseSlot } from '../../format/format'
import { formatById } from '../../format/formats'
import { proseSlots } from '../../format/slots'
import { type LinkedFigure, linkedFigures } from '../../linked/linked-figures'
import { printedBlocks } from '../../linked/printed-prose'
import { tableValues } from '../../linked/table-values'
import { type Prose, slotProse } from '../content/slot-prose'
import { type CellNumber, cellsIn, type Expression } from './expression'
import { type Judgement, judgeSentence, type Verdict } from './judge'
import type { Link, Reader } from './line-state'
import { brokenLists } from './parts'
import { readLine } from './read-line'
import type { Situation } from './resolve'
import { lexiconOf } from './terms'
import { tokensOf } from './tokens'

/** A figure of the prose and what the tables say to it. */
export interface TextFigure {
  slot: ProseSlot
  /**
   * Offsets in the slot's plain text (`slotProse`, marks of headings and lists included), counter and unit within:
   * 1,020件; of a negation the words that deny: 没有收到.
   */
  start: number
  end: number
  quote: string
  /** Percent for shares, 元 for money. */
  value: number
  /** 件, %, 万元 …; '' where none is written. */
  unit: string
  verdict: Verdict
  /** Rule of domain.md 2.5 it was read by. */
  rule?: string
  /** This year's cells it was held against. */
  cells: string[]
  /**
   * What it was held against: where it agrees, the reading that matched (新收 alone, or with those brought forward);
   * otherwise the most usual one. Without a number of the sentence in it (`isOfTables`), a linked figure can take its
   * place.
   */
  expression?: Expression
  /** What should stand there, one value for each way of reading it; money in 万元. Only where it does not agree. */
  expected?: Judgement['expected']
}

/** Last year's figures, for what the prose says of last year. */
export type PreviousFigures = Pick<EarlierFigures, 'format' | 'figures'>

interface ReadLine {
  sentences: Link[][]
  subject: Situation['subject']
}

/** Chapters whose tables tell what is spoken of before the first word. */
const SLOT_SUBJECTS: Record<string, Situation['subject']> = { '3.before': 'requests', '3.after': 'requests' }
/** Lines read since the reader was made: an edit leaves all others as they were. */
const LINES_KEPT = 4000

interface KnownReader {
  key: string
  reader: Reader
  lines: Map<string, ReadLine>
}
const readers = new WeakMap<Format, KnownReader>()

/**
 * Every figure of the prose in reading order, with its verdict (domain.md 2.5, P-1 to P-8). Citations, document numbers,
 * dates, telephone numbers and ordinals are no figures. A slot is read again only when its blocks change, and then only
 * its lines that changed; a table that changes is held against what was read. The same figures are the same objects.
 * Never throws.
 */
export function readFigures(
  draft: Draft,
  format: Format,
  previous: PreviousFigures | undefined = draft.previous,
): TextFigure[] {
  const numberOf = cellNumbers(draft, format, previous)
  return proseSlots(format).flatMap(({ slot }) => {
    const blocks = draft.prose[slot]
    return blocks ? figuresOfSlot(slot, blocks, draft, format, numberOf) : []
  })
}

/** A linked figure shows what its cells hold, whatever else the words around it may mean. */
function agreeing(figure: TextFigure, linked: LinkedFigure[]): TextFigure {
  const own = linked.find(({ start, end }) => start < figure.end && figure.start < end)
  if (!own || own.trouble) return figure
  const { slot, start, end, quote, value, unit, rule } = figure
  const { value: expression } = own.run
  const cells = cellsIn(expression)
  const words = { slot, start, end, quote, value, unit, ...(rule && { rule }) }
  return { ...words, verdict: 'agrees', cells, expression }
}

interface KnownSlot {
  reader: Reader
  numberOf: CellNumber
  numbering: Draft['numbering']
  slot: ProseSlot
  figures: TextFigure[]
}
const slots = new WeakMap<Block[], KnownSlot>()

function figuresOfSlot(
  slot: ProseSlot,
  blocks: Block[],
  draft: Draft,
  format: Format,
  numberOf: CellNumber,
): TextFigure[] {
  const { reader, lines } = readerOf(draft, format)
  const known = slots.get(blocks)
  const same = known?.reader === reader && known.numberOf === numberOf && known.slot === slot
  if (same && known.numbering === draft.numbering) return known.figures
  const values = tableValues(draft, format)
  const prose = slotProse(slot, printedBlocks(blocks, values), draft.numbering)
  const linked = linkedFigures(blocks, draft.numbering, values)
  const figures = figuresOfProse(prose, reader, lines, numberOf).map((figure) => agreeing(figure, linked))
  slots.set(blocks, { reader, numberOf, numbering: draft.numbering, slot, figures })
  return figures
}

function figuresOfProse(
  prose: Prose,
  reader: Reader,
  lines: Map<string, ReadLine>,
  numberOf: CellNumber,
): TextFigure[] {
  let subject = SLOT_SUBJECTS[prose.slot]
  return prose.lines.flatMap(({ mark, text, start }) => {
    const key = `${subject ?? ''}|${text}`
    let read = lines.get(key)
    if (!read) {
      read = readLine(tokensOf(text, reader.lexicon, reader.publisher), reader, subject)
      if (lines.size > LINES_KEPT) lines.clear()
      lines.set(key, read)
    }
    subject = SLOT_SUBJECTS[prose.slot] ?? (read.subject === 'other' ? undefined : read.subject)
    return textFigures(read.sentences, prose, start + mark.length, numberOf)
  })
}

function textFigures(sentences: Link[][], prose: Prose, from: number, numberOf: CellNumber): TextFigure[] {
  const links = sentences.flat()
  const judgements = new Map(sentences.flatMap((sentence) => [...judgeSentence(sentence, numberOf)]))
  const judgementOf = (link: Link): Judgement => judgements.get(link) ?? { verdict: 'unlinked' }
  for (const { at, expected, sure } of sentences.flatMap((sentence) => brokenLists(sentence, judgementOf))) {
    const expression = { kind: 'number' as const, value: expected }
    const verdict = sure ? 'contradicts' : 'ask'
    judgements.set(at, { verdict, rule: 'P-8', expected: [{ value: expected, expression }] })
  }
  return links
    .map((link): TextFigure => {
      const { verdict, rule, expression, expected } = judgementOf(link)
      const start = from + link.start
      const end = from + link.end
      const { kind, counter, value } = link.numeral
      return {
        slot: prose.slot,
        start,
        end,
        quote: prose.text.slice(start, end),
        value,
        unit: kind === 'percent' && counter === '' ? '%' : counter,
        verdict,
        cells: expression ? cellsIn(expression) : [],
        ...(rule && { rule }),
        ...(expression && { expression }),
        ...(expected && { expected }),
      }
    })
    .sort((one, other) => one.start - other.start)
}

function readerOf({ publisher, scope, year }: Draft, format: Format): KnownReader {
  const key = JSON.stringify([publisher, scope, year])
  const known = readers.get(format)
  if (known?.key === key) return known
  const reader: Reader = {
    format,
    year,
    publisher,
    lexicon: lexiconOf(format, publisher, scope),
    foreignGovernment: publisher.kind !== 'government',
  }
  const fresh: KnownReader = { key, reader, lines: new Map() }
  readers.set(format, fresh)
  return fresh
}

interface KnownNumbers {
  format: Format
  previous: PreviousFigures | undefined
  numberOf: CellNumber
}
const numbers = new WeakMap<Draft['figures'], KnownNumbers>()

function cellNumbers({ figures }: Draft, format: Format, previous: PreviousFigures | undefined): CellNumber {
  const known = numbers.get(figures)
  if (known?.format === format && known.previous === previous) return known.numberOf
  const current = amounts(computeFigures(format, figures))
  const before = previous && previousAmounts(previous, format)
  const numberOf: CellNumber = (cell, ofPrevious) => (ofPrevious ? before?.get(cell) : current.get(cell))
  numbers.set(figures, { format, previous, numberOf })
  return numberOf
}

/** Last year's numbers at this year's addresses; what the two formats do not count alike is left out. */
function previousAmounts(previous: PreviousFigures, format: Format): Map<string, number> {
  const from = formatById(previous.format)
  if (!from) return new Map()
  const found = amounts(computeFigures(from, previous.figures))
  if (from === format) return found
  return new Map(
    cellsOf(format).flatMap(({ cell }): [string, number][] => {
      const origin = originOf(cell, from, format)
      const number = origin && origin.note === undefined ? found.get(origin.cell) : undefined
      return number === undefined ? [] : [[cell, number]]
    }),
  )
}

/** Numbers of the cells that have one; money in 万元. */
function amounts(values: Map<string, FigureValue>): Map<string, number> {
  const found = new Map<string, number>()
  for (const [cell, value] of values) {
    if (value.kind === 'blank' || value.kind === 'refused') continue
    const number = value.number ?? moneyOf(value.text)
    if (number !== undefined) found.set(cell, number)
  }
  return found
}

function moneyOf(text: string): number | undefined {
  const [, digits, unit] = /^([\d,]+(?:\.\d+)?)(元|万元)$/.exec(text) ?? []
  if (digits === undefined) return undefined
  const amount = Number(digits.replaceAll(',', ''))
  return unit === '元' ? Number((amount / 10_000).toFixed(8)) : amount
}
