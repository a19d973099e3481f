import { type LabelledFigure, type LabelledTable, labelsOf } from './format-labels'
import { type KnownLabel, matchLabel } from './label-match'
import type { PlacedCell, PlacedRow, TableGrid } from './table-grid'
import { type PieceOf, tablePiece } from './table-piece'

/** A figure of a format found in a Word table. */
export interface LocatedFigure {
  /** The table it is of. */
  known: LabelledTable
  figure: LabelledFigure
  text: string
  /** The heading above it as the report has it: it may name a unit. */
  header: string
  /** Row of its piece, and its piece among all. */
  row: string
  /** Its row as it stands in the report, and its cell in it. */
  where: PieceOf
  /** Why it may belong somewhere else; absent: its row and column are named beyond doubt. */
  doubt?: string
}

/** Headings that stand above what follows, also in the next piece of a table that was split. */
export interface Headings {
  cells: PlacedCell[]
  columns: number
  /** Twips of the columns: a piece of the same table has the same. */
  widths: string
}

/** A row of figures, or one where figures belong, in reading order. */
export interface SeenRow {
  /** As a located figure names it. */
  row: string
  /** Which row of the form its label names; undefined: it has no label of a row. */
  is: number | undefined
  /** It has a label the form does not know. */
  isForeign: boolean
  isFilled: boolean
}

export interface LocatedTable {
  figures: LocatedFigure[]
  rows: SeenRow[]
  headings: Headings | undefined
  /** How many cells were recognised as labels, whole ones counting twice. */
  recognised: number
  /** Cells with text that is neither a label nor a figure. */
  foreign: number
}

export const doubts = {
  width: '这一行的格数与表头不一致，可能错了列',
  group: '行名与所在分组不符',
  twice: '同一项出现了不止一次',
  order: '行的先后顺序与格式不符',
  columnOrder: '列的先后顺序与格式不符',
  merged: '这一格跨了几行或几列，分不清是哪一格的数',
  header: '表头看不清，按位置猜测',
  stray: '这一行多出了数字，可能错了列',
  noHeader: '这一段表格没有表头，列宽与前一段不同',
  gap: '行名与数字之间多出空格子，可能错了列',
  shifted: '行名与数字像是错了一行',
  position: '这一行的位置上应是另一项',
  otherYear: '这张表写的是别的年度',
} as const

/** Finds the figures of one table of a format in a Word table by what its labels say. */
export function locateFigures(
  grid: TableGrid,
  known: LabelledTable,
  piece: string,
  above: Headings | undefined,
  widths: string,
): LocatedTable {
  const axes = axesOf(known)
  const kinds = grid.rows.map((row, index) => rowKind(row, index, axes))
  const figures: LocatedFigure[] = []
  const seen: SeenRow[] = []
  let headings = above
  let isInherited = above !== undefined
  kinds.forEach((kind, index) => {
    const row = grid.rows[index]
    if (!row) return
    if (kind.kind === 'heading') {
      const begins = kinds[index - 1]?.kind !== 'heading'
      const cells = row.cells.filter((cell) => cell.top === index && row.isWhole)
      headings = {
        cells: begins || !headings ? cells : [...headings.cells, ...cells],
        columns: grid.columns,
        widths,
      }
      isInherited = false
    }
    if (kind.kind !== 'heading' && headings)
      seen.push(...seenRow(row, index, kind, axes, `${piece}.${index}`))
    if (kind.kind !== 'figures' || !headings || headings.columns !== grid.columns) return
    const doubt = isInherited && headings.widths !== widths ? doubts.noHeader : undefined
    figures.push(...locateRow(row, index, kind, headings, axes, `${piece}.${index}`, doubt))
  })
  const texts = grid.rows.flatMap(({ cells }, index) =>
    cells.filter(({ top, text }) => top === index && text.trim() !== '' && !isFigureText(text)),
  )
  const matches = texts.map(
    ({ text }) =>
      matchLabel(text, axes.stubs) ?? matchLabel(text, axes.headers) ?? matchLabel(text, known.labels),
  )
  return {
    figures,
    rows: seen,
    headings,
    recognised: matches.reduce((sum, match) => sum + (match ? (match.exact ? 2 : 1) : 0), 0),
    foreign: matches.filter((match) => match === undefined).length,
  }
}

/** One row where a figure or the label of one stands; none for any other. */
function seenRow(
  row: PlacedRow,
  index: number,
  kind: RowKind,
  { known, stubs }: Axes,
  name: string,
): SeenRow[] {
  const own = row.cells.filter(({ top, text }) => top === index && text.trim() !== '')
  const isFilled = own.some(({ text }) => isFigureText(text))
  const is = kind.kind === 'figures' && kind.is !== undefined ? formRow(known, kind.is) : undefined
  if (!isFilled && is === undefined) return []
  const isForeign = own.some(({ text }) => !isFigureText(text) && matchLabel(text, stubs) === undefined)
  return [{ row: name, is, isForeign, isFilled }]
}

