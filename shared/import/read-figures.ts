import { equationsOf } from '../check/equations'
import type { Entry } from '../draft/draft'
import { addUp } from '../draft/figures'
import { entryNumber, readEntry } from '../draft/read-entry'
import { type CellInfo, cellInfo, cellsOf } from '../format/cells'
import type { Format } from '../format/format'
import { formats } from '../format/formats'
import { doubtRows } from './doubt-rows'
import { labelledTables } from './format-labels'
import type { DoubtfulFigure, FigureReport } from './import-report'
import {
  doubts,
  type Headings,
  type LocatedFigure,
  type LocatedTable,
  locateFigures,
  type SeenRow,
} from './locate-figures'
import { otherYearTables } from './other-year'
import { withoutComputed } from './stored-figures'
import { type TableGrid, tableGrid } from './table-grid'
import type { WordBlock, WordTable } from './word-document'

export interface ReadFigures extends FigureReport {
  figures: Record<string, Entry>
  /** Official table → the Word tables that hold it, pieces in order. */
  tables: Map<WordTable, string>
}

/** Every table of the report, those inside cells of others too, in reading order. */
export function allTables(blocks: WordBlock[]): WordTable[] {
  return blocks.flatMap((block) =>
    block.kind === 'table'
      ? [block, ...block.rows.flatMap(({ cells }) => cells.flatMap((cell) => allTables(cell.blocks)))]
      : [],
  )
}

/** A table larger than this is no table of a report. */
const MOST_CELLS = 5_000

/**
 * Reads the figures of the official tables. A figure is taken as certain only where its row and its column are named
 * beyond doubt; any other is doubtful, and a place nothing was found for stays blank.
 *
 * @param year the report's, where it is known: a table that names another is not this report's
 */
export function readFigures(blocks: WordBlock[], format: Format, year?: number): ReadFigures {
  const read = new Map<WordTable, string>()
  const located: LocatedFigure[] = []
  const rows = new Map<string, SeenRow[]>()
  const otherYears = year === undefined ? new Set() : otherYearTables(blocks, year)
  let last: { table: string; format: Format; headings: Headings | undefined } | undefined
  for (const [index, table] of allTables(blocks).entries()) {
    if (table.rows.reduce((sum, { cells }) => sum + cells.length, 0) > MOST_CELLS) continue
    const best = bestReading(table, format, String(index), last)
    if (!best) continue
    read.set(table, best.table)
    const isOther = otherYears.has(table)
    located.push(...best.located.figures.map((one) => (isOther ? { ...one, doubt: doubts.otherYear } : one)))
    const key = `${best.format.id} ${best.table}`
    rows.set(key, [...(rows.get(key) ?? []), ...best.located.rows])
    last = { table: best.table, format: best.format, headings: best.located.headings }
  }
  return { ...settle(doubtRows(located, rows), format), tables: read }
}

interface Reading {
  table: string
  format: Format
  located: LocatedTable
}

/** The table of a format that the labels name best; undefined: a table of the office's own. */
function bestReading(
  word: WordTable,
  wanted: Format,
  piece: string,
  last: { table: string; format: Format; headings: Headings | undefined } | undefined,
): Reading | undefined {
  const grid = tableGrid(word)
  const order = [wanted, ...formats.filter((one) => one !== wanted)]
  const readings = order.flatMap((format) =>
    labelledTables(format).map((known): Reading => {
      const above = last?.table === known.table.id && last.format === format ? last.headings : undefined
      const located = locateFigures(grid, known, piece, above, word.widths.join())
      return { table: known.table.id, format, located }
    }),
  )
  const found = readings.filter(({ located }) => isFound(located, grid))
  const [first, ...rest] = found
  return first && rest.reduce((best, one) => (score(one) > score(best) ? one : best), first)
}

function score({ located }: Reading): number {
  return located.recognised - located.foreign
}

/** Labels of rows and columns, and not a table that merely shares a word or two with the form. */
function isFound({ figures, recognised, foreign }: LocatedTable, grid: TableGrid): boolean {
  return figures.length > 0 && recognised >= Math.min(4, grid.rows.length) && recognised > foreign
}

