import { expectationsOf } from '../carry-over/expectations'
import type { CheckContext } from '../check/continuity/check-continuity'
import { type EarlierReport, earlierReports, lastReport } from '../check/continuity/earlier-reports'
import type { Finding } from '../check/finding'
import { ruleNote } from '../check/rule-note'
import { needsLastYear, rulesOf } from '../check/rules-of'
import type { Draft } from '../draft/draft'
import { computeFigures, type FigureValue } from '../draft/figures'
import { entryText } from '../draft/read-entry'
import { cellInfo } from '../format/cells'
import type { Format } from '../format/format'
import { printedDraft } from '../linked/printed-prose'
import { texts } from './check-sheet.texts'
import { cell, paragraph, ruleName, table } from './check-sheet-blocks'
import type { DocumentBlock, DocumentCell } from './document'

/** Every figure that follows from last year's report: what stands there, what follows, and whether they agree. */
export function chainBlocks(
  draft: Draft,
  format: Format,
  findings: Finding[],
  context: CheckContext,
): DocumentBlock[] {
  const last = lastYear(draft, format, context)
  if (!last) return [paragraph(texts.noLastYear)]
  const values = computeFigures(format, draft.figures)
  const kept = new Set(
    findings.flatMap(({ rule, cells, waived }) => (waived && cells[0] ? [`${rule}@${cells[0]}`] : [])),
  )
  const rows = expectationsOf(format, values, last).flatMap(
    ({ rule, cell: at, expected }): DocumentCell[][] => {
      const info = cellInfo(format, at)
      if (!info) return []
      const found = textOf(values.get(at))
      const due = expected === undefined ? '' : entryText(info.holds, expected)
      const state = found === '' ? 'blank' : due === '' ? 'unknown' : found === due ? 'equal' : 'unequal'
      const words = texts.states[state]
      return [
        [
          cell('text', ruleName(rule.id)),
          cell('text', info.name),
          cell('text', found === '' ? texts.noNumber : found),
          cell('text', due === '' ? texts.noNumber : due),
          cell('text', kept.has(`${rule.id}@${at}`) ? `${words}，${texts.kept}` : words),
        ],
      ]
    },
  )
  if (rows.length === 0) return [paragraph(texts.nothingFollows)]
  const head = [texts.rule, texts.line, texts.thisYear, texts.fromLast(last.year), texts.result].map(
    (words) => cell('header', words),
  )
  return [table(texts.chains, [6, 8, 3, 4, 3], head, rows)]
}

/** Every rule but the sums with its basis and how often it found something. */
export function ruleBlocks(
  draft: Draft,
  format: Format,
  findings: Finding[],
  context: CheckContext,
): DocumentBlock[] {
  const last = lastYear(draft, format, context)
  const sums = new Set(format.rules.map(({ id }) => id))
  const rows = rulesOf(format)
    .filter((rule) => !sums.has(rule))
    .map((rule) => {
      const count = findings.filter((finding) => finding.rule === rule).length
      const none = !last && needsLastYear(format, rule) ? texts.notHeld : texts.nothingFound
      return [
        cell('text', ruleName(rule)),
        cell('text', ruleNote(rule)?.basis ?? texts.care),
        cell('text', count > 0 ? texts.foundTimes(count) : none),
      ]
    })
  const head = [texts.rule, texts.basis, texts.result].map((words) => cell('header', words))
  return [table(texts.rules, [10, 10, 4], head, rows)]
}

function lastYear(draft: Draft, format: Format, { previous = [] }: CheckContext): EarlierReport | undefined {
  const printed = printedDraft(draft, format)
  return lastReport(printed, earlierReports(printed, previous))
}

function textOf(value: FigureValue | undefined): string {
  return value && value.kind !== 'blank' ? value.text : ''
}
