import { type Arbitrary, array, constant, integer, oneof, sample } from 'fast-check'
import { equationsOf } from '../../../shared/check/equations'
import { cellsOf } from '../../../shared/format/cells'
import type { Format } from '../../../shared/format/format'

/** Every cell of Tables 3 and 4 with its number. */
export type Report = Record<string, number>

/** Consistent reports with all totals typed, the same ones for the same seed. Nine leaves of ten are not 0. */
export function consistentReports(format: Format, count: number, seed: number): Report[] {
  const leaves = array(leaf, { minLength: 200, maxLength: 200 })
  return sample(leaves, { numRuns: count, seed }).map((numbers) => reportOf(format, numbers))
}

/** As a district's figures are: many small counts, some large. */
const leaf: Arbitrary<number> = oneof(
  { weight: 1, arbitrary: constant(0) },
  { weight: 3, arbitrary: integer({ min: 1, max: 9 }) },
  { weight: 4, arbitrary: integer({ min: 10, max: 99 }) },
  { weight: 2, arbitrary: integer({ min: 100, max: 2999 }) },
)

function reportOf(format: Format, numbers: number[]): Report {
  const report: Report = {}
  const cells = cellsOf(format).filter(({ table }) => table.id !== 't2')
  for (const [at, { cell }] of cells.entries()) report[cell] = numbers[at % numbers.length] ?? 0
  const [columns] = format.tables.filter(({ id }) => id === 't3').map((table) => table.columns)
  addUpTotals(format, 'T3-2', report)
  for (const { id } of columns ?? []) {
    const of = (row: string) => report[`t3.${row}.${id}`] ?? 0
    // What was brought forward is part of what had to be handled, so it cannot exceed it.
    report[`t3.broughtForward.${id}`] = Math.min(of('broughtForward'), of('total') + of('carriedForward'))
    report[`t3.received.${id}`] = of('total') + of('carriedForward') - of('broughtForward')
  }
  addUpTotals(format, 'T3-3', report)
  addUpTotals(format, 'T4-1', report)
  return report
}

function addUpTotals(format: Format, rule: string, report: Report): void {
  for (const { left, right } of equationsOf(format).filter((equation) => equation.rule.id === rule)) {
    const [total = ''] = left
    report[total] = right.reduce((sum, cell) => sum + (report[cell] ?? 0), 0)
  }
}
