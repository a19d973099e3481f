import type { Format } from '../../../shared/format/format'
import type { Report } from './reports'

/** Cells typed wrong, with what was typed; undefined: left blank. */
export type Slip = Record<string, number | undefined>

/** By name: every way the slip can happen to a number. An only digit that is dropped leaves a blank. */
export const slips: Record<string, (right: number) => (number | undefined)[]> = {
  '+1': (right) => [right + 1],
  '+9': (right) => [right + 9],
  'digits swapped': (right) =>
    eachDigit(right, (digits, at) => digits.toSpliced(at, 2, ...digits.slice(at, at + 2).reverse())),
  'digit dropped': (right) => eachDigit(right, (digits, at) => digits.toSpliced(at, 1)),
  'digit doubled': (right) => eachDigit(right, (digits, at) => digits.toSpliced(at, 0, digits[at] ?? '')),
}

function eachDigit(right: number, slip: (digits: string[], at: number) => string[]): (number | undefined)[] {
  const digits = [...String(right)]
  const typed = digits.map((_, at) => slip(digits, at).join(''))
  return [...new Set(typed.map((text) => (text === '' ? undefined : Number(text))))].filter(
    (number) => number !== right,
  )
}

/** The value of a cell typed into the next column left or right, over what belongs there; its own place left out. */
export function oneColumnOff(format: Format, report: Report): { name: string; slip: Slip }[] {
  return neighbours(format).flatMap(([cell, next]) => {
    const [value, other] = [report[cell] ?? 0, report[next] ?? 0]
    if (value === 0) return []
    const typedOver = [
      { name: 'typed over, 0 left', slip: { [cell]: 0, [next]: value } },
      { name: 'typed over, blank left', slip: { [cell]: undefined, [next]: value } },
      { name: 'added to', slip: { [cell]: 0, [next]: value + other } },
      { name: 'exchanged', slip: { [cell]: other, [next]: value } },
    ]
    return value === other ? [] : typedOver
  })
}

function neighbours(format: Format): [string, string][] {
  return format.tables
    .filter(({ id }) => id === 't3')
    .flatMap(({ rows, columns }) =>
      rows.flatMap((row) =>
        columns.flatMap((column, at) =>
          [columns[at - 1], columns[at + 1]].flatMap((next): [string, string][] =>
            next ? [[`t3.${row.id}.${column.id}`, `t3.${row.id}.${next.id}`]] : [],
          ),
        ),
      ),
    )
}
