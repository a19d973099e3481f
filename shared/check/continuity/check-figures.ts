import { unconfirmedCells } from '../../carry-over/carry-figures'
import { type Expectation, earlierValues, expectationsOf, numberOf } from '../../carry-over/expectations'
import type { Draft } from '../../draft/draft'
import type { FigureValue } from '../../draft/figures'
import { isTotal } from '../../draft/figures'
import { entryText } from '../../draft/read-entry'
import { cellInfo } from '../../format/cells'
import type { Format } from '../../format/format'
import type { Finding } from '../finding'
import type { EarlierReport } from './earlier-reports'
import { messages, type Term } from './messages'

type Values = Map<string, FigureValue>

/**
 * Rules X-1, T2-1 and T2-8: the figures that follow from last year's report. Where last year's file was changed after
 * it was taken over, that is said beside it; `file` is the name of this draft's own.
 */
export function checkContinuity(
  draft: Draft,
  format: Format,
  values: Values,
  last: EarlierReport | undefined,
  file: string | undefined,
): Finding[] {
  if (!last) return carriedFromElsewhere(draft, format)
  const copy = draft.previous?.year === last.year ? earlierValues(draft.previous) : undefined
  const taken = new Map(
    copy && copy.values !== last.values
      ? expectationsOf(format, values, copy).map((one) => [one.rule.id + one.cell, one.expected])
      : [],
  )
  return brokenExpectations(format, values, last).map(({ finding, expectation }) => {
    const then = taken.get(expectation.rule.id + expectation.cell)
    const { expected } = expectation
    if (then === undefined || then === expected) return finding
    const changed = messages.fileChanged(file, String(then), String(expected))
    return { ...finding, message: `${finding.message}${changed}` }
  })
}

/** The same between the earlier reports themselves: published, and so only worth knowing. */
export function checkEarlierYears(format: Format, reports: EarlierReport[]): Finding[] {
  return reports.flatMap((report, index) => {
    const before = reports[index + 1]
    if (before?.year !== report.year - 1 || before.scope !== report.scope) return []
    return brokenExpectations(report.format, report.values, before).map(
      ({ finding, expectation }): Finding => {
        const chapter = cellInfo(format, expectation.cell)?.chapter ?? finding.chapter
        const { fixes: _, ...rest } = finding
        const message = messages.earlierYears(`${report.year}年度${finding.message}`)
        const field = `earlier.${report.year}.${expectation.cell}`
        return { ...rest, severity: 'info', chapter, cells: [], field, message }
      },
    )
  })
}

/** Figures carried over that nobody has confirmed, a line for each table. */
export function checkUnconfirmed(draft: Draft, format: Format): Finding[] {
  const cells = unconfirmedCells(draft)
  return format.tables.flatMap((table) => {
    const here = cells.filter((cell) => cellInfo(format, cell)?.table === table)
    const chapter = cellInfo(format, here[0] ?? '')?.chapter
    if (chapter === undefined) return []
    const message = messages.unconfirmedCells(table.name, here.length)
    return [{ rule: 'C-1', severity: 'info', chapter, cells: here, field: `carried.${table.id}`, message }]
  })
}

interface Broken {
  expectation: Expectation
  finding: Finding
}

function brokenExpectations(format: Format, values: Values, last: EarlierReport): Broken[] {
  const broken = expectationsOf(format, values, last).flatMap((expectation): Broken[] => {
    const value = values.get(expectation.cell)
    if (!value || value.kind === 'refused' || expectation.expected === undefined) return []
    if (value.kind === 'blank' && (value.refusedPart || isFollowing(expectation))) return []
    if (numberOf(values, expectation.cell) === expectation.expected) return []
    return [{ expectation, finding: findingOf(format, values, last, expectation, expectation.expected) }]
  })
  // A computed total repeats what is wrong with its parts.
  return broken.filter(
    ({ expectation: { cell, rule } }) =>
      !isTotal(format, cell) ||
      values.get(cell)?.kind === 'entered' ||
      !broken.some((other) => other.expectation.rule === rule && !isTotal(format, other.expectation.cell)),
  )
}

/** A chain whose own cell is blank is simply not filled in yet. */
function isFollowing({ plus, minus }: Expectation): boolean {
  return plus.length + minus.length > 0
}

function findingOf(
  format: Format,
  values: Values,
  last: EarlierReport,
  expectation: Expectation,
  number: number,
): Finding {
  const { rule, cell, plus, minus } = expectation
  const info = cellInfo(format, cell)
  if (!info) throw new Error(`Rule ${rule.id} continues no cell of format ${format.id}`)
  const value = values.get(cell)
  const found = value && value.kind !== 'blank' ? value.text : ''
  const expected = entryText(info.holds, number)
  const term = (of: Format, from: Values) => (one: string) => termOf(of, from, one, rule.along)
  const before = expectation.last.map(term(last.format, last.values))
  const [only] = before
  const terms = { last: before, plus: plus.map(term(format, values)), minus: minus.map(term(format, values)) }
  const message =
    only && before.length === 1 && !isFollowing(expectation)
      ? messages.sameFigure(info.name, found, last, only)
      : messages.chain(info.name, found, last, terms, expected)
  return {
    rule: rule.id,
    severity: 'warning',
    chapter: info.chapter,
    cells: [cell, ...plus, ...minus],
    message,
    found,
    expected,
    earlier: {
      year: last.year,
      cells: expectation.last,
      ...(last.name !== undefined && { file: last.name }),
    },
    ...(isTotal(format, cell)
      ? {}
      : { fixes: [{ certain: false, cells: [{ cell, from: found, to: expected }] }] }),
  }
}

function termOf(format: Format, values: Values, cell: string, along: 'columns' | 'rows'): Term {
  const info = cellInfo(format, cell)
  const value = values.get(cell)
  return {
    name: (along === 'columns' ? info?.row.name : info?.column.name) ?? cell,
    value: value && value.kind !== 'blank' ? value.text : '',
  }
}

/** Carried figures whose report is not that of the year before: the year was changed afterwards. */
function carriedFromElsewhere(draft: Draft, format: Format): Finding[] {
  const cells = unconfirmedCells(draft)
  const from = draft.carried?.[cells[0] ?? '']?.year
  const chapter = cellInfo(format, cells[0] ?? '')?.chapter
  if (from === undefined || chapter === undefined) return []
  const message = messages.notContinued(cells.length, from, draft.year)
  return [{ rule: 'X-1', severity: 'warning', chapter, cells, message, found: String(from) }]
}
