/** Last year's text as this year's: its years renewed where they speak of the report, its figures marked as last year's. */

import { masksOf } from '../check/text/masks'
import { halfWidthFigures, numeralAt } from '../check/text/numbers'
import type { Block, Draft, ProseChoice, Run } from '../draft/draft'
import { formatById } from '../format/formats'
import { printedPrevious } from '../linked/printed-prose'
import { noTables, previousTableValues } from '../linked/table-values'
import { mapRuns } from '../prose/map-runs'
import { sliceRuns, wordsAround } from '../prose/runs'
import { movedBlocks } from './moved-figure'

export interface Stretch {
  start: number
  end: number
}

/**
 * Last year's text of a slot as the clerk chose to have it; every figure in it is marked. Taken as it was, it is what
 * last year printed. As a basis it keeps its linked figures, which show this year's tables and need no confirming.
 */
export function lastText(
  { previous, year, format }: Pick<Draft, 'previous' | 'year' | 'format'>,
  slot: string,
  choice: Exclude<ProseChoice, 'left'>,
): Block[] {
  if (!previous) return []
  if (choice === 'taken') return markFigures(printedPrevious(previous).prose[slot] ?? [])
  const [from, to] = [formatById(previous.format), formatById(format)]
  const blocks = movedBlocks(previous.prose[slot] ?? [], from, to, previousTableValues(previous) ?? noTables)
  return markFigures(mapRuns(blocks, (runs) => renewRuns(runs, previous.year, year)))
}

/**
 * The text with its years moved on by one: the year of last year's report, the year before and the year after, and the
 * statistical period. Never a year in a title, a document number, a full date, or one that something began in
 * (domain.md P-9). Its length stays the same.
 */
export function renewYears(text: string, year: number): string {
  const plain = halfWidthFigures(text)
  const years = [...periodYears(plain, year), ...plainYears(plain, year)]
  return years.reduce(
    (renewed, { at, year }) => renewed.slice(0, at) + String(year + 1) + renewed.slice(at + 4),
    text,
  )
}

/** The text of a report on one year as one on a later year, moved on year by year. */
export function moveYears(text: string, from: number, to: number): string {
  let moved = text
  for (let year = from; year < to; year += 1) moved = renewYears(moved, year)
  return moved
}

/** The figures in a text: no citation, date, number of a document or ordinal is one. */
export function figuresIn(text: string): Stretch[] {
  const plain = halfWidthFigures(text)
  const masks = masksOf(plain)
  const figures: Stretch[] = []
  for (let at = 0; at < plain.length; at += 1) {
    const mask = masks.find(({ start, end }) => at >= start && at < end)
    const numeral = mask ? undefined : numeralAt(plain, at)
    if (mask) at = mask.end - 1
    else if (numeral) {
      figures.push({ start: numeral.start, end: numeral.end })
      at = numeral.end - 1
    }
  }
  return figures
}

/** The blocks with their figures, and nothing else, marked as last year's. */
export function markFigures(blocks: Block[]): Block[] {
  return mapRuns(blocks, (runs) => {
    const plain = runs.map(unmarked)
    const marked: Run[] = []
    let done = 0
    for (const { start, end } of figuresIn(wordsAround(plain))) {
      marked.push(...sliceRuns(plain, done, start))
      marked.push(...sliceRuns(plain, start, end).map(markedRun))
      done = end
    }
    return [...marked, ...sliceRuns(plain, done)]
  })
}

/** The blocks with no figure marked any more: the clerk has confirmed them. */
export function confirmFigures(blocks: Block[]): Block[] {
  return mapRuns(blocks, (runs) => joined(runs.map(unmarked)))
}

/** The blocks with the marked figure at this place among them confirmed, counted from 0. */
export function confirmFigure(blocks: Block[], index: number): Block[] {
  let count = -1
  return mapRuns(blocks, (runs) => {
    let inside = false
    return joined(
      runs.map((run) => {
        const isMarked = run.kind === 'text' && run.carried === true
        if (isMarked && !inside) count += 1
        inside = isMarked
        return isMarked && count === index ? unmarked(run) : run
      }),
    )
  })
}

function renewRuns(runs: Run[], from: number, to: number): Run[] {
  const renewed = moveYears(wordsAround(runs), from, to)
  let at = 0
  return runs.map((run) => {
    const length = run.kind === 'text' ? run.text.length : 1
    at += length
    return run.kind === 'text' ? { ...run, text: renewed.slice(at - length, at) } : run
  })
}

function markedRun(run: Run): Run {
  return run.kind === 'text' ? { ...run, carried: true } : run
}

function unmarked(run: Run): Run {
  if (run.kind === 'figure') return run
  const { carried: _, ...plain } = run
  return plain
}

/** Neighbours of one look as one run, as the editor stores them. */
function joined(runs: Run[]): Run[] {
  const done: Run[] = []
  for (const run of runs) {
    const last = done.at(-1)
    const both = last?.kind === 'text' && run.kind === 'text'
    if (both && last.bold === run.bold && last.carried === run.carried)
      done[done.length - 1] = { ...last, text: last.text + run.text }
    else done.push(run)
  }
  return done
}

const PERIOD = /(\d{4})年1月1日起?\s*(?:至|到|[-—–～~]+)\s*(?:(\d{4})年)?12月31日/gu

/** The years of the statistical period, where it is last year's. */
function periodYears(text: string, year: number): { at: number; year: number }[] {
  return [...text.matchAll(PERIOD)].flatMap((match) => {
    const [words, from, to] = match
    if (Number(from) !== year || (to !== undefined && Number(to) !== year)) return []
    const second = to === undefined ? [] : [{ at: match.index + words.lastIndexOf(to), year }]
    return [{ at: match.index, year }, ...second]
  })
}

/** Years that stand alone and speak of the report year or of one beside it. */
function plainYears(text: string, year: number): { at: number; year: number }[] {
  return masksOf(text).flatMap(({ start, end, year: named }) =>
    named !== undefined && Math.abs(named - year) <= 1 && /^\d{4}年度?$/u.test(text.slice(start, end))
      ? [{ at: start, year: named }]
      : [],
  )
}
