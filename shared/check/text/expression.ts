import type { CellInfo } from '../../format/cells'

/** What a figure of the prose says of the tables, as arithmetic over cells and numbers the sentence itself names. */
export type Expression =
  | { kind: 'cell'; cell: string; previous?: true }
  | { kind: 'number'; value: number }
  | { kind: 'sum'; of: Expression[] }
  | { kind: 'difference'; of: Expression; less: Expression }
  /** Percent of the whole. */
  | { kind: 'share'; of: Expression; whole: Expression }

/** The number of a cell; amounts in 万元. undefined: blank, refused, or last year's table is not at hand. */
export type CellNumber = (cell: string, previous: boolean) => number | undefined

export function cellExpression(cell: string): Expression {
  return { kind: 'cell', cell }
}

export function numberExpression(value: number): Expression {
  return { kind: 'number', value }
}

/** undefined: nothing to add up. */
export function sumExpression(of: Expression[]): Expression | undefined {
  return of.length > 1 ? { kind: 'sum', of } : of[0]
}

/** The same of last year's tables. */
export function ofPrevious(expression: Expression): Expression {
  switch (expression.kind) {
    case 'cell':
      return { ...expression, previous: true }
    case 'number':
      return expression
    case 'sum':
      return { kind: 'sum', of: expression.of.map(ofPrevious) }
    case 'difference':
      return { kind: 'difference', of: ofPrevious(expression.of), less: ofPrevious(expression.less) }
    case 'share':
      return { kind: 'share', of: ofPrevious(expression.of), whole: ofPrevious(expression.whole) }
  }
}

/** Growth in percent of what it grew from. */
export function growthExpression(now: Expression, before: Expression): Expression {
  return { kind: 'share', of: { kind: 'difference', of: now, less: before }, whole: before }
}

/** undefined where a cell has no number, or the whole of a share is 0. A sum counts blank parts 0, as totals do. */
export function evaluate(expression: Expression, numberOf: CellNumber): number | undefined {
  switch (expression.kind) {
    case 'cell':
      return numberOf(expression.cell, expression.previous ?? false)
    case 'number':
      return expression.value
    case 'sum': {
      const parts = expression.of.flatMap((part) => evaluate(part, numberOf) ?? [])
      return parts.length === 0 ? undefined : exact(parts.reduce((total, part) => total + part, 0))
    }
    case 'difference': {
      const of = evaluate(expression.of, numberOf)
      const less = evaluate(expression.less, numberOf)
      return of === undefined || less === undefined ? undefined : exact(of - less)
    }
    case 'share': {
      const of = evaluate(expression.of, numberOf)
      const whole = evaluate(expression.whole, numberOf)
      return of === undefined || !whole ? undefined : (of / whole) * 100
    }
  }
}

/** Amounts have up to eight decimals, which floating-point arithmetic would blur. */
function exact(value: number): number {
  return Number.isInteger(value) ? value : Number(value.toFixed(8))
}

/** This year's cells an expression reads, each once. */
export function cellsIn(expression: Expression): string[] {
  switch (expression.kind) {
    case 'cell':
      return expression.previous ? [] : [expression.cell]
    case 'number':
      return []
    case 'sum':
      return [...new Set(expression.of.flatMap(cellsIn))]
    case 'difference':
      return [...new Set([expression.of, expression.less].flatMap(cellsIn))]
    case 'share':
      return [...new Set([expression.of, expression.whole].flatMap(cellsIn))]
  }
}

/** Whether it speaks of the tables alone, without a number of the sentence. */
export function isOfTables(expression: Expression): boolean {
  switch (expression.kind) {
    case 'cell':
      return true
    case 'number':
      return false
    case 'sum':
      return expression.of.every(isOfTables)
    case 'difference':
      return isOfTables(expression.of) && isOfTables(expression.less)
    case 'share':
      return isOfTables(expression.of) && isOfTables(expression.whole)
  }
}

/** As a formula over cell addresses: "t3.granted.total/t3.total.total*100", last year's with `previous.` before them. */
export function formulaOf(expression: Expression): string {
  switch (expression.kind) {
    case 'cell':
      return expression.previous ? `previous.${expression.cell}` : expression.cell
    case 'number':
      return String(expression.value)
    case 'sum':
      return expression.of.map(bracketed).join('+')
    case 'difference':
      return `${bracketed(expression.of)}-${bracketed(expression.less)}`
    case 'share':
      return `${bracketed(expression.of)}/${bracketed(expression.whole)}*100`
  }
}

function bracketed(expression: Expression): string {
  const formula = formulaOf(expression)
  return expression.kind === 'cell' || expression.kind === 'number' ? formula : `(${formula})`
}

/** As the clerk reads it: "表三（一）予以公开·总计加表三（二）部分公开·总计". */
export function wordsOf(expression: Expression, info: (cell: string) => CellInfo | undefined): string {
  const name = (one: Expression): string => wordsOf(one, info)
  switch (expression.kind) {
    case 'cell':
      return `${expression.previous ? '上年' : ''}${info(expression.cell)?.name ?? expression.cell}`
    case 'number':
      return `文中的${expression.value}`
    case 'sum':
      return groupName(expression.of, info) ?? expression.of.map(name).join('加')
    case 'difference':
      return `${name(expression.of)}减${name(expression.less)}`
    case 'share': {
      const { of, whole } = expression
      if (of.kind === 'difference') return `${name(of.of)}比${name(of.less)}的增幅`
      return `${name(of)}占${name(whole)}的比例`
    }
  }
}

/** All the rows of one group of table three in one column have one name: 表三（三）各项·总计. */
function groupName(of: Expression[], info: (cell: string) => CellInfo | undefined): string | undefined {
  const infos = of.map((one) => (one.kind === 'cell' ? info(one.cell) : undefined))
  const [first] = infos
  if (!first || of.length < 3) return undefined
  const group = /^（[一二三四五六七]）/.exec(first.row.name)?.[0]
  const same = infos.every(
    (one) =>
      one?.table === first.table && one.column === first.column && group && one.row.name.startsWith(group),
  )
  if (!same) return undefined
  const year = of.every((one) => one.kind === 'cell' && one.previous) ? '上年' : ''
  return `${year}${first.table.name}${group}各项合计·${first.column.name}`
}