function formRow({ figures }: LabelledTable, label: string): number | undefined {
  return figures.find(({ stubs }) => stubs.at(-1) === label)?.row
}

interface Axes {
  known: LabelledTable
  /** Labels directly beside figures. */
  leafStubs: KnownLabel[]
  headers: KnownLabel[]
  stubs: KnownLabel[]
  /** Headings directly above the figures of a row, by its label. */
  leafHeaders: Map<string | undefined, KnownLabel[]>
}

function headersOf(
  is: string | undefined,
  candidates: LabelledFigure[],
  { leafHeaders }: Axes,
): KnownLabel[] {
  const leaves = leafHeaders.get(is) ?? labelsOf(candidates.flatMap(({ headers }) => headers.slice(-1)))
  leafHeaders.set(is, leaves)
  return leaves
}

const axesCache = new WeakMap<LabelledTable, Axes>()

function axesOf(known: LabelledTable): Axes {
  const cached = axesCache.get(known)
  if (cached) return cached
  const last = (texts: string[]) => texts.slice(-1)
  const leaves = known.figures.flatMap(({ stubs }) => last(stubs))
  const axes: Axes = {
    known,
    leafHeaders: new Map(),
    stubs: labelsOf(known.figures.flatMap(({ stubs }) => stubs)),
    leafStubs: labelsOf(leaves),
    headers: labelsOf(known.figures.flatMap(({ headers }) => headers)),
  }
  axesCache.set(known, axes)
  return axes
}

type RowKind =
  | { kind: 'heading' }
  | { kind: 'figures'; stub: PlacedCell | undefined; is: string | undefined }
  | { kind: 'other' }

function rowKind({ cells }: PlacedRow, index: number, axes: Axes): RowKind {
  const own = cells.filter(({ top, text }) => top === index && text.trim() !== '')
  const hasFigures = own.some(({ text }) => isFigureText(text))
  if (axes.leafStubs.length === 0 && hasFigures && !isHeading(own, axes))
    return { kind: 'figures', stub: undefined, is: undefined }
  for (const stub of own.toReversed()) {
    const match = matchLabel(stub.text, axes.stubs)
    const isLeaf = match && axes.leafStubs.some(({ is }) => is === match.is)
    if (match && isLeaf && (hasFigures || !isHeading(own, axes)))
      return { kind: 'figures', stub, is: match.is }
  }
  return !hasFigures && isHeading(own, axes) ? { kind: 'heading' } : { kind: 'other' }
}

function isHeading(own: PlacedCell[], axes: Axes): boolean {
  return own.some(({ text }) => matchLabel(text, axes.headers) !== undefined)
}

/** Text that stands for a number or for none, whatever a cell makes of it. */
export function isFigureText(text: string): boolean {
  const plain = text.normalize('NFKC').replace(/\s+/gu, '')
  return /^[-+−—–/约增加减少无]*[\d.,〇零一二三四五六七八九十百千两]*(?:万元|元|亿元|[件个项条起万])?$/u.test(
    plain,
  )
}

interface Column {
  header: PlacedCell
  figure: LabelledFigure
}

function locateRow(
  row: PlacedRow,
  index: number,
  kind: RowKind & { kind: 'figures' },
  headings: Headings,
  axes: Axes,
  name: string,
  inherited: string | undefined,
): LocatedFigure[] {
  const candidates = axes.known.figures.filter(({ stubs }) => stubs.at(-1) === kind.is)
  const columns = columnsOf(headings, kind.is, candidates, axes)
  const from = kind.stub?.right ?? 0
  const cells = row.cells.filter(({ top, left }) => top === index && left >= from)
  const doubt =
    inherited ?? (row.isWhole ? undefined : doubts.width) ?? rowDoubt(row, kind, candidates, columns, axes)
  const found = columns.map((column) => locate(column, cells, row, index, name))
  const piece = tablePiece(headings.cells, row, headings.columns)
  const taken = new Set(found.flatMap(({ at }) => at))
  const left = cells.filter((cell) => !taken.has(cell) && cell.text.trim() !== '')
  const open = candidates.filter((one) => !columns.some(({ figure }) => figure === one))
  const rest = doubt ?? (left.length > open.length ? doubts.stray : undefined)
  const guessed =
    left.length === open.length
      ? left.flatMap((cell, at): LocatedFigure[] => {
          const figure = open[at]
          const where = { piece, left: cell.left }
          return figure
            ? [
                {
                  known: axes.known,
                  figure,
                  text: cell.text,
                  header: '',
                  row: name,
                  where,
                  doubt: doubts.header,
                },
              ]
            : []
        })
      : []
  return [
    ...found.map(({ figure, left }): LocatedFigure => {
      const placed = { ...figure, known: axes.known, where: { piece, left } }
      return rest && !figure.doubt ? { ...placed, doubt: rest } : placed
    }),
    ...guessed,
  ]
}

