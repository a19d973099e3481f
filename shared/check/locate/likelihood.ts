import { type FigureValue, isTotal } from '../../draft/figures'
import { cellInfo } from '../../format/cells'
import type { Format } from '../../format/format'
import type { Correction } from './explain'
import { type DigitSlip, digitSlip, type PlacedChange, type PlaceSlip, placeSlip } from './slips'
import type { SumSystem } from './sum-system'

/** How far from likely a slip is; only the order counts, by the slips that are found in published reports. */
const DIGIT_COSTS: Record<DigitSlip, number> = {
  swapped: 1,
  factorTen: 1,
  doubled: 1,
  dropped: 1.2,
  extra: 1.6,
  wrongDigit: 2.5,
}
const PLACE_COSTS: Record<PlaceSlip, number> = {
  exchanged: 1,
  column: 1,
  row: 1,
  addedColumn: 2,
  addedRow: 2,
}
const LEFT_OUT = 1.5
const TOTAL_TYPED_OVER = 3
const ANY_OTHER = 4
/** Nobody takes a number for a nought as easily as for another number. */
const NOUGHT = 0.5

/** Ranks corrections of one system as it stands. */
export class Likelihood {
  private readonly costs = new Map<string, number>()
  private readonly places: PlacedChange[]

  constructor(
    private readonly format: Format,
    private readonly system: SumSystem,
    values: Map<string, FigureValue>,
  ) {
    this.places = system.cells.map((cell) => {
      const value = values.get(cell)
      const stands = value && 'number' in value ? value.number : undefined
      const { row, column } = placeOf(format, cell)
      return { row, column, stands, right: stands ?? 0 }
    })
  }

  /** Lower is likelier; a slip that moved several values is one slip. */
  cost(corrections: Correction[]): number {
    const slip = placeSlip(corrections.map((correction) => this.placed(correction)))
    if (slip) return PLACE_COSTS[slip]
    return corrections.reduce((sum, correction) => sum + this.single(correction), 0)
  }

  inReadingOrder(corrections: Correction[]): Correction[] {
    return [...corrections].sort((one, other) => {
      const [first, second] = [this.placed(one), this.placed(other)]
      return first.row - second.row || first.column - second.column
    })
  }

  private placed({ cell, by }: Correction): PlacedChange {
    const place = this.places[cell] ?? { row: 0, column: 0, stands: undefined, right: 0 }
    return { ...place, right: place.right + by }
  }

  private single(correction: Correction): number {
    const key = `${correction.cell}:${correction.by}`
    const cost = this.costs.get(key) ?? this.newCost(correction)
    this.costs.set(key, cost)
    return cost
  }

  private newCost(correction: Correction): number {
    const { stands, right } = this.placed(correction)
    if (stands === undefined) return LEFT_OUT
    const slip = digitSlip(stands, right)
    if (slip) return DIGIT_COSTS[slip]
    if (isTotal(this.format, this.system.cells[correction.cell] ?? '')) return TOTAL_TYPED_OVER
    return ANY_OTHER + (stands === 0 ? NOUGHT : 0)
  }
}

/** Row and column of a cell in its table, by their order. */
export function placeOf(format: Format, cell: string): { row: number; column: number } {
  const info = cellInfo(format, cell)
  if (!info) throw new Error(`Format ${format.id} has no cell ${cell}`)
  return { row: info.table.rows.indexOf(info.row), column: info.table.columns.indexOf(info.column) }
}
