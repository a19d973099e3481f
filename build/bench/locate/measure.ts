import { constantFrom, integer, sample, tuple, uniqueArray } from 'fast-check'
import { check } from '../../../shared/check/check'
import { isTotal } from '../../../shared/draft/figures'
import { cellsOf } from '../../../shared/format/cells'
import type { Format } from '../../../shared/format/format'
import { median, percentile } from '../statistics'
import { judge, smallestExplanation, type Verdict, wrongDraft } from './judge'
import { consistentReports, type Report } from './reports'
import { oneColumnOff, type Slip, slips } from './slips-of-hand'

/** A format, and reports in it without an error. */
export interface Ground {
  format: Format
  reports: Report[]
}

export function groundOf(format: Format, reports: number, seed: number): Ground {
  return { format, reports: consistentReports(format, reports, seed) }
}

/** Each cell of the table wrong in each way, one at a time; sums that stay right by it are left out. */
export function oneWrongCell({ format, reports }: Ground, table: string): Map<string, Verdict[]> {
  const verdicts = new Map<string, Verdict[]>()
  for (const report of reports)
    for (const cell of cellsOfTable(format, table))
      for (const [name, slip] of Object.entries(slips))
        for (const typed of slip(report[cell] ?? 0))
          add(verdicts, name, judge(format, report, { [cell]: typed }))
  return seen(verdicts)
}

export function wrongColumn({ format, reports }: Ground): Map<string, Verdict[]> {
  const verdicts = new Map<string, Verdict[]>()
  for (const report of reports)
    for (const { name, slip } of oneColumnOff(format, report))
      add(verdicts, name, judge(format, report, slip))
  return seen(verdicts)
}

/** Verdicts on so many cells at random wrong at once, apart where fewer cells explain all that is seen of them. */
export function wrongCells(
  ground: Ground,
  cells: number,
  cases: number,
  seed: number,
): { asMany: Verdict[]; explainedByFewer: Verdict[] } {
  const judged = randomSlips(ground, cells, cases, seed).map(({ report, slip }) => ({
    verdict: judge(ground.format, report, slip),
    smallest: smallestExplanation(ground.format, report, slip),
  }))
  const isFewer = ({ verdict, smallest }: (typeof judged)[number]) =>
    smallest !== undefined && smallest < verdict.wrong
  return {
    asMany: judged.filter((one) => !isFewer(one)).map(({ verdict }) => verdict),
    explainedByFewer: judged.filter(isFewer).map(({ verdict }) => verdict),
  }
}

/**
 * Verdicts on drafts that are not finished: so many cells blank at random, totals among them, and so many of the rest
 * wrong.
 */
export function unfinished(
  { format, reports }: Ground,
  cells: { blank: number; wrong: number },
  cases: number,
  seed: number,
): Verdict[] {
  const places = uniqueArray(constantFrom(...cellsOfTable(format, 't3')), {
    minLength: cells.blank + cells.wrong,
    maxLength: cells.blank + cells.wrong,
  })
  const ways = constantFrom('+1', '+9')
  return sample(tuple(constantFrom(...reports), places, ways), { numRuns: cases, seed })
    .map(([report, drawn, way]) => {
      const typed = drawn.map((cell, at): [string, number | undefined] => [
        cell,
        at < cells.blank ? undefined : slips[way]?.(report[cell] ?? 0)[0],
      ])
      return judge(format, report, Object.fromEntries(typed))
    })
    .filter(({ unseen }) => !unseen)
}

/** Verdicts on one wrong leaf of Table 3 where nobody typed a total. */
export function withoutTotals({ format, reports }: Ground): Verdict[] {
  const cells = cellsOfTable(format, 't3')
  const totals = Object.fromEntries(
    cells.filter((cell) => isTotal(format, cell)).map((cell) => [cell, undefined]),
  )
  return reports.flatMap((report) =>
    cells
      .filter((cell) => !isTotal(format, cell))
      .map((cell) => judge(format, report, { ...totals, [cell]: (report[cell] ?? 0) + 9 })),
  )
}

/** Milliseconds of a whole check after the edit that made the last of so many cells wrong. */
export function checkTimes(ground: Ground, cells: number, cases: number, seed: number): number[] {
  return randomSlips(ground, cells, cases, seed).map(({ report, slip }) => {
    const draft = wrongDraft(ground.format, report, slip)
    const started = performance.now()
    check(draft, ground.format)
    return performance.now() - started
  })
}

export function timesLine(times: number[]): string {
  const [middle, high] = [median(times), percentile(times, 0.95)]
  return `median ${middle.toFixed(2)} ms, 95 % ${high.toFixed(2)} ms, worst ${Math.max(...times).toFixed(2)} ms`
}

/** Slips in different cells of Tables 3 and 4, drawn with the seed. */
function randomSlips({ format, reports }: Ground, cells: number, cases: number, seed: number) {
  const summed = [...cellsOfTable(format, 't3'), ...cellsOfTable(format, 't4')]
  const wrongCell = tuple(
    constantFrom(...summed),
    constantFrom(...Object.keys(slips)),
    integer({ min: 0, max: 9 }),
  )
  const wrong = uniqueArray(wrongCell, { minLength: cells, maxLength: cells, selector: ([cell]) => cell })
  // A number that has no two digits to swap stays as it is: such draws are left out.
  return sample(tuple(constantFrom(...reports), wrong), { numRuns: cases * 4, seed })
    .map(([report, slipsDrawn]) => ({ report, slip: slipOf(report, slipsDrawn) }))
    .filter(({ slip }) => cells > 10 || Object.keys(slip).length === cells)
    .slice(0, cases)
}

function slipOf(report: Report, wrong: [cell: string, name: string, way: number][]): Slip {
  const slip: Slip = {}
  for (const [cell, name, way] of wrong) {
    const ways = slips[name]?.(report[cell] ?? 0) ?? []
    if (ways.length > 0) slip[cell] = ways[way % ways.length]
  }
  return slip
}

function cellsOfTable(format: Format, id: string): string[] {
  return cellsOf(format)
    .filter(({ table }) => table.id === id)
    .map(({ cell }) => cell)
}

function add(verdicts: Map<string, Verdict[]>, name: string, verdict: Verdict): void {
  const sofar = verdicts.get(name)
  if (sofar) sofar.push(verdict)
  else verdicts.set(name, [verdict])
}

function seen(verdicts: Map<string, Verdict[]>): Map<string, Verdict[]> {
  return new Map([...verdicts].map(([name, all]) => [name, all.filter(({ unseen }) => !unseen)]))
}