function settle(located: LocatedFigure[], format: Format): FigureReport & { figures: Record<string, Entry> } {
  const settled = checkedSums(located)
  const byAddress = grouped(settled)
  const figures: Record<string, Entry> = {}
  const taken: string[] = []
  const doubtful: DoubtfulFigure[] = []
  const blank: string[] = []
  for (const [address, places] of byAddress) {
    const filled = places.filter(({ figure, text }) => readEntry(figure.info.holds, text).kind !== 'blank')
    if (filled.length === 0 && places.some(({ doubt }) => doubt === undefined)) blank.push(address)
    for (const place of filled) {
      const value = readPlace(filled.length > 1 ? { ...place, doubt: doubts.twice } : place, address, format)
      if (value.kind === 'taken') taken.push(address)
      else doubtful.push(value.doubtful)
      if (value.entry !== undefined) figures[value.address] = value.entry
    }
  }
  const found = new Set([...taken, ...doubtful.map(({ address }) => address)])
  return {
    figures: withoutComputed(figures, format),
    values: pickTaken(figures, taken),
    taken: cellsOf(format).flatMap(({ cell }) => (taken.includes(cell) ? [cell] : [])),
    doubtful,
    missing: cellsOf(format).flatMap(({ cell }) => (found.has(cell) ? [] : [cell])),
    blank: cellsOf(format).flatMap(({ cell }) => (blank.includes(cell) ? [cell] : [])),
  }
}

function grouped(located: LocatedFigure[]): Map<string, LocatedFigure[]> {
  const groups = new Map<string, LocatedFigure[]>()
  for (const one of located) {
    const group = groups.get(one.figure.info.cell) ?? []
    groups.set(one.figure.info.cell, [...group, one])
  }
  return groups
}

/**
 * A row whose sum does not hold may be published that way; or its figures have slipped by a column. Nobody but the clerk
 * can tell. A gap between label and figures is harmless where the sum holds.
 */
function checkedSums(located: LocatedFigure[]): LocatedFigure[] {
  const byCell = grouped(located)
  const changed = new Map<LocatedFigure, string | undefined>()
  for (const format of new Set(located.map(({ figure }) => formatOfFigure(figure.info)))) {
    for (const { rule, left, right } of equationsOf(format)) {
      if (rule.along !== 'rows' || !rule.computesLeft) continue
      const cells = [...left, ...right].flatMap((cell) => byCell.get(cell) ?? [])
      const numbers = (wanted: string[]) =>
        addUp(
          wanted.map((cell) => {
            const [one] = byCell.get(cell) ?? []
            const entry = one && readEntry(one.figure.info.holds, one.text)
            return one && entry?.kind === 'value' ? (entryNumber(one.figure.info.holds, entry.entry) ?? 0) : 0
          }),
        )
      const holds = numbers(left) === numbers(right)
      const hasBlank = cells.some(({ text }) => text.trim() === '')
      const total = cells.find(({ figure }) => left.includes(figure.info.cell))
      const isWhole = [...left, ...right].every((cell) => byCell.has(cell)) && total?.text.trim() !== ''
      const isSlip =
        !holds &&
        total &&
        (isWhole || (hasBlank && (total.text.trim() !== '' || totalsFilled(rule.left, total, located))))
      for (const cell of cells) {
        if (cell.doubt === doubts.gap && holds && total) changed.set(cell, undefined)
        if (!cell.doubt && isSlip) changed.set(cell, SLIPPED)
      }
    }
  }
  return located.map((one) => {
    if (!changed.has(one)) return one
    const { doubt: _before, ...rest } = one
    const doubt = changed.get(one)
    return doubt === undefined ? rest : { ...rest, doubt }
  })
}

/** Most rows of the table have their total: a row without one stands out. */
function totalsFilled(totals: string[], { figure }: LocatedFigure, located: LocatedFigure[]): boolean {
  const all = located.filter(
    (one) => one.figure.info.table === figure.info.table && totals.includes(one.figure.info.column.id),
  )
  return 2 * all.filter(({ text }) => text.trim() !== '').length > all.length
}

const SLIPPED = '这一行合计对不上，可能错了列'

function formatOfFigure(info: CellInfo): Format {
  const format = formats.find(({ tables }) => tables.includes(info.table))
  if (!format) throw new Error(`No format has ${info.cell}.`)
  return format
}

type Value =
  | { kind: 'taken'; address: string; entry: Entry }
  | { kind: 'doubtful'; address: string; entry?: Entry; doubtful: DoubtfulFigure }

