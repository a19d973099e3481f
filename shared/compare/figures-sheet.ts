import { earlierValues } from '../carry-over/expectations'
import { migrateFigures } from '../carry-over/migration'
import type { Document, DocumentBlock, DocumentCell } from '../compose/document'
import { printedText } from '../compose/printed-text'
import { titleOnOneLine } from '../compose/title'
import type { Draft } from '../draft/draft'
import { computedFrom, computeFigures, type FigureValue } from '../draft/figures'
import { type CellInfo, cellsOf } from '../format/cells'
import type { Format, Table } from '../format/format'
import {
  type ChangedFigure,
  type ComparedFigure,
  changedFigures,
  compareFigure,
  textOf,
} from './compare-figures'
import { texts } from './figures-sheet.texts'

/**
 * The table of changed figures, one page however many there are: of a table whose rows have totals the rows that
 * changed with all their columns, of another one the cells. undefined: there is no earlier report to compare with.
 */
export function composeFiguresSheet(draft: Draft, format: Format): Document | undefined {
  const changed = changedFigures(draft, format)
  const last = draft.previous && earlierValues(draft.previous)
  if (!changed || !draft.previous || !last) return undefined
  const title = titleOnOneLine(draft)
  const values = computeFigures(format, draft.figures)
  const context: Context = {
    format,
    compare: (cell) => compareFigure(cell, last, format, values),
    values,
  }
  const tables = format.tables.flatMap((table): DocumentBlock[] => {
    const here = changed.filter(({ info }) => info.table === table)
    return here.length === 0 ? [] : [heading(table), changesTable(context, table, here)]
  })
  return {
    title: `${texts.title}（${title}）`,
    author: printedText(draft.publisher.name).trim(),
    blocks: [
      { kind: 'title', lines: [texts.title] },
      { kind: 'issuingLine', text: texts.subtitle(title, last.year) },
      ...(tables.length > 0 ? tables : [paragraph(texts.none)]),
      ...notes(draft, format, changed).map(paragraph),
    ],
  }
}

interface Context {
  format: Format
  compare(cell: string): ComparedFigure | undefined
  values: Map<string, FigureValue>
}

function changesTable(context: Context, table: Table, changed: ChangedFigure[]): DocumentBlock {
  const totals = totalColumn(context.format, table)
  return totals === undefined ? cellsTable(table, changed) : rowsTable(context, table, changed, totals)
}

/** A line for each cell that changed. */
function cellsTable(table: Table, changed: ChangedFigure[]): DocumentBlock {
  const head = [texts.item, texts.last, texts.now, texts.change, texts.rate].map((words) =>
    cell('header', words),
  )
  const rows = changed.map((figure) => [
    cell('stub', nameWithin(table, figure.info)),
    cell('text', figure.last ?? texts.blank),
    cell('text', figure.now ?? texts.blank),
    cell('text', figure.change ?? ''),
    cell('text', figure.rate ?? ''),
  ])
  return tableBlock(table, [19, 7, 7, 6, 6], [head, ...rows])
}

/** A line for each row in which something changed, with its columns and what became of its total. */
function rowsTable(
  { compare, values, format }: Context,
  table: Table,
  changed: ChangedFigure[],
  totals: string,
): DocumentBlock {
  const lines = cellsOf(format).filter((info) => info.table === table)
  const rowIds = [...new Set(changed.map(({ info }) => info.row.id))]
  const columns = [...new Map(lines.map(({ column }) => [column.id, column])).values()]
  const head = [texts.item, ...columns.map(({ name }) => name), texts.totalChange, texts.rate]
  const rows = rowIds.map((id) => {
    const row = lines.filter((info) => info.row.id === id)
    const cellIn = (column: string) => row.find((info) => info.column.id === column)?.cell ?? ''
    const total = compare(cellIn(totals))
    return [
      cell('stub', row[0]?.row.name ?? id),
      ...columns.map((column) => {
        const address = cellIn(column.id)
        return cell('text', fromTo(compare(address), values.get(address)))
      }),
      cell('text', total?.change ?? ''),
      cell('text', total?.rate ?? ''),
    ]
  })
  const widths = [13, ...columns.map(({ id }) => (id === totals ? 6 : 5)), 4.5, 4.5]
  return tableBlock(table, widths, [head.map((words) => cell('header', words)), ...rows])
}

/** The column in which the rows of the table are added up. */
function totalColumn(format: Format, table: Table): string | undefined {
  const lines = cellsOf(format).filter((info) => info.table === table)
  const isRowTotal = ({ cell, row }: CellInfo) => {
    const parts = computedFrom(format, cell)?.right ?? []
    const here = new Set(lines.filter((info) => info.row === row).map((info) => info.cell))
    return parts.length > 0 && parts.every((part) => here.has(part))
  }
  return lines.find(isRowTotal)?.column.id
}

function fromTo(compared: ComparedFigure | undefined, value: FigureValue | undefined): string {
  if (!compared || compared.last === compared.now) return textOf(value) ?? ''
  return texts.fromTo(compared.last ?? texts.blank, compared.now ?? texts.blank)
}

/** The cell's name without the table's, which stands above. */
function nameWithin({ name }: Table, info: CellInfo): string {
  return info.name.startsWith(name) ? info.name.slice(name.length).replace(/^·/u, '') : info.name
}

function notes(draft: Draft, format: Format, changed: ChangedFigure[]): string[] {
  const last = draft.previous && earlierValues(draft.previous)
  if (!last || changed.length === 0) return []
  const dropped = migrateFigures(draft.previous?.figures ?? {}, last.format, format).dropped.length
  const counting = new Set(changed.flatMap(({ note }) => note ?? []))
  return [texts.legend, ...counting, ...(dropped > 0 ? [texts.dropped(last.year, dropped)] : [])]
}

function heading(table: Table): DocumentBlock {
  return { kind: 'heading', level: 1, runs: [{ text: table.caption }] }
}

function tableBlock({ caption }: Table, widths: number[], rows: DocumentCell[][]): DocumentBlock {
  return { kind: 'table', table: { caption, widths, headerRows: 1, rows } }
}

function cell(role: DocumentCell['role'], words: string): DocumentCell {
  const text = printedText(words)
  return { role, runs: text === '' ? [] : [{ text }], colSpan: 1, rowSpan: 1 }
}

function paragraph(text: string): DocumentBlock {
  return { kind: 'paragraph', runs: [{ text: printedText(text) }] }
}
