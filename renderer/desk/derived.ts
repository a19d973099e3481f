/** What follows from a draft, computed once per draft: drafts never change in place, so identity is enough. */

import { check } from '../../shared/check/check'
import type { EarlierDraft } from '../../shared/check/continuity/earlier-reports'
import type { Finding } from '../../shared/check/finding'
import type { Draft } from '../../shared/draft/draft'
import { computeFigures, type FigureValue } from '../../shared/draft/figures'
import type { Format } from '../../shared/format/format'
import { formatById } from '../../shared/format/formats'
import { type PrintedDraft, printedDraft } from '../../shared/linked/printed-prose'
import { type TableValues, tableValues } from '../../shared/linked/table-values'
import { earlierFilesOf } from './earlier-files'

const findingsByDraft = new WeakMap<Draft, { previous: EarlierDraft[]; findings: Finding[] }>()
const valuesByFigures = new WeakMap<Draft['figures'], { format: Format; values: Map<string, FigureValue> }>()

/** The draft's format. Throws for an unknown id, which no draft on the desk has: opening refuses it. */
export function formatOf(draft: Draft): Format {
  const format = formatById(draft.format)
  if (!format) throw new Error(`No format ${draft.format}: drafts are checked for it when they are opened.`)
  return format
}

/** Every cell's value, computed totals included. */
export function valuesOf(draft: Draft): Map<string, FigureValue> {
  const format = formatOf(draft)
  const known = valuesByFigures.get(draft.figures)
  if (known?.format === format) return known.values
  const values = computeFigures(format, draft.figures)
  valuesByFigures.set(draft.figures, { format, values })
  return values
}

/** What the linked figures of the draft's text show. */
export function tablesOf(draft: Draft): TableValues {
  return tableValues(draft, formatOf(draft))
}

/** The draft's text as it is read. */
export function printedOf(draft: Draft): PrintedDraft {
  return printedDraft(draft, formatOf(draft))
}

/** How many sums do not hold and are kept on purpose. */
export function keptSums(draft: Draft): number {
  const sums = new Set(formatOf(draft).rules.map(({ id }) => id))
  return findingsOf(draft).filter(({ rule, waived }) => waived && sums.has(rule)).length
}

/** Everything the check finds in the draft, shown or not. */
export function findingsOf(draft: Draft): Finding[] {
  const previous = earlierFilesOf(draft)
  const known = findingsByDraft.get(draft)
  if (known?.previous === previous) return known.findings
  const findings = check(draft, formatOf(draft), { previous })
  findingsByDraft.set(draft, { previous, findings })
  return findings
}
