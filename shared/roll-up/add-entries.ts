import type { Entry } from '../draft/draft'
import { entryText, readEntry, readStored } from '../draft/read-entry'
import type { CellKind } from '../format/format'

/**
 * What units entered in one cell, added up: counts and changes as a number, amounts in 万元 to the last decimal, money
 * with its unit. Throws for an entry the cell does not accept: its unit must have been asked first (isAddable).
 */
export function addEntries(holds: CellKind, entries: Entry[]): Entry {
  if (holds === 'count' || holds === 'change')
    return entries.reduce<number>((sum, entry) => sum + Number(accepted(holds, entry)), 0)
  const sum = entries.reduce((total, entry) => total + scaled(String(accepted('amount', entry))), 0n)
  const text = unscaled(sum)
  return holds === 'money' ? `${text}万元` : text
}

/** Whether the cell accepts the entry, and it can so be added. */
export function isAddable(holds: CellKind, entry: Entry): boolean {
  return readStored(holds, entry).kind === 'value'
}

/** The same figure, however it is written: 12.50 and 12.5. */
export function isSameEntry(holds: CellKind, one: Entry, other: Entry): boolean {
  if (!isAddable(holds, one) || !isAddable(holds, other)) return one === other
  return addEntries(holds, [one]) === addEntries(holds, [other])
}

function accepted(holds: CellKind, entry: Entry): Entry {
  const read = readEntry(holds, entryText(holds, entry))
  if (read.kind !== 'value') throw new Error(`No figure to add: ${entry}`)
  return read.entry
}

/** Decimals an amount may have. */
const DECIMALS = 8

/** As a whole number of 1e-8: a floating-point sum would blur the last decimals. */
function scaled(text: string): bigint {
  const [whole = '0', decimals = ''] = text.replaceAll(',', '').split('.')
  return BigInt(whole + decimals.padEnd(DECIMALS, '0'))
}

function unscaled(sum: bigint): string {
  const digits = String(sum).padStart(DECIMALS + 1, '0')
  const decimals = digits.slice(-DECIMALS).replace(/0+$/u, '')
  const whole = digits.slice(0, -DECIMALS)
  return decimals === '' ? whole : `${whole}.${decimals}`
}
