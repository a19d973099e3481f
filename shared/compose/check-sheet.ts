import { sideOf } from '../check/check-sums'
import type { CheckContext } from '../check/continuity/check-continuity'
import { type Equation, equationsOf } from '../check/equations'
import type { Finding } from '../check/finding'
import { fingerprint } from '../check/fingerprint'
import type { Draft } from '../draft/draft'
import { computeFigures, type FigureValue } from '../draft/figures'
import type { Format, SumRule } from '../format/format'
import { chineseNumeral } from '../prose/marks'
import { texts } from './check-sheet.texts'
import { cell, heading, paragraph, placeName, ruleName, table } from './check-sheet-blocks'
import { chainBlocks, ruleBlocks } from './check-sheet-rules'
import type { Document, DocumentBlock, DocumentCell } from './document'
import { printedText } from './printed-text'
import { titleOnOneLine } from './title'

export type GroupState = 'equal' | 'unequal' | 'blank' | 'unknown'

/** One sum held against the other. */
interface Comparison {
  equation: Equation
  state: GroupState
  left: string
  right: string
  waived: boolean
}

/**
 * The check sheet (勾稽核对表): every sum rule on every line and every figure that follows from last year's with the
 * values of both sides, every other rule with its result, every finding, and what is kept with its reason. `hash` is the SHA-256 of the draft's text, so that the sheet says which draft it
 * speaks of.
 */
export function composeCheckSheet(
  draft: Draft,
  format: Format,
  findings: Finding[],
  hash: string,
  context: CheckContext = {},
): Document {
  const comparisons = compare(format, computeFigures(format, draft.figures), findings)
  const sums = new Set(format.rules.map(({ id }) => id))
  const others = findings.filter(({ rule }) => !sums.has(rule))
  const tables = format.tables.filter(({ id }) => format.rules.some(({ table }) => table === id))
  const number = (index: number) => chineseNumeral(index + 1)
  const kept = findings.filter(({ waived }) => waived)
  return {
    title: `${texts.title}（${titleOnOneLine(draft)}）`,
    author: printedText(draft.publisher.name).trim(),
    blocks: [
      { kind: 'title', lines: [texts.title] },
      { kind: 'issuingLine', text: titleOnOneLine(draft) },
      table(
        texts.overview,
        [6, 18],
        [],
        [
          [cell('header', texts.sumsChecked), cell('text', texts.summary(countStates(comparisons)))],
          [
            cell('header', texts.findings),
            cell('text', texts.others(others.filter(({ waived }) => !waived).length, kept.length)),
          ],
          [cell('header', texts.speaksOf), cell('text', hash)],
        ],
      ),
      ...tables.flatMap((table, index): DocumentBlock[] => [
        heading(number(index), texts.sums(table.name)),
        sumsTable(
          table.name,
          comparisons.filter(({ equation }) => equation.table === table),
        ),
      ]),
      heading(number(tables.length), texts.chains),
      ...chainBlocks(draft, format, findings, context),
      heading(number(tables.length + 1), texts.rules),
      ...ruleBlocks(draft, format, others, context),
      heading(number(tables.length + 2), texts.findings),
      ...findingsBlocks(format, others),
      heading(number(tables.length + 3), texts.keptOnes),
      ...keptBlocks(format, kept),
    ],
  }
}

function compare(format: Format, values: Map<string, FigureValue>, findings: Finding[]): Comparison[] {
  const waived = new Set(findings.filter((finding) => finding.waived).map(fingerprint))
  return equationsOf(format).map((equation) => {
    const [left, right] = [sideOf(equation.left, values), sideOf(equation.right, values)]
    const cells = [...equation.left, ...equation.right]
    return {
      equation,
      state: stateOf(left, right),
      left: left && !left.blank ? String(left.sum) : texts.noNumber,
      right: right && !right.blank ? String(right.sum) : texts.noNumber,
      waived: waived.has(fingerprint({ ...placeless, rule: equation.rule.id, cells })),
    }
  })
}

/** A finding as far as its fingerprint needs it: rule and cells. */
const placeless = { severity: 'error' as const, chapter: '', message: '' }

function stateOf(left: ReturnType<typeof sideOf>, right: ReturnType<typeof sideOf>): GroupState {
  if (!left || !right) return 'unknown'
  if (left.blank && right.blank) return 'blank'
  return left.sum === right.sum ? 'equal' : 'unequal'
}

function countStates(comparisons: Comparison[]): Record<GroupState, number> {
  const count = (state: GroupState) => comparisons.filter((each) => each.state === state).length
  return {
    equal: count('equal'),
    unequal: count('unequal'),
    blank: count('blank'),
    unknown: count('unknown'),
  }
}

function sumsTable(name: string, comparisons: Comparison[]): DocumentBlock {
  const rules = [...new Set(comparisons.map(({ equation }) => equation.rule))]
  const rows = rules.flatMap((rule) => [
    [{ ...cell('band', ruleWords(rule)), colSpan: 4 }],
    ...comparisons.filter(({ equation }) => equation.rule === rule).map(comparisonRow),
  ])
  const head = [texts.line, texts.left, texts.right, texts.result].map((words) => cell('header', words))
  return table(texts.sums(name), [6, 7, 7, 4], head, rows)
}

function ruleWords({ id, explanation, standing }: SumRule): string {
  return `${id}　${explanation}（${texts.standings[standing]}）`
}

function comparisonRow({ equation, state, left, right, waived }: Comparison): DocumentCell[] {
  const { sideNames } = equation.rule
  const result = waived ? `${texts.states[state]}，${texts.kept}` : texts.states[state]
  return [
    cell('text', equation.line),
    cell('text', texts.side(sideNames.left, left)),
    cell('text', texts.side(sideNames.right, right)),
    cell('text', result),
  ]
}

function findingsBlocks(format: Format, findings: Finding[]): DocumentBlock[] {
  if (findings.length === 0) return [paragraph(texts.noFindings)]
  const head = [texts.rule, texts.place, texts.what, texts.result].map((words) => cell('header', words))
  const rows = findings.map((finding) => [
    cell('text', ruleName(finding.rule)),
    cell('text', placeName(format, finding.chapter)),
    cell('text', finding.message),
    cell('text', finding.waived ? texts.kept : texts.severities[finding.severity]),
  ])
  return [table(texts.findings, [6, 4, 11, 3], head, rows)]
}

function keptBlocks(format: Format, kept: Finding[]): DocumentBlock[] {
  if (kept.length === 0) return [paragraph(texts.noneKept)]
  const head = [texts.rule, texts.place, texts.what, texts.reason].map((words) => cell('header', words))
  const rows = kept.map((finding) => [
    cell('text', ruleName(finding.rule)),
    cell('text', placeName(format, finding.chapter)),
    cell('text', finding.message),
    cell('text', finding.waived?.reason ?? ''),
  ])
  return [table(texts.keptOnes, [5, 4, 8, 7], head, rows)]
}
