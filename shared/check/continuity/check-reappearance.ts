import { numberOf } from '../../carry-over/expectations'
import { originOf } from '../../carry-over/migration'
import type { FigureValue } from '../../draft/figures'
import { cellAddress, cellInfo } from '../../format/cells'
import type { Format } from '../../format/format'
import type { Finding } from '../finding'
import type { EarlierReport } from './earlier-reports'
import { messages } from './messages'

/**
 * Rule T4-3: cases open at the end of last year are decided this year or open still, so that this year's total is
 * seldom less than they were. No row carries them over, and so it is no equation.
 */
export function checkReappearance(
  format: Format,
  values: Map<string, FigureValue>,
  last: EarlierReport | undefined,
): Finding[] {
  const rule = format.reappearance
  const table = format.tables.find(({ id }) => id === rule?.table)
  if (!last || !rule || !table) return []
  return table.rows.flatMap((row): Finding[] => {
    const cell = cellAddress(table.id, row.id, rule.among)
    const info = cellInfo(format, cell)
    const origin = originOf(cellAddress(table.id, row.id, rule.last), last.format, format)
    const [total, open] = [numberOf(values, cell), origin && numberOf(last.values, origin.cell)]
    if (!info || !origin || total === undefined || open === undefined || total >= open) return []
    const found = String(total)
    const line = `${table.name}·${row.name}`
    return [
      {
        rule: rule.rule,
        severity: 'info',
        chapter: info.chapter,
        cells: [cell],
        message: messages.reappearance(line, last.year, String(open), info.column.name, found),
        found,
        earlier: {
          year: last.year,
          cells: [origin.cell],
          ...(last.name !== undefined && { file: last.name }),
        },
      },
    ]
  })
}
