import { type Equation, equationsOf } from '../check/equations'
import { cellInfo, cellsOf } from '../format/cells'
import type { CellKind, Format } from '../format/format'
import type { Entry } from './draft'
import { entryNumber, entryText, readStored } from './read-entry'

/** What a cell of the report shows. */
export type FigureValue =
  /** refusedPart: a total that cannot be computed because one of its parts is text no cell accepts. */
  | { kind: 'blank'; refusedPart?: true }
  | { kind: 'entered'; text: string; number?: number }
  | { kind: 'computed'; text: string; number: number }
  | { kind: 'refused'; text: string; reason: string }

/**
 * The value of every cell of the format. A total that was not entered is computed, a blank part counting 0; it is
 * blank when all its parts are, or when one of them was refused. An entered total stands, right or wrong.
 */
export function computeFigures(format: Format, figures: Record<string, Entry>): Map<string, FigureValue> {
  const totals = totalsOf(format)
  const values = new Map<string, FigureValue>()
  const compute = (cell: string): FigureValue => {
    const known = values.get(cell)
    if (known) return known
    const total = totals.get(cell)
    if (!total) return { kind: 'blank' }
    // A total that is its own part would never end; until it is known it is blank.
    values.set(cell, { kind: 'blank' })
    const value = sumOf(total.right.map(compute), cellInfo(format, cell)?.holds ?? 'count')
    values.set(cell, value)
    return value
  }
  for (const { cell, holds } of cellsOf(format)) {
    const entered = Object.hasOwn(figures, cell) ? enteredValue(holds, figures[cell]) : undefined
    if (entered && entered.kind !== 'blank') values.set(cell, entered)
  }
  return new Map(cellsOf(format).map(({ cell }) => [cell, compute(cell)]))
}

/** The cells that are computed when not entered: each with the first rule of the format that gives it. */
export function isTotal(format: Format, cell: string): boolean {
  return totalsOf(format).has(cell)
}

/** The sum a cell is computed from when not entered; undefined: it is no total. */
export function computedFrom(format: Format, cell: string): Equation | undefined {
  return totalsOf(format).get(cell)
}

/** Adds figures of a table; amounts have up to eight decimals, which a floating-point sum would blur. */
export function addUp(numbers: number[]): number {
  const sum = numbers.reduce((total, number) => total + number, 0)
  return Number.isInteger(sum) ? sum : Number(sum.toFixed(8))
}

const totalsCache = new WeakMap<Format, Map<string, Equation>>()

function totalsOf(format: Format): Map<string, Equation> {
  const known = totalsCache.get(format)
  if (known) return known
  const totals = new Map<string, Equation>()
  for (const equation of equationsOf(format)) {
    const [left] = equation.left
    if (equation.rule.computesLeft && left !== undefined && !totals.has(left)) totals.set(left, equation)
  }
  totalsCache.set(format, totals)
  return totals
}

function enteredValue(holds: CellKind, entry: Entry | undefined): FigureValue {
  if (entry === undefined) return { kind: 'blank' }
  const read = readStored(holds, entry)
  if (read.kind === 'blank') return read
  if (read.kind === 'refused') return { kind: 'refused', text: String(entry), reason: read.reason }
  const number = entryNumber(holds, read.entry)
  return { kind: 'entered', text: entryText(holds, read.entry), ...(number !== undefined && { number }) }
}

function sumOf(parts: FigureValue[], holds: CellKind): FigureValue {
  if (parts.some((part) => part.kind === 'refused' || (part.kind === 'blank' && part.refusedPart)))
    return { kind: 'blank', refusedPart: true }
  const numbers = parts.flatMap((part) =>
    'number' in part && part.number !== undefined ? [part.number] : [],
  )
  if (numbers.length === 0) return { kind: 'blank' }
  const number = addUp(numbers)
  return { kind: 'computed', text: entryText(holds, number), number }
}
