import type { Entry } from '../../draft/draft'
import type { FigureValue } from '../../draft/figures'
import type { Format } from '../../format/format'
import type { Equation } from '../equations'
import type { Fix } from '../finding'
import { type Correction, explain } from './explain'
import { explainInOneLine, singleCorrections } from './explain-at-large'
import { Likelihood } from './likelihood'
import { type SumSystem, sumSystems } from './sum-system'

/** More alternatives than one column of Table 3 has cells help nobody. */
const MOST_FIXES = 32
/** With more wrong cells than this, too much may be wrong that does not show. */
const MOST_CERTAIN = 3

/**
 * By broken sum: the repairs that make it right and break no sum that held, most likely first. They come from the
 * smallest sets of cells that explain all broken sums together; parts of such a set that share no sum are repairs of
 * their own. A repair is certain when there is no other explanation and, every number being typed, two wrong cells
 * could not look like it.
 */
export function locate(
  format: Format,
  figures: Record<string, Entry>,
  values: Map<string, FigureValue>,
): Map<Equation, Fix[]> {
  const fixes = new Map<Equation, Fix[]>()
  for (const system of sumSystems(format, values)) {
    const numbers = system.cells.map((cell) => numberIn(values.get(cell)) ?? 0)
    const residuals = residualsOf(system, numbers)
    if (residuals.every((residual) => residual === 0)) continue
    for (const repair of repairsOf(format, system, residuals, numbers, values)) {
      const fix: Fix = {
        certain: repair.certain,
        cells: repair.corrections.map(({ cell, by }) => {
          const address = system.cells[cell] ?? ''
          return {
            cell: address,
            from: String(figures[address] ?? ''),
            to: String((numbers[cell] ?? 0) + by),
          }
        }),
      }
      for (const index of repair.rights) {
        const equation = system.equations[index]
        const sofar = equation ? (fixes.get(equation) ?? []) : []
        if (equation && sofar.length < MOST_FIXES) fixes.set(equation, [...sofar, fix])
      }
    }
  }
  return fixes
}

function numberIn(value: FigureValue | undefined): number | undefined {
  return value && 'number' in value ? value.number : undefined
}

function residualsOf(system: SumSystem, numbers: number[]): number[] {
  const residuals = system.equations.map(() => 0)
  for (const [cell, terms] of system.terms.entries())
    for (const { equation, factor } of terms)
      residuals[equation] = (residuals[equation] ?? 0) + factor * (numbers[cell] ?? 0)
  return residuals
}

interface Repair {
  corrections: Correction[]
  certain: boolean
  /** The broken equations it makes right. */
  rights: number[]
}

function repairsOf(
  format: Format,
  system: SumSystem,
  residuals: number[],
  numbers: number[],
  values: Map<string, FigureValue>,
): Repair[] {
  const { found, complete } = explain(system, residuals, numbers)
  const [only] = found
  const certain = complete && found.length === 1 && only !== undefined && isCertain(system, only, values)
  const larger = found.length === 0 ? explainInOneLine(system, residuals, numbers) : []
  const singles = complete ? [] : singleCorrections(system, residuals, numbers).map((single) => [single])
  const likelihood = new Likelihood(format, system, values)
  const known = new Set<string>()
  return [...found, ...larger, ...singles]
    .map((explanation) => {
      const parts = partsOf(system, explanation).map((part) => likelihood.inReadingOrder(part))
      const sound = parts.every((part) => rightedBy(system, residuals, part))
      const repairs = sound ? parts : [likelihood.inReadingOrder(explanation)]
      return { repairs, cost: repairs.reduce((sum, repair) => sum + likelihood.cost(repair), 0) }
    })
    .sort((one, other) => one.cost - other.cost)
    .flatMap(({ repairs }) => repairs)
    .flatMap((corrections) => {
      const key = corrections.map(({ cell, by }) => `${cell}:${by}`).join()
      const rights = known.has(key) ? undefined : rightedBy(system, residuals, corrections)
      known.add(key)
      return rights ? [{ corrections, certain, rights }] : []
    })
}

/**
 * The distance of a grid makes a single smallest explanation right if no more cells are wrong than it has. A blank
 * counts 0 but may stand for anything, so that it may be one more: beside a single correction one is borne.
 */
function isCertain(system: SumSystem, explanation: Correction[], values: Map<string, FigureValue>): boolean {
  if (!system.grid || explanation.length > MOST_CERTAIN) return false
  const blanks = system.cells.filter((cell) => values.get(cell)?.kind === 'blank').length
  return blanks === 0 || (blanks === 1 && explanation.length === 1)
}

/** The explanation by parts that have no sum in common but implied ones. */
function partsOf(system: SumSystem, explanation: Correction[]): Correction[][] {
  const parts: { equations: Set<number>; corrections: Correction[] }[] = []
  for (const correction of explanation) {
    const own = (system.terms[correction.cell] ?? []).filter(({ equation }) => !system.implied[equation])
    const equations = new Set(own.map(({ equation }) => equation))
    const touching = parts.filter((part) => [...equations].some((equation) => part.equations.has(equation)))
    for (const part of touching) parts.splice(parts.indexOf(part), 1)
    parts.push({
      equations: new Set([...touching.flatMap((part) => [...part.equations]), ...equations]),
      corrections: [...touching.flatMap((part) => part.corrections), correction],
    })
  }
  return parts.map(({ corrections }) => corrections)
}

/** The broken sums the corrections make right; undefined: they would break one that holds. */
function rightedBy(system: SumSystem, residuals: number[], corrections: Correction[]): number[] | undefined {
  const shifts = new Map<number, number>()
  for (const { cell, by } of corrections)
    for (const { equation, factor } of system.terms[cell] ?? [])
      shifts.set(equation, (shifts.get(equation) ?? 0) + factor * by)
  const touched = [...shifts]
  if (touched.some(([equation, shift]) => residuals[equation] === 0 && shift !== 0)) return undefined
  return touched.flatMap(([equation, shift]) =>
    shift !== 0 && (residuals[equation] ?? 0) + shift === 0 ? [equation] : [],
  )
}
