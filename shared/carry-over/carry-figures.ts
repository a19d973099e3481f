/** Figures of last year's report that are this year's too: 四 becomes 二, the item counts go on. */

import type { CarriedFigure, Draft, Entry } from '../draft/draft'
import { computeFigures, isTotal } from '../draft/figures'
import type { Format } from '../format/format'
import {
  type ContinuedCell,
  continuedCells,
  type EarlierValues,
  earlierValues,
  expectationsOf,
  numberOf,
} from './expectations'
import { isContinued } from './previous-report'

/** A figure of this year's report that last year's gives. */
type Known = ContinuedCell & { value: Entry }

/**
 * Carries what follows from `draft.previous` into blank cells. A cell that was carried into once is left alone, and so
 * is one the clerk has filled in; a total is carried only where it was entered and its parts do not give it.
 */
export function carryFigures(draft: Draft, format: Format): Draft {
  const last = draft.previous && earlierValues(draft.previous)
  if (!draft.previous || !last || !isContinued(draft, draft.previous)) return draft
  const known = [...knownFigures(draft, format, last), ...unreadFigures(draft.previous, format, last)]
  const parts = takeOver(
    draft,
    known.filter(({ cell }) => !isTotal(format, cell)),
    last.year,
  )
  const values = computeFigures(format, parts.figures)
  const totals = known.filter(
    ({ cell, last: [from = ''], rule, value }) =>
      isTotal(format, cell) &&
      last.values.get(from)?.kind !== 'computed' &&
      numberOf(values, cell) !== value &&
      known.every((other) => other.rule !== rule || isAsCarried(parts, other)),
  )
  return takeOver(parts, totals, last.year)
}

/** The carried figures that stand as they were taken over and that nobody has confirmed. */
export function unconfirmedCells({ carried = {}, figures }: Pick<Draft, 'carried' | 'figures'>): string[] {
  return Object.entries(carried).flatMap(([cell, { value, confirmed }]) =>
    !confirmed && figures[cell] === value ? [cell] : [],
  )
}

function knownFigures(draft: Draft, format: Format, last: EarlierValues): Known[] {
  return expectationsOf(format, computeFigures(format, draft.figures), last).flatMap(
    ({ expected, ...cell }) =>
      isKnownBefore(cell) && expected !== undefined ? [{ ...cell, value: expected }] : [],
  )
}

/** What last year's report says in words no cell accepts stays in sight: without it a total would pass for whole. */
function unreadFigures(
  { figures }: { figures: Draft['figures'] },
  format: Format,
  last: EarlierValues,
): Known[] {
  return continuedCells(format, last.format).flatMap((cell): Known[] => {
    const [from = '', ...more] = cell.last
    const value = figures[from]
    const isUnread = last.values.get(from)?.kind === 'refused'
    return isKnownBefore(cell) && more.length === 0 && isUnread && value !== undefined
      ? [{ ...cell, value }]
      : []
  })
}

function isKnownBefore({ plus, minus }: ContinuedCell): boolean {
  return plus.length + minus.length === 0
}

/** The row or column was carried as a whole: no part of it was the clerk's. */
function isAsCarried({ figures, carried }: Draft, { cell, value }: Known): boolean {
  return figures[cell] === undefined || (figures[cell] === value && carried?.[cell] !== undefined)
}

function takeOver(draft: Draft, known: Known[], year: number): Draft {
  const free = known.flatMap(({ cell, last, value }): [string, CarriedFigure][] =>
    draft.figures[cell] !== undefined || draft.carried?.[cell] !== undefined
      ? []
      : [[cell, { year, from: last, value }]],
  )
  if (free.length === 0) return draft
  const entries = free.map(([cell, { value }]): [string, Entry] => [cell, value])
  return {
    ...draft,
    figures: { ...draft.figures, ...Object.fromEntries(entries) },
    carried: { ...draft.carried, ...Object.fromEntries(free) },
  }
}
