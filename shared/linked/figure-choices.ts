import { equationsOf } from '../check/equations'
import { cellsIn } from '../check/text/expression'
import type { CellTerm, FigureExpression, FigureTerm, NumberStyle } from '../draft/draft'
import { cellAddress, cellsOf } from '../format/cells'
import type { Format, Table } from '../format/format'
import { type Counted, evaluateFigure } from './evaluate'
import { figureName } from './figure-name'
import type { TableValues } from './table-values'
import { SHARE_DECIMALS, writeNumber } from './write-number'

/** A figure the clerk can put into the text. */
export interface FigureChoice {
  /** What it counts: 表三（一）予以公开·总计. */
  name: string
  value: FigureExpression
}

/** Everything the tables say and what follows from it: cells, sums of rows, shares, changes on last year. */
export function figureChoices(format: Format, values: TableValues): FigureChoice[] {
  const cells = cellsOf(format).map(({ cell }): CellTerm => ({ kind: 'cell', cell }))
  const sums = format.tables.flatMap((table) => rowSums(format, table))
  const amounts: FigureTerm[] = [...cells, ...sums]
  const expressions: FigureExpression[] = [
    ...amounts,
    ...shares(format),
    ...(values.lastValue ? amounts.flatMap(changes) : []),
  ]
  return expressions.map((value) => ({ name: figureName(value, values.info), value }))
}

/** Rows the text adds up: 新收加结转, 公开加部分公开, both kinds of lawsuits, and the rows of each group （三）…（六）. */
const usualSums: Record<string, string[][]> = {
  t3: [
    ['received', 'broughtForward'],
    ['granted', 'partial'],
  ],
  t4: [['direct', 'afterReview']],
}

function rowSums(format: Format, table: Table): FigureTerm[] {
  const known = new Set(cellsOf(format).map(({ cell }) => cell))
  const groups = new Map<string, string[]>()
  for (const { id } of table.rows) {
    const [group = id, part] = id.split('.')
    if (part !== undefined) groups.set(group, [...(groups.get(group) ?? []), id])
  }
  return [...(usualSums[table.id] ?? []), ...groups.values()].flatMap((rows) =>
    table.columns.flatMap(({ id }): FigureTerm[] => {
      const of = rows.map((row): CellTerm => ({ kind: 'cell', cell: cellAddress(table.id, row, id) }))
      return of.length > 1 && of.every(({ cell }) => known.has(cell)) ? [{ kind: 'sum', of }] : []
    }),
  )
}

/** Each part of a total in percent of it, as the rules of the format add it up. */
function shares(format: Format): FigureExpression[] {
  return equationsOf(format).flatMap(({ rule, left, right }): FigureExpression[] => {
    const [total] = left
    if (!rule.computesLeft || total === undefined || left.length > 1) return []
    const whole: CellTerm = { kind: 'cell', cell: total }
    return right.map((cell) => ({ kind: 'share', of: { kind: 'cell', cell }, whole }))
  })
}

function changes(now: FigureTerm): FigureExpression[] {
  const before = ofLastYear(now)
  const difference = { kind: 'difference' as const, of: now, less: before }
  return [difference, { kind: 'share', of: difference, whole: before }]
}

function ofLastYear(term: FigureTerm): FigureTerm {
  if (term.kind === 'cell') return { ...term, previous: true }
  return { kind: 'sum', of: term.of.map((cell) => ({ ...cell, previous: true as const })) }
}

/** The choices whose name has all these words, in the order of the tables. */
export function findChoices(choices: FigureChoice[], words: string): FigureChoice[] {
  const parts = words
    .trim()
    .split(/\s+/u)
    .filter((part) => part !== '')
  return choices.filter(({ name }) => parts.every((part) => name.includes(part)))
}

/** A way to write a figure, and what it is called. */
export interface StyleChoice {
  name: string
  style: NumberStyle
}

/** The usual ways to write what an expression counts. */
export function styleChoices(value: FigureExpression, values: TableValues): StyleChoice[] {
  const evaluated = evaluateFigure(value, values)
  const of = evaluated.ok ? evaluated.value.of : countedBy(value, values)
  const direction = directionOf(value)
  const styles = of === 'share' ? shareStyles : of === 'amount' ? amountStyles : countStyles
  return [...(direction ? styles.slice(0, 1).map((style) => ({ ...style, direction })) : []), ...styles].map(
    (style) => ({ style, name: writeNumber(evaluated.ok ? evaluated.value : samples[of], style) }),
  )
}

/** Where there is no number yet: what one would look like. */
const samples: Record<Counted['of'], Counted> = {
  count: { of: 'count', number: { over: 1020n, under: 1n }, decimals: 0 },
  amount: { of: 'amount', number: { over: 125n, under: 10n }, decimals: 1 },
  share: { of: 'share', number: { over: 125n, under: 10n }, decimals: undefined },
}

function countedBy(value: FigureExpression, { info }: TableValues): Counted['of'] {
  if (value.kind === 'share') return 'share'
  const [cell] = cellsIn(value)
  const holds = cell === undefined ? undefined : info(cell)?.holds
  return holds === 'amount' || holds === 'money' ? 'amount' : 'count'
}

/** Whether two styles write the same. */
export function sameStyle(one: NumberStyle, other: NumberStyle): boolean {
  const parts = (style: NumberStyle) => JSON.stringify(Object.entries(style).sort())
  return parts(one) === parts(other)
}

/** A change may rise this year and fall the next: its word has to follow. */
function directionOf(value: FigureExpression): NumberStyle['direction'] {
  if (value.kind === 'difference') return 'increase'
  return value.kind === 'share' && value.of.kind === 'difference' ? 'growth' : undefined
}

const countStyles: NumberStyle[] = [
  { digits: 'plain' },
  { digits: 'grouped' },
  { digits: 'fullWidth' },
  { digits: 'chinese' },
  { digits: 'plain', unit: '万', decimals: 2 },
]

const amountStyles: NumberStyle[] = [
  { digits: 'plain', unit: '万元' },
  { digits: 'grouped', unit: '元' },
  { digits: 'plain', unit: '亿元', decimals: 2 },
  { digits: 'chinese', unit: '万元' },
]

const shareStyles: NumberStyle[] = [
  { digits: 'plain', unit: '%', decimals: SHARE_DECIMALS },
  { digits: 'plain', unit: '%', decimals: 0 },
  { digits: 'plain', unit: '%', decimals: 2 },
  { digits: 'chinese', unit: '百分之', decimals: SHARE_DECIMALS },
  { digits: 'fullWidth', unit: '%', decimals: SHARE_DECIMALS },
]
