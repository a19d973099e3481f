import { originOf } from '../../carry-over/migration'
import type { Draft, EarlierFigures } from '../../draft/draft'
import { computeFigures, type FigureValue } from '../../draft/figures'
import { cellsOf } from '../../format/cells'
import type { Format } from '../../format/format'
import { formatById } from '../../format/formats'
import type { CellNumber } from './expression'

/** Last year's figures, for what the prose says of last year. */
export type PreviousFigures = Pick<EarlierFigures, 'format' | 'figures'>

interface Known {
  format: Format
  previous: PreviousFigures | undefined
  numberOf: CellNumber
}

const known = new WeakMap<Draft['figures'], Known>()

/** The numbers figures of the prose are held against; the same function while both tables stay the same. */
export function cellNumbers(
  figures: Draft['figures'],
  format: Format,
  previous: PreviousFigures | undefined,
): CellNumber {
  const before = known.get(figures)
  if (before?.format === format && before.previous === previous) return before.numberOf
  const current = amounts(computeFigures(format, figures))
  const last = previous && previousAmounts(previous, format)
  const numberOf: CellNumber = (cell, ofPrevious) => (ofPrevious ? last?.get(cell) : current.get(cell))
  known.set(figures, { format, previous, numberOf })
  return numberOf
}

const lastYears = new WeakMap<PreviousFigures, { format: Format; numbers: Map<string, number> }>()

/** Last year's numbers at this year's addresses; what the two formats do not count alike is left out. */
function previousAmounts(previous: PreviousFigures, format: Format): Map<string, number> {
  const made = lastYears.get(previous)
  if (made?.format === format) return made.numbers
  const from = formatById(previous.format)
  const numbers = from ? movedTo(format, from, amounts(computeFigures(from, previous.figures))) : new Map()
  lastYears.set(previous, { format, numbers })
  return numbers
}

function movedTo(format: Format, from: Format, found: Map<string, number>): Map<string, number> {
  if (from === format) return found
  return new Map(
    cellsOf(format).flatMap(({ cell }): [string, number][] => {
      const origin = originOf(cell, from, format)
      const number = origin && origin.note === undefined ? found.get(origin.cell) : undefined
      return number === undefined ? [] : [[cell, number]]
    }),
  )
}

/** Numbers of the cells that have one; money in 万元. */
function amounts(values: Map<string, FigureValue>): Map<string, number> {
  const found = new Map<string, number>()
  for (const [cell, value] of values) {
    if (value.kind === 'blank' || value.kind === 'refused') continue
    const number = value.number ?? moneyOf(value.text)
    if (number !== undefined) found.set(cell, number)
  }
  return found
}

function moneyOf(text: string): number | undefined {
  const [, digits, unit] = /^([\d,]+(?:\.\d+)?)(元|万元)$/.exec(text) ?? []
  if (digits === undefined) return undefined
  const amount = Number(digits.replaceAll(',', ''))
  return unit === '元' ? Number((amount / 10_000).toFixed(8)) : amount
}
