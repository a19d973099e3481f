/** What follows from a draft, computed once per draft: drafts never change in place, so identity is enough. */

import { checkFigures, checkWords, inReportOrder } from '../../shared/check/check'
import type { EarlierDraft } from '../../shared/check/continuity/earlier-reports'
import type { Finding } from '../../shared/check/finding'
import type { Draft } from '../../shared/draft/draft'
import { computeFigures, type FigureValue } from '../../shared/draft/figures'
import type { Format } from '../../shared/format/format'
import { formatById } from '../../shared/format/formats'
import { type PrintedDraft, printedDraft } from '../../shared/linked/printed-prose'
import { type TableValues, tableValues } from '../../shared/linked/table-values'
import { besideOf, earlierFilesOf } from './earlier-files'

interface Known {
  previous: EarlierDraft[]
  words: Finding[]
  findings: Finding[]
}

const findingsByDraft = new WeakMap<Draft, Known>()
const wordsByDraft = new WeakMap<Draft, { previous: EarlierDraft[]; words: Finding[] }>()
/** What stands for a draft's words until they are read. */
const standIns = new WeakMap<Draft, Finding[]>()
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

/** Everything the check finds in the draft, shown or not; of a text that is read apart, what is known of it so far. */
export function findingsOf(draft: Draft): Finding[] {
  const previous = earlierFilesOf(draft)
  const words = wordsOf(draft, previous)
  const known = findingsByDraft.get(draft)
  if (known?.previous === previous && known.words === words) return known.findings
  const format = formatOf(draft)
  const findings = inReportOrder(draft, format, [...checkFigures(draft, format, besideOf(draft)), ...words])
  findingsByDraft.set(draft, { previous, words, findings })
  return findings
}

function wordsOf(draft: Draft, previous: EarlierDraft[]): Finding[] {
  const known = wordsByDraft.get(draft)
  if (known?.previous === previous) return known.words
  const instead = standIns.get(draft)
  if (instead) return instead
  const words = readHere(draft, previous)
  noteWords(draft, previous, words)
  return words
}

export function readHere(draft: Draft, previous: EarlierDraft[]): Finding[] {
  return checkWords(draft, formatOf(draft), { previous })
}

export function hasWords(draft: Draft): boolean {
  return wordsByDraft.get(draft)?.previous === earlierFilesOf(draft)
}

export function noteWords(draft: Draft, previous: EarlierDraft[], words: Finding[]): void {
  wordsByDraft.set(draft, { previous, words })
}

/** Until the draft's words are read, those of the one before stand for them. */
export function standIn(draft: Draft, before: Draft | null): void {
  const words = before ? (wordsByDraft.get(before)?.words ?? standIns.get(before)) : undefined
  standIns.set(draft, words ?? [])
}
