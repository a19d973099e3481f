import { cellAddress, cellInfo } from '../format/cells'
import type { Format, SumRule, Table } from '../format/format'

/** A sum rule for one column or one row: the two sums of cells that must be equal. */
export interface Equation {
  rule: SumRule
  table: Table
  /** Name of the column or row it holds for, e.g. 自然人. */
  line: string
  left: string[]
  right: string[]
}

const cache = new WeakMap<Format, Equation[]>()

/** Every sum rule of the format, once for each column or row that has all of its cells. */
export function equationsOf(format: Format): Equation[] {
  const known = cache.get(format)
  if (known) return known
  const equations = format.rules.flatMap((rule) => expand(format, rule))
  cache.set(format, equations)
  return equations
}

function expand(format: Format, rule: SumRule): Equation[] {
  const table = format.tables.find(({ id }) => id === rule.table)
  if (!table) throw new Error(`Format ${format.id}: rule ${rule.id} names no table ${rule.table}`)
  const lines = rule.along === 'columns' ? table.columns : table.rows
  return lines
    .map((line) => {
      const address = (term: string) =>
        rule.along === 'columns' ? cellAddress(table.id, term, line.id) : cellAddress(table.id, line.id, term)
      return { rule, table, line: line.name, left: rule.left.map(address), right: rule.right.map(address) }
    })
    .filter(({ left, right }) => [...left, ...right].every((cell) => cellInfo(format, cell)))
}
