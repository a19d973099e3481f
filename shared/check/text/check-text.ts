import type { Draft } from '../../draft/draft'
import { cellInfo } from '../../format/cells'
import type { Format } from '../../format/format'
import { proseSlots } from '../../format/slots'
import { printedBlocks } from '../../linked/printed-prose'
import { tableValues } from '../../linked/table-values'
import { MOST } from '../content/prose-rule'
import { placeIn, slotProse } from '../content/slot-prose'
import type { Finding } from '../finding'
import { readFigures } from './read-figures'
import type { TextFigure } from './text-figure'
import { disagrees, listDoubtful, listTooShort, shown, uncertain } from './text-messages'

const cache = new WeakMap<TextFigure, Finding>()

/**
 * Figures of the prose that the tables contradict (domain.md P-1 to P-8), as warnings; those of which the sentence
 * leaves open what they count and which fit nothing likely, as information. Never an error. Of each slot the first ones,
 * as of all rules of prose.
 */
export function checkText(draft: Draft, format: Format): Finding[] {
  const told = new Map<string, number>()
  const chapters = new Map(proseSlots(format).map(({ slot, chapter }) => [slot, chapter.id]))
  return readFigures(draft, format)
    .filter(({ verdict }) => verdict === 'contradicts' || verdict === 'ask')
    .filter(({ slot }) => {
      const before = told.get(slot) ?? 0
      told.set(slot, before + 1)
      return before < MOST
    })
    .map((figure) => {
      const known = cache.get(figure)
      if (known) return known
      const finding = findingOf(figure, chapters.get(figure.slot) ?? figure.slot, draft, format)
      cache.set(figure, finding)
      return finding
    })
}

function findingOf(figure: TextFigure, chapter: string, draft: Draft, format: Format): Finding {
  const text = printedBlocks(draft.prose[figure.slot] ?? [], tableValues(draft, format))
  const prose = slotProse(figure.slot, text, draft.numbering)
  const wrong = figure.verdict === 'contradicts'
  const expected = [...new Set((figure.expected ?? []).map(({ value }) => shown(value, figure.unit)))].join(
    '或者',
  )
  return {
    rule: figure.rule ?? 'P-8',
    severity: wrong ? 'warning' : 'info',
    chapter,
    cells: figure.cells,
    text: placeIn(prose, figure.start, figure.end),
    message: messageOf(figure, wrong, expected, format),
    found: figure.quote,
    expected,
  }
}

function messageOf(figure: TextFigure, wrong: boolean, expected: string, format: Format): string {
  if (figure.rule === 'P-8') return wrong ? listTooShort(figure, expected) : listDoubtful(figure, expected)
  const info = (cell: string) => cellInfo(format, cell)
  return wrong ? disagrees(figure, info) : uncertain(figure, info)
}
