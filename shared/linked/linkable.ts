import { formulaOf } from '../check/text/expression'
import type { TextFigure } from '../check/text/text-figure'
import type { Draft, FigureExpression, FigureRun } from '../draft/draft'
import type { Format, ProseSlot } from '../format/format'
import { slotText } from '../prose/plain-text'
import { figureText } from './figure-text'
import { linkedFigures } from './linked-figures'
import { printedBlocks } from './printed-prose'
import { type TableValues, tableValues } from './table-values'
import { toFigure } from './to-figure'
import { sameReading, writtenStyle } from './written-style'

/** A linked figure that can stand in the place of written words. */
export interface Replacement {
  /** Offsets in the slot's text: of the number without what it counts. */
  start: number
  end: number
  run: FigureRun
  /** What it would show. */
  text: string
}

/** A number of the text that the tables know. */
export interface LinkableFigure {
  figure: TextFigure
  /** The words would stay as they are. */
  same: boolean
  /** Ways to link it, the likeliest first; never empty. */
  links: Replacement[]
}

/** The numbers of a slot that can follow the tables and do not yet, in reading order; `figures` are the draft's. */
export function linkableFigures(
  draft: Draft,
  format: Format,
  slot: ProseSlot,
  figures: TextFigure[],
): LinkableFigure[] {
  const blocks = draft.prose[slot]
  if (!blocks) return []
  const values = tableValues(draft, format)
  const text = slotText(printedBlocks(blocks, values), draft.numbering)
  const linked = linkedFigures(blocks, draft.numbering, values)
  const isLinked = ({ start, end }: TextFigure) =>
    linked.some((known) => known.start < end && start < known.end)
  return figures
    .filter((figure) => figure.slot === slot && !isLinked(figure))
    .flatMap((figure) => linkable(figure, text, values) ?? [])
}

function linkable(figure: TextFigure, text: string, values: TableValues): LinkableFigure | undefined {
  const { start, quote, verdict } = figure
  const written = writtenStyle(quote, text.slice(0, start))
  if (!written || verdict === 'unlinked') return undefined
  const place = { start, end: start + written.length }
  const links = meanings(figure).flatMap((value): Replacement[] => {
    const same = verdict === 'agrees' ? sameReading(value, written, quote, values) : undefined
    if (verdict === 'agrees' && !same) return []
    const run: FigureRun = { kind: 'figure', value, style: same ?? written.style }
    const shown = figureText(run, values)
    return shown.trouble ? [] : [{ ...place, run, text: shown.text }]
  })
  return links.length > 0 ? { figure, same: verdict === 'agrees', links } : undefined
}

/** What the figure may count, each once. */
function meanings({ verdict, expression, expected = [] }: TextFigure): FigureExpression[] {
  const all = verdict === 'agrees' ? [expression] : expected.map((one) => one.expression)
  const known = all.flatMap((one) => (one ? (toFigure(one) ?? []) : []))
  return [...new Map(known.map((value) => [formulaOf(value), value])).values()]
}
