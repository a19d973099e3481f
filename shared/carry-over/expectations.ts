/** Which figures of this year's report follow from last year's, by the rules of the format. */

import type { EarlierFigures } from '../draft/draft'
import { addUp, computeFigures, type FigureValue } from '../draft/figures'
import { cellAddress, cellInfo } from '../format/cells'
import type { ContinuityRule, Format } from '../format/format'
import { formatById } from '../format/formats'
import { originOf } from './migration'

/** The figures of a report of an earlier year, totals computed. */
export interface EarlierValues {
  year: number
  format: Format
  values: Map<string, FigureValue>
}

/** A figure that follows from last year's: its cell, the cells it follows from, and what it should be. */
export interface Expectation {
  rule: ContinuityRule
  cell: string
  /** Cells of last year's report, by its own addresses. */
  last: string[]
  /** Cells of this year's report, added and taken away. */
  plus: string[]
  minus: string[]
  /** undefined: one of this year's cells has no number yet. */
  expected: number | undefined
}

const cache = new WeakMap<EarlierFigures['figures'], EarlierValues>()

/** undefined: the format is not one the app knows. */
export function earlierValues({ year, format: id, figures }: EarlierFigures): EarlierValues | undefined {
  const format = formatById(id)
  if (!format) return undefined
  const known = cache.get(figures)
  if (known?.format === format && known.year === year) return known
  const values = { year, format, values: computeFigures(format, figures) }
  cache.set(figures, values)
  return values
}

/** Every figure of the report that last year's has the numbers for; `last` must be the report of the year before. */
export function expectationsOf(
  format: Format,
  values: Map<string, FigureValue>,
  last: EarlierValues,
): Expectation[] {
  return continuedCells(format, last.format).flatMap((continued) => {
    const before = continued.last.map((cell) => numberOf(last.values, cell))
    const known = addAll(before)
    if (known === undefined) return []
    const plus = addAll(continued.plus.map((cell) => numberOf(values, cell)))
    const minus = addAll(continued.minus.map((cell) => numberOf(values, cell)))
    const expected = plus === undefined || minus === undefined ? undefined : addUp([known, plus, -minus])
    // No count is below 0: then one of the figures it follows from is wrong, and says nothing.
    if (expected !== undefined && expected < 0) return []
    return [{ ...continued, expected }]
  })
}

export function numberOf(values: Map<string, FigureValue>, cell: string): number | undefined {
  const value = values.get(cell)
  return value && 'number' in value ? value.number : undefined
}

/** undefined: one of the numbers is not known, and so neither is their sum. */
function addAll(numbers: (number | undefined)[]): number | undefined {
  const known = numbers.filter((number) => number !== undefined)
  return known.length === numbers.length ? addUp(known) : undefined
}

export type ContinuedCell = Omit<Expectation, 'expected'>

const continuedCache = new WeakMap<Format, Map<string, ContinuedCell[]>>()

/** The cells the rules of continuity speak of, where both reports have them all. */
export function continuedCells(format: Format, lastFormat: Format): ContinuedCell[] {
  const known = continuedCache.get(format)?.get(lastFormat.id)
  if (known) return known
  const cells = (format.continuity ?? []).flatMap((rule) => expand(rule, format, lastFormat))
  const byFormat = continuedCache.get(format) ?? new Map<string, ContinuedCell[]>()
  continuedCache.set(format, byFormat.set(lastFormat.id, cells))
  return cells
}

function expand(rule: ContinuityRule, format: Format, lastFormat: Format): ContinuedCell[] {
  const table = format.tables.find(({ id }) => id === rule.table)
  if (!table) throw new Error(`Format ${format.id}: rule ${rule.id} names no table ${rule.table}`)
  const lines = rule.along === 'columns' ? table.columns : table.rows
  return lines.flatMap((line) => {
    const address = (term: string) =>
      rule.along === 'columns' ? cellAddress(table.id, term, line.id) : cellAddress(table.id, line.id, term)
    const cell = address(rule.result)
    const last = rule.last.map((term) => originOf(address(term), lastFormat, format))
    const plus = (rule.plus ?? []).map(address)
    const minus = (rule.minus ?? []).map(address)
    const isWhole = [cell, ...plus, ...minus].every((one) => cellInfo(format, one))
    const origins = last.flatMap((origin) => (origin ? [origin.cell] : []))
    return isWhole && origins.length === last.length ? [{ rule, cell, last: origins, plus, minus }] : []
  })
}
