import type { CellInfo } from '../../format/cells'
import { type Expression, wordsOf } from './expression'
import type { Verdict } from './judge'
import type { TextFigure } from './text-figure'

/** Everything the checks of text against tables say: the figure, what it was tied to, what stands there. */

export function disagrees(figure: TextFigure, info: (cell: string) => CellInfo | undefined): string {
  return `文中“${figure.quote}”：${wholes(figure, info)}。`
}

export function uncertain(figure: TextFigure, info: (cell: string) => CellInfo | undefined): string {
  return `文中“${figure.quote}”：可能对应${wholes(figure, info)}。请核对。`
}

export function listTooShort(figure: TextFigure, expected: string): string {
  return `文中“${figure.quote}”：所列各项合计 ${expected}。`
}

export function listDoubtful(figure: TextFigure, expected: string): string {
  return `文中“${figure.quote}”：所列各项与总数 ${expected} 对不上。请核对。`
}

export const stateNames: Record<Verdict, string> = {
  contradicts: '不符',
  ask: '请核对',
  agrees: '相符',
  unlinked: '未对应',
}

/** What a figure was tied to: of one that agrees the reading that matched, otherwise what stands in the tables. */
export function noteOf(figure: TextFigure, info: (cell: string) => CellInfo | undefined): string {
  if (figure.verdict === 'agrees') return figure.expression ? wordsOf(figure.expression, info) : ''
  if (!figure.expected) return ''
  if (figure.rule === 'P-8')
    return `所列各项合计 ${figure.expected.map(({ value }) => shown(value, figure.unit)).join()}`
  return wholes(figure, info)
}

function wholes({ expected = [], unit }: TextFigure, info: (cell: string) => CellInfo | undefined): string {
  return expected
    .slice(0, 3)
    .map(({ expression, value }) => `${named(expression, info)} ${shown(value, unit)}`)
    .join('，或者')
}

function named(expression: Expression, info: (cell: string) => CellInfo | undefined): string {
  return `${wordsOf(expression, info)}为`
}

/** A value of the tables in the unit the figure is written in: 万元 in the tables, percent rounded to one decimal. */
export function shown(value: number, unit: string): string {
  const rounded = Number(value.toFixed(unit === '%' || unit === '成' || unit.endsWith('百分点') ? 1 : 8))
  if (unit === '%') return `${rounded}%`
  if (unit === '元') return `${Number((value * 10_000).toFixed(2))}元`
  if (unit === '亿元') return `${rounded}万元`
  return `${unit === '成' ? `${rounded}%` : rounded}${unit === '成' ? '' : unit}`
}