function readPlace(place: LocatedFigure, address: string, format: Format): Value {
  const { figure, header, doubt } = place
  const text = place.text.replace(/\s+/gu, ' ').trim()
  const written = withUnit(text, header, figure.info)
  const doubtfully = (reason: string, at = address, entry?: Entry): Value => ({
    kind: 'doubtful',
    address: at,
    ...(entry !== undefined && { entry }),
    doubtful: {
      address: at,
      name: cellInfo(format, at)?.name ?? figure.info.name,
      text,
      reason,
      where: place.where,
      ...(entry !== undefined && { isEntered: true as const }),
      ...(written.doubt === undefined && offer(cellInfo(format, at), written.text)),
    },
  })
  const info = cellInfo(format, address)
  const read = readEntry(figure.info.holds, written.text)
  const entry = read.kind === 'value' ? read.entry : undefined
  if (!info || info.holds !== figure.info.holds) return foreign(place, format, entry, doubtfully)
  const successor = format.succeeds
  if (formatOfFigure(figure.info) !== format && successor) {
    const move = successor.moves.find(({ from }) => from === address)
    if (move?.note) return doubtfully(move.note.replace(/。$/u, ''), move.to)
  }
  if (doubt) return doubt === SLIPPED ? doubtfully(doubt, address, entry ?? text) : doubtfully(doubt)
  if (read.kind === 'refused') return doubtfully(read.reason, address, text)
  if (written.doubt) return doubtfully(written.doubt)
  return entry === undefined ? doubtfully('没有数') : { kind: 'taken', address, entry }
}

function pickTaken(figures: Record<string, Entry>, taken: string[]): Record<string, Entry> {
  const isTaken = new Set(taken)
  return Object.fromEntries(Object.entries(figures).filter(([cell]) => isTaken.has(cell)))
}

/** What a text would be in a cell of the format, where the clerk says that it belongs there. */
function offer(info: CellInfo | undefined, text: string): Pick<DoubtfulFigure, 'offered'> {
  const read = info && readEntry(info.holds, text)
  return read?.kind === 'value' ? { offered: read.entry } : {}
}

/** A figure the draft's format has no place for: only an undivided （六） has one, its last part (design.md section 3). */
function foreign(
  { figure: { info }, doubt }: LocatedFigure,
  format: Format,
  entry: Entry | undefined,
  doubtfully: (reason: string, at?: string, entry?: Entry) => Value,
): Value {
  const table = format.tables.find(({ id }) => id === info.table.id)
  const parts = table?.rows.filter(({ id }) => id.startsWith(`${info.row.id}.`)) ?? []
  const last = parts.at(-1)
  if (last) {
    const reason = `原表“${info.row.label}”没有分项，暂列在“${last.label}”`
    return doubtfully(
      doubt ?? reason,
      `${info.table.id}.${last.id}.${info.column.id}`,
      doubt ? undefined : entry,
    )
  }
  const move = format.succeeds?.moves.find(({ from }) => from === info.cell)
  if (move) return doubtfully(move.note?.replace(/。$/u, '') ?? '旧格式的数', move.to)
  const drop = format.succeeds?.drops.find(({ cells }) => cells.includes(info.cell))
  return doubtfully(drop?.reason.replace(/。$/u, '') ?? '本年度的格式没有这一格', info.cell)
}

/** Reads an amount with the unit of its heading where it has none of its own. */
function withUnit(text: string, header: string, { holds }: CellInfo): { text: string; doubt?: string } {
  const plain = header.normalize('NFKC').replace(/\s+/gu, '')
  const unit =
    /[(:](?:单位:?)?(万元|元|亿元|千元)\)?/u.exec(plain)?.[1] ?? /(万元|亿元|千元)/u.exec(plain)?.[1]
  if (holds === 'count' || holds === 'change') {
    const counted = /[(](?:单位:?)?(万|千|百|亿)/u.exec(plain)
    return counted ? { text, doubt: `表头的单位是${counted[1]}` } : { text }
  }
  if (/[元万亿]/u.test(text) || !/[1-9]/u.test(text)) return { text }
  if (unit === '万元' || unit === '元') return { text: `${text}${unit}` }
  if (holds === 'money' && unit === undefined) return { text }
  return { text, doubt: unit ? `表头的单位是${unit}` : '表头没有写单位' }
}
