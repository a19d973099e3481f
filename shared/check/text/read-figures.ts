import { isContinued } from '../../carry-over/previous-report'
import type { Block, Draft } from '../../draft/draft'
import type { Format, ProseSlot } from '../../format/format'
import { proseSlots } from '../../format/slots'
import { type LinkedFigure, linkedFigures } from '../../linked/linked-figures'
import { printedBlocks } from '../../linked/printed-prose'
import { tableValues } from '../../linked/table-values'
import { type Prose, slotProse } from '../content/slot-prose'
import { cellNumbers, type PreviousFigures } from './cell-numbers'
import { type CellNumber, cellsIn } from './expression'
import { type Judgement, judgeSentence } from './judge'
import { type LineReader, lineReader } from './line-reader'
import type { Link } from './line-state'
import { brokenLists } from './parts'
import type { Situation } from './resolve'
import type { TextFigure } from './text-figure'

/** Chapters whose tables tell what is spoken of before the first word. */
const SLOT_SUBJECTS: Record<string, Situation['subject']> = { '3.before': 'requests', '3.after': 'requests' }

/**
 * Every figure of the prose in reading order, with its verdict (domain.md 2.5, P-1 to P-8). Citations, document numbers,
 * dates, telephone numbers and ordinals are no figures. A slot is read again only when its blocks change, and then only
 * its lines that changed; a table that changes is held against what was read. The same figures are the same objects.
 * Never throws.
 */
export function readFigures(
  draft: Draft,
  format: Format,
  previous: PreviousFigures | undefined = lastOf(draft),
): TextFigure[] {
  const numberOf = cellNumbers(draft.figures, format, previous)
  return proseSlots(format).flatMap(({ slot }) => figuresOfSlot(slot, draft, format, numberOf))
}

/** The same of one chapter alone, however long the others are. */
export function readChapter(draft: Draft, format: Format, chapter: string): TextFigure[] {
  const numberOf = cellNumbers(draft.figures, format, lastOf(draft))
  return proseSlots(format).flatMap((info) =>
    info.chapter.id === chapter ? figuresOfSlot(info.slot, draft, format, numberOf) : [],
  )
}

/** Last year's report, where it leads to this one's. */
function lastOf(draft: Draft): PreviousFigures | undefined {
  const { previous } = draft
  return previous && isContinued(draft, previous) ? previous : undefined
}

interface KnownSlot {
  reader: LineReader
  numberOf: CellNumber
  numbering: Draft['numbering']
  slot: ProseSlot
  figures: TextFigure[]
}

const slots = new WeakMap<Block[], KnownSlot>()

function figuresOfSlot(slot: ProseSlot, draft: Draft, format: Format, numberOf: CellNumber): TextFigure[] {
  const blocks = draft.prose[slot]
  if (!blocks) return []
  const { numbering } = draft
  const reader = lineReader(draft, format)
  const known = slots.get(blocks)
  const same = known?.reader === reader && known.numberOf === numberOf && known.slot === slot
  if (same && known.numbering === numbering) return known.figures
  const values = tableValues(draft, format)
  const prose = slotProse(slot, printedBlocks(blocks, values), numbering)
  const linked = linkedFigures(blocks, numbering, values)
  const figures = figuresOfProse(prose, reader, numberOf).map((figure) => agreeing(figure, linked))
  slots.set(blocks, { reader, numberOf, numbering, slot, figures })
  return figures
}

function figuresOfProse(prose: Prose, reader: LineReader, numberOf: CellNumber): TextFigure[] {
  const own = SLOT_SUBJECTS[prose.slot]
  let subject = own
  return prose.lines.flatMap(({ mark, text, start }) => {
    const read = reader.read(text, subject)
    subject = own ?? (read.subject === 'other' ? undefined : read.subject)
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
