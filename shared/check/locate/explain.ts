import { LARGEST_COUNT } from '../../draft/read-entry'
import type { SumSystem } from './sum-system'

/** A cell of the system and by how much it is off: the right value is what stands there plus `by`. */
export interface Correction {
  cell: number
  by: number
}

/** Corrections that make every sum of the system right, each as few cells as there can be. */
export interface Explanations {
  found: Correction[][]
  /** No other explanation has as few cells; false where the search was cut short. */
  complete: boolean
}

/** Beyond, there are too many ways to put a table right to be worth a clerk's time. */
const MOST_CELLS = 4
/** Keeps the search below a millisecond or so; what is found until then stays a candidate. */
const MOST_STEPS = 4_000
const MOST_EXPLANATIONS = 600

/**
 * Every smallest explanation of the residuals (left minus right side, by equation) up to MOST_CELLS cells, with counts
 * of 0 or more. The cells of an explanation always leave one sum that only one of them is in, which therefore is off
 * by that cell's whole error, and so does the rest once this one is put right; the search takes them in this order.
 * (In a grid system: were every sum shared, the cells would hold a set that can change without breaking any sum, and
 * with fewer of them the rest could be explained. Such sets have four cells or more.)
 */
export function explain(system: SumSystem, residuals: number[], numbers: number[]): Explanations {
  const search = new Search(system, residuals, numbers)
  for (let size = Math.max(1, search.leastCells()); size <= MOST_CELLS; size++) {
    search.run(size)
    if (search.found.size > 0 || search.cutShort)
      return { found: [...search.found.values()], complete: !search.cutShort }
  }
  return { found: [], complete: false }
}

class Search {
  readonly found = new Map<string, Correction[]>()
  cutShort = false
  private steps = 0
  private readonly residuals: number[]
  private readonly chosen: Correction[] = []

  constructor(
    private readonly system: SumSystem,
    residuals: number[],
    private readonly numbers: number[],
  ) {
    this.residuals = [...residuals]
  }

  leastCells(): number {
    const broken = this.broken()
    return Math.max(this.apart(broken).length, this.apart(broken.reverse()).length)
  }

  /** Broken sums of which no two have a cell in common, taken in this order: each needs a wrong cell of its own. */
  private apart(broken: number[]): number[] {
    const apart: number[] = []
    for (const equation of broken) {
      const meets = this.system.meets[equation]
      if (meets && apart.every((other) => !meets[other])) apart.push(equation)
    }
    return apart
  }

  /**
   * The sums one of which a single cell puts right; none: too many are broken for the cells left. With a cell left
   * for each of the sums apart and no more, each has exactly one, so that any of them will do.
   */
  private nextEquations(broken: number[], cellsLeft: number): number[] {
    if (broken.length > cellsLeft * this.system.mostTerms) return []
    const choices = [this.apart(broken), this.apart([...broken].reverse())]
    if (choices.some(({ length }) => length > cellsLeft)) return []
    const alone = choices.filter(({ length }) => length === cellsLeft).flat()
    if (alone.length === 0) return broken
    const size = (equation: number) => this.system.members[equation]?.length ?? 0
    return [alone.reduce((least, equation) => (size(equation) < size(least) ? equation : least))]
  }

  run(cellsLeft: number): void {
    const broken = this.broken()
    if (broken.length === 0) this.record()
    else if (cellsLeft === 1) this.tryLast(broken)
    else if (cellsLeft > 1) this.tryEach(this.nextEquations(broken, cellsLeft), cellsLeft)
  }

  private tryEach(equations: number[], cellsLeft: number): void {
    for (const equation of equations) {
      for (const cell of this.system.members[equation] ?? []) {
        this.try(equation, cell, () => this.run(cellsLeft - 1))
        if (this.cutShort) return
      }
    }
  }

  /** The last cell must be in every broken sum and in no other. */
  private tryLast(broken: number[]): void {
    const [equation] = broken
    if (equation === undefined) return
    for (const cell of this.system.members[equation] ?? []) {
      if (this.system.terms[cell]?.length !== broken.length) continue
      this.try(equation, cell, () => this.run(0))
      if (this.cutShort) return
    }
  }

  /** Puts the equation right by one cell, goes on, and takes it back. */
  private try(equation: number, cell: number, next: () => void): void {
    if (++this.steps > MOST_STEPS) this.cutShort = true
    if (this.cutShort || this.chosen.some((correction) => correction.cell === cell)) return
    const terms = this.system.terms[cell] ?? []
    const factor = terms.find((term) => term.equation === equation)?.factor ?? 0
    const by = -(this.residuals[equation] ?? 0) / factor
    if (!isCount((this.numbers[cell] ?? 0) + by)) return
    this.chosen.push({ cell, by })
    for (const term of terms) this.shift(term.equation, term.factor * by)
    next()
    for (const term of terms) this.shift(term.equation, -term.factor * by)
    this.chosen.pop()
  }

  private shift(equation: number, by: number): void {
    this.residuals[equation] = (this.residuals[equation] ?? 0) + by
  }

  private broken(): number[] {
    const broken: number[] = []
    for (let equation = 0; equation < this.residuals.length; equation++)
      if (this.residuals[equation] !== 0) broken.push(equation)
    return broken
  }

  private record(): void {
    const corrections = [...this.chosen].sort((one, other) => one.cell - other.cell)
    this.found.set(corrections.map(({ cell }) => cell).join(), corrections)
    if (this.found.size >= MOST_EXPLANATIONS) this.cutShort = true
  }
}

/** Whether a cell may hold the number: an integer from 0 up to the largest count a cell accepts. */
export function isCount(number: number): boolean {
  return Number.isInteger(number) && number >= 0 && number <= LARGEST_COUNT
}