function rowDoubt(
  row: PlacedRow,
  { stub }: RowKind & { kind: 'figures' },
  candidates: LabelledFigure[],
  columns: Column[],
  axes: Axes,
): string | undefined {
  const stubs = candidates[0]?.stubs ?? []
  for (const cell of row.cells) {
    if (!stub || cell === stub || cell.right > stub.left) continue
    const group = matchLabel(cell.text, axes.stubs)
    if (group?.exact && !stubs.includes(group.is)) return doubts.group
  }
  const first = Math.min(...columns.map(({ header }) => header.left))
  if (stub && columns.length > 0) {
    if (stub.right > first) return doubts.merged
    const between = row.cells.filter(({ left, right }) => left >= stub.right && right <= first)
    if (between.some(({ text }) => text.trim() !== '')) return doubts.stray
    if (between.length > 0) return doubts.gap
  }
  const order = columns.map(({ figure }) => figure.column)
  return order.some((column, at) => at > 0 && column <= (order[at - 1] ?? 0)) ? doubts.columnOrder : undefined
}

/** Which figures of the row stand below which headings; a heading that may be two, or two for one, is none. */
function columnsOf(
  headings: Headings,
  is: string | undefined,
  candidates: LabelledFigure[],
  axes: Axes,
): Column[] {
  const known = columnsCache.get(headings) ?? new Map<string | undefined, Column[]>()
  columnsCache.set(headings, known)
  const columns = known.get(is) ?? findColumns(headings.cells, is, candidates, axes)
  known.set(is, columns)
  return columns
}

const columnsCache = new WeakMap<Headings, Map<string | undefined, Column[]>>()

function findColumns(
  cells: PlacedCell[],
  is: string | undefined,
  candidates: LabelledFigure[],
  axes: Axes,
): Column[] {
  const filled = cells.filter(({ text }) => text.trim() !== '')
  const lowest = filled.filter(
    (cell) => !filled.some((one) => one.top > cell.top && one.left < cell.right && one.right > cell.left),
  )
  const leaves = headersOf(is, candidates, axes)
  const columns = lowest.flatMap((header): Column[] => {
    const match = matchLabel(header.text, leaves)
    const better = matchLabel(header.text, axes.headers)
    if (!match || (better && better.is !== match.is && better.exact)) return []
    const groups = filled
      .filter((one) => one.top < header.top && one.left <= header.left && one.right >= header.right)
      .flatMap(({ text }) => matchLabel(text, axes.headers)?.is ?? [])
    const fitting = candidates.filter(({ headers }) => headers.at(-1) === match.is)
    const grouped =
      fitting.length > 1
        ? fitting.filter(({ headers }) => groups.includes(headers.at(-2) ?? ''))
        : fitting.filter(({ headers }) => groups.every((group) => headers.includes(group) || match.exact))
    const [figure] = grouped
    return figure && grouped.length === 1 ? [{ header, figure }] : []
  })
  return columns
    .filter(({ figure }) => columns.filter((one) => one.figure === figure).length === 1)
    .sort((one, other) => one.header.left - other.header.left)
}

function locate(
  { header, figure }: Column,
  cells: PlacedCell[],
  row: PlacedRow,
  index: number,
  name: string,
): { figure: Omit<LocatedFigure, 'where' | 'known'>; at: PlacedCell[]; left: number } {
  const touching = row.cells.filter(({ left, right }) => left < header.right && right > header.left)
  const inside = touching.filter(
    (cell) =>
      cell.left >= header.left && cell.right <= header.right && cell.top === index && cells.includes(cell),
  )
  const filled = inside.filter(({ text }) => text.trim() !== '')
  const isClear =
    inside.length === touching.length &&
    filled.length <= 1 &&
    inside.every(({ bottom }) => bottom === index + 1)
  const text = (filled.length > 0 ? filled : touching).map((cell) => cell.text).join(' ')
  const located = { figure, text, header: header.text, row: name }
  const left = (filled[0] ?? touching[0] ?? header).left
  return { figure: isClear ? located : { ...located, doubt: doubts.merged }, at: touching, left }
}
