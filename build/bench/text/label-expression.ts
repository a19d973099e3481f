import type { Entry } from '../../../shared/draft/draft'
import { computeFigures, isTotal } from '../../../shared/draft/figures'
import { cellsOf } from '../../../shared/format/cells'
import type { Format } from '../../../shared/format/format'

/** The number of every cell; amounts of money in 万元. */
export type CellNumbers = ReadonlyMap<string, number>

/** Fills in what a labelled report leaves out: 0 for the cells it does not list, the totals from their parts. */
export function cellNumbers(format: Format, figures: Record<string, Entry>): CellNumbers {
  const zeros = cellsOf(format)
    .filter(({ cell }) => !isTotal(format, cell))
    .map(({ cell }): [string, Entry] => [cell, 0])
  const values = computeFigures(format, { ...Object.fromEntries(zeros), ...figures })
  return new Map(
    [...values].map(([cell, value]) => [cell, amountOf(cell, 'text' in value ? value.text : '')]),
  )
}

function amountOf(cell: string, text: string): number {
  const [, digits, unit] = /^([+-]?\d+(?:\.\d+)?)(元|万元)?$/.exec(text) ?? []
  if (digits === undefined) throw new Error(`${cell} holds no number: ${text}`)
  return unit === '元' ? Number(digits) / 10_000 : Number(digits)
}

const TOKEN = /\s*([-+*/()]|\d+(?:\.\d+)?|(?:previous\.)?t\d(?:\.(?:[A-Za-z0-9]+|\*))+)/y

/**
 * The value of an expression such as "(t3.received.total-previous.t3.received.total)/previous.t3.received.total*100":
 * cell addresses, numbers the sentence itself names, + - * / and brackets. `previous.` reads last year's table, `*` in
 * place of one part of an address adds up every cell that fits (t3.refused.*.total is the whole group).
 * Throws on anything else, an unknown cell, or last year's figures where there are none.
 */
export function evaluate(expression: string, current: CellNumbers, previous?: CellNumbers): number {
  const tokens = tokensOf(expression)
  const take = (...wanted: string[]) => {
    const [next] = tokens
    return next !== undefined && wanted.includes(next) ? tokens.shift() : undefined
  }
  const sum = (): number => {
    let value = product()
    for (let sign = take('+', '-'); sign; sign = take('+', '-'))
      value += sign === '+' ? product() : -product()
    return value
  }
  const product = (): number => {
    let value = factor()
    for (let sign = take('*', '/'); sign; sign = take('*', '/'))
      value *= sign === '*' ? factor() : 1 / factor()
    return value
  }
  const factor = (): number => {
    const token = tokens.shift() ?? ''
    if (/^\d/.test(token)) return Number(token)
    if (/^[pt]/.test(token)) return cellValue(token, current, previous)
    if (token !== '(') throw new Error(`${expression}: unexpected "${token}"`)
    const value = sum()
    if (!take(')')) throw new Error(`${expression}: bracket not closed`)
    return value
  }
  const value = sum()
  if (tokens.length > 0) throw new Error(`${expression}: unexpected "${tokens.join(' ')}"`)
  return Number(value.toFixed(8))
}

function tokensOf(expression: string): string[] {
  const tokens = [...expression.matchAll(new RegExp(TOKEN, 'gy'))]
  if (tokens.reduce((length, [token]) => length + token.length, 0) !== expression.length)
    throw new Error(`${expression}: not an expression`)
  return tokens.flatMap(([, token]) => token ?? [])
}

function cellValue(address: string, current: CellNumbers, previous?: CellNumbers): number {
  const cell = address.replace(/^previous\./, '')
  const numbers = cell === address ? current : previous
  if (!numbers) throw new Error(`${address}: there are no figures of last year`)
  const pattern = new RegExp(`^${cell.replaceAll('.', '\\.').replaceAll('*', '[^.]+')}$`)
  const found = [...numbers].filter(([known]) => pattern.test(known))
  if (found.length === 0) throw new Error(`${address}: no such cell`)
  return found.reduce((total, [, number]) => total + number, 0)
}
