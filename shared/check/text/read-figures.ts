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
import { type JudgedLink, judgeLine } from './judge-line'
import { type LineReader, lineReader } from './line-reader'
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
  const read = figuresOfProse(prose, reader, numberOf)
  const figures = linked.length === 0 ? read : read.map((figure) => agreeing(figure, linked))
  slots.set(blocks, { reader, numberOf, numbering, slot, figures })
  return figures
}

function figuresOfProse(prose: Prose, reader: LineReader, numberOf: CellNumber): TextFigure[] {
  const own = SLOT_SUBJECTS[prose.slot]
  let subject = own
  return prose.lines.flatMap(({ mark, text, start }) => {
    const read = reader.read(text, subject)
    subject = own ?? (read.subject === 'other' ? undefined : read.subject)
    return lineFigures(judgeLine(read, numberOf), prose, start + mark.length)
  })
}

interface KnownLine {
  slot: string
  from: number
  figures: TextFigure[]
}

const lines = new WeakMap<JudgedLink[], KnownLine>()

/** A line's figures at its place; the same objects while it stays there and is judged as before. */
function lineFigures(judged: JudgedLink[], prose: Prose, from: number): TextFigure[] {
  const known = lines.get(judged)
  if (known?.slot === prose.slot && known.from === from) return known.figures
  const figures = judged.map((one) => textFigure(one, prose, from))
  lines.set(judged, { slot: prose.slot, from, figures })
  return figures
}

function textFigure({ link, judgement }: JudgedLink, prose: Prose, from: number): TextFigure {
  const { verdict, rule, expression, expected } = judgement
  const { kind, counter, value } = link.numeral
  const start = from + link.start
  const end = from + link.end
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
}

/**
 * A linked figure shows what its cells hold, so it is never wrong of them; but where the words around it count
 * something else that the tables hold otherwise, the clerk is asked whether it is the cell she meant.
 */
function agreeing(figure: TextFigure, linked: LinkedFigure[]): TextFigure {
  const own = linked.find(({ start, end }) => start < figure.end && figure.start < end)
  if (!own || own.trouble) return figure
  if (figure.verdict === 'contradicts') return { ...figure, verdict: 'ask' }
  const { slot, start, end, quote, value, unit, rule } = figure
  const { value: expression } = own.run
  const cells = cellsIn(expression)
  const words = { slot, start, end, quote, value, unit, ...(rule && { rule }) }
  return { ...words, verdict: 'agrees', cells, expression }
}
