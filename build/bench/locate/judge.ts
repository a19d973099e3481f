import { check } from '../../../shared/check/check'
import type { Finding, Fix } from '../../../shared/check/finding'
import { explain } from '../../../shared/check/locate/explain'
import { sumSystems } from '../../../shared/check/locate/sum-system'
import type { Draft } from '../../../shared/draft/draft'
import { computeFigures, isTotal } from '../../../shared/draft/figures'
import { newDraft } from '../../../shared/draft/new-draft'
import type { Format } from '../../../shared/format/format'
import type { Report } from './reports'
import type { Slip } from './slips-of-hand'

/** What the check says of a report with wrong cells, held against what is right. */
export interface Verdict {
  /** How many cells show another number than the right one. */
  wrong: number
  /** No sum is broken: nothing could be found. */
  unseen: boolean
  /** Certain fixes name every wrong cell and its right value. */
  certain: boolean
  /** Fixes with nothing wrong in them, certain or not, name every wrong cell. */
  named: boolean
  /** Place of the first right fix among those offered, from 1; undefined: none is right. */
  rank: number | undefined
  wrongCertainty: boolean
}

export function judge(format: Format, report: Report, slip: Slip): Verdict {
  const findings = sumFindings(format, wrongDraft(format, report, slip))
  // A total left blank is computed, and a blank counts 0: neither need be wrong.
  const wrong = Object.keys(slip).filter(
    (cell) => slip[cell] !== undefined || !(isTotal(format, cell) || report[cell] === 0),
  )
  const fixes = findings.flatMap((finding) => finding.fixes ?? [])
  const right = (fix: Fix) => fix.cells.every(({ cell, to }) => cell in slip && Number(to) === report[cell])
  const names = (some: Fix[]) =>
    wrong.every((one) => some.some((fix) => right(fix) && fix.cells.some(({ cell }) => cell === one)))
  const ranks = findings.map(({ fixes: own = [] }) => own.findIndex(right) + 1).filter((rank) => rank > 0)
  return {
    wrong: wrong.length,
    unseen: findings.length === 0,
    certain: names(fixes.filter(({ certain }) => certain)),
    named: names(fixes),
    rank: ranks.length > 0 ? Math.min(...ranks) : undefined,
    wrongCertainty: fixes.some((fix) => fix.certain && !right(fix)),
  }
}

/** Cells of the smallest explanation of all broken sums; undefined: more than are searched for. */
export function smallestExplanation(format: Format, report: Report, slip: Slip): number | undefined {
  const values = computeFigures(format, wrongDraft(format, report, slip).figures)
  let cells = 0
  for (const system of sumSystems(format, values)) {
    const numbers = system.cells.map((cell) => {
      const value = values.get(cell)
      return value && 'number' in value ? (value.number ?? 0) : 0
    })
    const residuals = system.equations.map(() => 0)
    for (const [cell, terms] of system.terms.entries())
      for (const { equation, factor } of terms)
        residuals[equation] = (residuals[equation] ?? 0) + factor * (numbers[cell] ?? 0)
    if (residuals.every((residual) => residual === 0)) continue
    const [smallest] = explain(system, residuals, numbers).found
    if (!smallest) return undefined
    cells += smallest.length
  }
  return cells
}

export function wrongDraft(format: Format, report: Report, slip: Slip): Draft {
  const figures: Draft['figures'] = { ...report }
  for (const [cell, typed] of Object.entries(slip)) {
    if (typed === undefined) delete figures[cell]
    else figures[cell] = typed
  }
  return { ...newDraft({ format, year: format.years.from, scope: 'organ' }), figures }
}

function sumFindings(format: Format, draft: Draft): Finding[] {
  const sums = new Set(format.rules.map(({ id }) => id))
  return check(draft, format).filter(({ rule }) => sums.has(rule))
}
