import { originOf } from '../carry-over/migration'
import { isContinued } from '../carry-over/previous-report'
import type { Draft, EarlierFigures, PreviousReport } from '../draft/draft'
import { computeFigures, type FigureValue } from '../draft/figures'
import { type CellInfo, cellInfo, cellsOf } from '../format/cells'
import type { Format } from '../format/format'
import { formatById } from '../format/formats'

/** What the tables of a report hold, and those of the report of the year before where they are at hand. */
export interface TableValues {
  info(cell: string): CellInfo | undefined
  /** undefined: the report has no such cell. */
  value(cell: string): FigureValue | undefined
  /** Last year's figure at this year's address; undefined: that report has none that counts the same. */
  lastValue: ((cell: string) => FigureValue | undefined) | undefined
}

/** Where there are none: every linked figure shows its placeholder. */
export const noTables: TableValues = {
  info: () => undefined,
  value: () => undefined,
  lastValue: undefined,
}

const ofDrafts = new WeakMap<Draft['figures'], { of: Draft; format: Format; values: TableValues }>()

/** The tables of a draft, and last year's where its report leads to this one's. Worked out once while both stay. */
export function tableValues(draft: Draft, format: Format): TableValues {
  const { figures, previous, year, scope } = draft
  const known = ofDrafts.get(figures)
  const same = known && known.of.previous === previous && known.of.year === year && known.of.scope === scope
  if (same && known.format === format) return known.values
  const last = previous && isContinued(draft, previous) ? previous : undefined
  const values = valuesOf(format, figures, last)
  ofDrafts.set(figures, { of: draft, format, values })
  return values
}

const ofReports = new WeakMap<PreviousReport, TableValues>()

/** The same of last year's report as this year's draft keeps it; undefined: its format is not one the app knows. */
export function previousTableValues(report: PreviousReport): TableValues | undefined {
  const known = ofReports.get(report)
  if (known) return known
  const format = formatById(report.format)
  if (!format) return undefined
  const last = report.earlier?.find(({ year }) => year === report.year - 1)
  const values = valuesOf(format, report.figures, last)
  ofReports.set(report, values)
  return values
}

function valuesOf(format: Format, figures: Draft['figures'], last: EarlierFigures | undefined): TableValues {
  const values = computeFigures(format, figures)
  const before = last && lastFigures(last, format)
  return {
    info: (cell) => cellInfo(format, cell),
    value: (cell) => values.get(cell),
    lastValue: before && ((cell) => before.get(cell)),
  }
}

/** What the two formats do not count alike is left out: a change on it would compare two different things. */
function lastFigures(last: EarlierFigures, format: Format): Map<string, FigureValue> | undefined {
  const from = formatById(last.format)
  if (!from) return undefined
  const values = computeFigures(from, last.figures)
  if (from === format) return values
  return new Map(
    cellsOf(format).flatMap(({ cell }): [string, FigureValue][] => {
      const origin = originOf(cell, from, format)
      const value = origin && origin.note === undefined ? values.get(origin.cell) : undefined
      return value ? [[cell, value]] : []
    }),
  )
}
