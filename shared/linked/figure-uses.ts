import { cellsIn } from '../check/text/expression'
import type { TextFigure } from '../check/text/text-figure'
import type { Draft } from '../draft/draft'
import type { Format, ProseSlot } from '../format/format'
import { proseSlots, type SlotInfo } from '../format/slots'
import { slotText } from '../prose/plain-text'
import { linkedFigures } from './linked-figures'
import { printedBlocks } from './printed-prose'
import { tableValues } from './table-values'

/** A place of the text where a figure of the tables is used. */
export interface FigureUse {
  chapter: SlotInfo['chapter']
  slot: ProseSlot
  /** Offsets in the slot's text. */
  start: number
  end: number
  quote: string
  before: string
  after: string
  /** linked: it follows the table; agrees: it says the same; differs: it does not, or may not. */
  how: 'linked' | 'agrees' | 'differs'
}

/** Characters shown around the words. */
const AROUND = 14

/** Where the text speaks of this cell, linked or written, in reading order; `figures` are the draft's. */
export function usesOf(draft: Draft, format: Format, figures: TextFigure[], cell: string): FigureUse[] {
  const values = tableValues(draft, format)
  const read = figures.filter(({ cells }) => cells.includes(cell))
  return proseSlots(format).flatMap(({ slot, chapter }) => {
    const blocks = draft.prose[slot]
    if (!blocks) return []
    const text = slotText(printedBlocks(blocks, values), draft.numbering)
    const use = (start: number, end: number, how: FigureUse['how']): FigureUse => ({
      ...{ chapter, slot, start, end, how },
      quote: text.slice(start, end),
      before: text.slice(Math.max(0, start - AROUND), start).replace(/^.*\n/su, ''),
      after: text.slice(end, end + AROUND).replace(/\n.*$/su, ''),
    })
    const linked = linkedFigures(blocks, draft.numbering, values)
    const written = read.filter(
      (figure) =>
        figure.slot === slot && !linked.some(({ start, end }) => start < figure.end && figure.start < end),
    )
    return [
      ...linked
        .filter(({ run }) => cellsIn(run.value).includes(cell))
        .map(({ start, end }) => use(start, end, 'linked')),
      ...written.map(({ start, end, verdict }) =>
        use(start, end, verdict === 'agrees' ? 'agrees' : 'differs'),
      ),
    ].sort((one, other) => one.start - other.start)
  })
}
