/** Which findings the form shows while the clerk is still writing: nothing is red before it was touched. */

import type { Finding } from '../../shared/check/finding'
import type { Draft } from '../../shared/draft/draft'
import type { FigureValue } from '../../shared/draft/figures'
import { cellInfo } from '../../shared/format/cells'
import type { Format, SumRule } from '../../shared/format/format'
import { findingsOf, formatOf, valuesOf } from './derived'
import { placeOfFinding, type Step, type Target } from './place'
import { stepsOf } from './steps'

interface Shown {
  touched: ReadonlySet<string>
  all: Finding[]
  findings: Finding[]
}

const shownByDraft = new WeakMap<Draft, Shown>()

/** All findings the form may show, in the order of the steps. Blanks and empty chapters wait for the review. */
export function shownFindings(draft: Draft, touched: ReadonlySet<string>): Finding[] {
  const known = shownByDraft.get(draft)
  const all = findingsOf(draft)
  if (known?.touched === touched && known.all === all) return known.findings
  const format = formatOf(draft)
  const values = valuesOf(draft)
  const findings = inOrder(
    all.filter((finding) => isShown(finding, format, values, touched)),
    format,
  )
  shownByDraft.set(draft, { touched, all, findings })
  return findings
}

/** The shown findings of one step; their order gives the numbers at the marks. */
export function shownFindingsOf(draft: Draft, touched: ReadonlySet<string>, step: Step): Finding[] {
  return shownFindings(draft, touched).filter((finding) => finding.chapter === step)
}

/** The shown findings at a cell, a field or in a slot's text. */
export function findingsAt(
  draft: Draft,
  touched: ReadonlySet<string>,
  step: Step,
  target: Target,
): Finding[] {
  return shownFindingsOf(draft, touched, step).filter((finding) => isAt(finding, target))
}

function isAt({ cells, field, text, fixes = [] }: Finding, target: Target): boolean {
  switch (target.kind) {
    case 'cell':
      return (
        cells.includes(target.cell) || fixes.some((fix) => fix.cells.some(({ cell }) => cell === target.cell))
      )
    case 'field':
      return field === target.field || (target.field === 'preamble' && text !== undefined)
    case 'slot':
      return text?.slot === target.slot
    case 'heading':
      return false
  }
}

function inOrder(findings: Finding[], format: Format): Finding[] {
  const steps = stepsOf(format)
  return [...findings].sort((one, other) => steps.indexOf(one.chapter) - steps.indexOf(other.chapter))
}

function isShown(
  finding: Finding,
  format: Format,
  values: Map<string, FigureValue>,
  touched: ReadonlySet<string>,
): boolean {
  if (finding.waived) return false
  if (finding.field !== undefined) return touched.has(finding.field)
  if (finding.cells.length > 0) {
    const rule = format.rules.find((candidate) => candidate.id === finding.rule)
    const filled = finding.cells.filter((cell) => isFilled(values, cell))
    if (!rule) return filled.length > 0
    const left = filled.filter((cell) => isOnLeft(rule, format, cell))
    // A computed total repeats what a typed one beside it got wrong: that one is shown.
    if (rule.computesLeft && left.every((cell) => values.get(cell)?.kind === 'computed')) return false
    return left.length > 0 && left.length < filled.length
  }
  return finding.text !== undefined
}

function isFilled(values: Map<string, FigureValue>, cell: string): boolean {
  const value = values.get(cell)
  return value !== undefined && value.kind !== 'blank'
}

function isOnLeft(rule: SumRule, format: Format, cell: string): boolean {
  const info = cellInfo(format, cell)
  if (!info) return false
  return rule.left.includes(rule.along === 'columns' ? info.row.id : info.column.id)
}

/** The steps a finding can be gone to, each once, next after the one last visited. */
export function nextFinding(
  findings: Finding[],
  keyOf: (finding: Finding) => string,
  visited: string | null,
  step: Step,
  steps: Step[],
  direction: 1 | -1,
): Finding | undefined {
  if (findings.length === 0) return undefined
  const at = findings.findIndex((finding) => keyOf(finding) === visited)
  if (at >= 0) return findings[(at + direction + findings.length) % findings.length]
  const here = steps.indexOf(step)
  const from = (finding: Finding) => steps.indexOf(placeOfFinding(finding).step) - here
  if (direction === 1) return findings.find((finding) => from(finding) >= 0) ?? findings[0]
  return findings.findLast((finding) => from(finding) <= 0) ?? findings.at(-1)
}
