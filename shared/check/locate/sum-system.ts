import { computedFrom, type FigureValue } from '../../draft/figures'
import { cellInfo } from '../../format/cells'
import type { Format } from '../../format/format'
import { type Equation, equationsOf } from '../equations'
import { rowsAndColumns } from './grid-lines'
import { impliedEquations } from './implied-equations'

/** A cell's part in a sum: left side minus right side changes by `factor` times the change of the cell. */
export interface Term {
  equation: number
  factor: number
}

/**
 * Sums that hang together through their cells, as the linear system they are. Its cells are those a clerk fills in: a
 * computed total is replaced by its parts, so that a change of a cell shows in every sum that depends on it.
 */
export interface SumSystem {
  equations: Equation[]
  cells: string[]
  /** By cell: the sums it is in. */
  terms: Term[][]
  /** By equation: the cells in it. */
  members: number[][]
  /** By equation: it follows from others, as the sum of computed totals does from the columns they add up. */
  implied: boolean[]
  /** By two equations: they have a cell in common. */
  meets: boolean[][]
  /** The most sums that a cell is in. */
  mostTerms: number
  /** By equation: its line among the rows or columns, -1 for sums that run the other way; see rowsAndColumns. */
  lines: number[][]
  /**
   * Everything is typed, and every cell stands in one summed row and one summed column, where no other cell stands.
   * Wrong cells that leave all sums right then fill two places at least in each of their rows and columns: four
   * cells, so that one or two wrong cells never look like a single other one.
   */
  grid: boolean
}

/** free: a number or a blank the clerk may change. unusable: no number to reckon with, or not a count. */
type CellState = 'free' | 'computed' | 'unusable'

const MOST_REMEMBERED = 8
const cache = new WeakMap<Format, { cells: string[]; systems: Map<string, SumSystem[]> }>()

/** The systems of the format's sums of counts. Which cells are computed or unusable decides them, no number does. */
export function sumSystems(format: Format, values: Map<string, FigureValue>): SumSystem[] {
  const known = cache.get(format) ?? { cells: cellsInSums(format), systems: new Map() }
  cache.set(format, known)
  const states = known.cells.map((cell) => stateOf(format, cell, values.get(cell)))
  const key = states.map((state) => state[0]).join('')
  const remembered = known.systems.get(key)
  if (remembered) return remembered
  const systems = build(format, new Map(known.cells.map((cell, at) => [cell, states[at] ?? 'unusable'])))
  if (known.systems.size >= MOST_REMEMBERED) known.systems.clear()
  known.systems.set(key, systems)
  return systems
}

function cellsInSums(format: Format): string[] {
  return [...new Set(equationsOf(format).flatMap(({ left, right }) => [...left, ...right]))]
}

function stateOf(format: Format, cell: string, value: FigureValue | undefined): CellState {
  if (cellInfo(format, cell)?.holds !== 'count') return 'unusable'
  switch (value?.kind) {
    case 'entered':
      return value.number === undefined ? 'unusable' : 'free'
    case 'computed':
      return 'computed'
    case 'blank':
      if (value.refusedPart) return 'unusable'
      return computedFrom(format, cell) ? 'computed' : 'free'
    default:
      return 'unusable'
  }
}

/** An equation over the cells a clerk fills in. */
interface Expanded {
  equation: Equation
  factors: Map<string, number>
}

function build(format: Format, states: Map<string, CellState>): SumSystem[] {
  const expanded = equationsOf(format).flatMap((equation) => expand(format, states, equation) ?? [])
  const asTyped = new Set(
    format.tables
      .filter(({ id }) =>
        equationsOf(format)
          .filter(({ table }) => table.id === id)
          .every(({ left, right }) => [...left, ...right].every((cell) => states.get(cell) === 'free')),
      )
      .map(({ id }) => id),
  )
  return connected(expanded).map((part) =>
    systemOf(
      part,
      part.every(({ equation }) => asTyped.has(equation.table.id)),
    ),
  )
}

/** undefined: one of its cells is unusable, or it holds whatever is typed. */
function expand(format: Format, states: Map<string, CellState>, equation: Equation): Expanded | undefined {
  const factors = new Map<string, number>()
  const add = (cell: string, factor: number, within: string[]): boolean => {
    const state = states.get(cell)
    if (state === 'free') {
      factors.set(cell, (factors.get(cell) ?? 0) + factor)
      return true
    }
    const parts =
      state === 'computed' && !within.includes(cell) ? computedFrom(format, cell)?.right : undefined
    return parts?.every((part) => add(part, factor, [...within, cell])) ?? false
  }
  const usable =
    equation.left.every((cell) => add(cell, 1, [])) && equation.right.every((cell) => add(cell, -1, []))
  for (const [cell, factor] of factors) if (factor === 0) factors.delete(cell)
  return usable && factors.size > 0 ? { equation, factors } : undefined
}

/** Equations that share cells, directly or through others, are one part. */
function connected(equations: Expanded[]): Expanded[][] {
  const parts: { cells: Set<string>; equations: Expanded[] }[] = []
  for (const equation of equations) {
    const cells = new Set(equation.factors.keys())
    const touching = parts.filter((part) => [...cells].some((cell) => part.cells.has(cell)))
    for (const part of touching) parts.splice(parts.indexOf(part), 1)
    parts.push({
      cells: new Set([...touching.flatMap((part) => [...part.cells]), ...cells]),
      equations: [...touching.flatMap((part) => part.equations), equation],
    })
  }
  return parts.map((part) => part.equations)
}

function systemOf(part: Expanded[], asTyped: boolean): SumSystem {
  const equations = part.map(({ equation }) => equation)
  const cells = [...new Set(part.flatMap(({ factors }) => [...factors.keys()]))]
  const at = new Map(cells.map((cell, index) => [cell, index]))
  const terms: Term[][] = cells.map(() => [])
  const members = part.map(({ factors }, equation) =>
    [...factors].map(([cell, factor]) => {
      const index = at.get(cell) ?? 0
      terms[index]?.push({ equation, factor })
      return index
    }),
  )
  const { lines, crossing } = rowsAndColumns(equations, terms)
  const implied = asTyped ? equations.map(() => false) : impliedEquations(members, terms)
  return {
    equations,
    cells,
    terms,
    members,
    implied,
    meets: meetings(equations.length, terms),
    mostTerms: Math.max(...terms.map(({ length }) => length)),
    lines,
    grid: asTyped && crossing,
  }
}

function meetings(equations: number, terms: Term[][]): boolean[][] {
  const meets = Array.from({ length: equations }, () => new Array<boolean>(equations).fill(false))
  for (const touched of terms)
    for (const { equation } of touched)
      for (const other of touched) {
        const row = meets[equation]
        if (row) row[other.equation] = true
      }
  return meets
}
