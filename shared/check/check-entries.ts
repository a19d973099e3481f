import type { Draft } from '../draft/draft'
import { type FigureValue, isTotal } from '../draft/figures'
import { type CellInfo, cellsOf } from '../format/cells'
import type { Format } from '../format/format'
import type { Finding } from './finding'
import { blankCells, refusedEntry } from './messages'

/**
 * Rule T3-4 on every table: text no cell accepts is an error at its cell; blank cells are one warning for each table,
 * with zeros offered for all of them. Totals are computed and never count as blank.
 */
export function checkEntries(
  format: Format,
  figures: Draft['figures'],
  values: Map<string, FigureValue>,
): Finding[] {
  return format.tables.flatMap((table) => {
    const cells = cellsOf(format).filter((info) => info.table === table)
    const refused = cells.flatMap((info) => {
      const value = values.get(info.cell)
      return value?.kind === 'refused' ? [refusal(info, value.text, value.reason)] : []
    })
    const blank = cells.filter(({ cell }) => values.get(cell)?.kind === 'blank' && !isTotal(format, cell))
    return [...refused, ...blanks(blank, figures)]
  })
}

function refusal({ cell, chapter, name }: CellInfo, text: string, reason: string): Finding {
  const message = refusedEntry(name, text, reason)
  return { rule: 'T3-4', severity: 'error', chapter, cells: [cell], message, found: text }
}

function blanks(blank: CellInfo[], figures: Draft['figures']): Finding[] {
  const [first] = blank
  if (!first) return []
  const zeros = blank.map(({ cell }) => ({ cell, from: String(figures[cell] ?? ''), to: '0' }))
  return [
    {
      rule: 'T3-4',
      severity: 'warning',
      chapter: first.chapter,
      cells: blank.map(({ cell }) => cell),
      message: blankCells(first.table.name, blank.length),
      fixes: [{ certain: false, cells: zeros }],
    },
  ]
}
