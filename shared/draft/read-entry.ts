import type { CellKind } from '../format/format'
import type { Entry } from './draft'

/** What typed, pasted or imported text means in a cell. */
export type ReadEntry =
  | { kind: 'blank' }
  | { kind: 'value'; entry: Entry }
  /** Why no cell of this kind accepts the text: one line of Chinese without its full stop. */
  | { kind: 'refused'; reason: string }

/**
 * Twelve digits: no count of any government is larger, and every sum of a table stays exact in a JavaScript number.
 */
export const LARGEST_COUNT = 999_999_999_999

/** An amount of at most 15 significant digits survives the way through a JavaScript number unchanged. */
const MOST_DIGITS = 15
const MOST_DECIMALS = 8

const BLANK = /^(?:-|--|\/|—|——|–|−|无)?$/
const DIGITS = String.raw`(\d{1,3}(?:,\d{3})+|\d+)`
const COUNT = new RegExp(String.raw`^${DIGITS}\s*[件个项条起]?$`)
const CHANGE = new RegExp(String.raw`^(?:([+\-−])|(?:本年)?(增加|减少))?\s*${DIGITS}\s*[件个项条起]?$`)
const AMOUNT = new RegExp(String.raw`^${DIGITS}(\.\d+)?\s*(万元|元)?$`)

/**
 * Reads the text of a cell as design.md section 3 says: digits of either width, thousands separators, a trailing
 * counter, a sign or 增加/减少 for a change, 元 or 万元 for an amount. A count and a change become a number; an amount
 * of fixed unit becomes text in 万元; money keeps its unit. Never throws.
 */
export function readEntry(holds: CellKind, text: string): ReadEntry {
  const plain = halfWidth(text).trim()
  if (BLANK.test(plain)) return { kind: 'blank' }
  const fault = commonFault(plain)
  if (fault) return refuse(fault)
  switch (holds) {
    case 'count':
      return readCount(plain)
    case 'change':
      return readChange(plain)
    case 'amount':
      return readAmount(plain)
    case 'money':
      return readMoney(plain)
  }
}

/** The entry as printed in the report: a change with its sign, an amount as it was written. */
export function entryText(holds: CellKind, entry: Entry): string {
  if (holds === 'change' && typeof entry === 'number' && entry > 0) return `+${entry}`
  return String(entry)
}

/** The entry as a number; undefined for text the cell does not accept, for a blank, and for money. */
export function entryNumber(holds: CellKind, entry: Entry): number | undefined {
  const read = readStored(holds, entry)
  return read.kind === 'value' && holds !== 'money' ? Number(read.entry) : undefined
}

/** Reads what a draft holds, which may come from another program: a number is held to the same rules as its text. */
export function readStored(holds: CellKind, entry: Entry): ReadEntry {
  return readEntry(holds, String(entry))
}

function readCount(plain: string): ReadEntry {
  const digits = COUNT.exec(plain)?.[1]
  if (digits) return readInteger(digits, 1)
  if (/^[-−]/.test(plain)) return refuse('不能是负数')
  if (/^\+/.test(plain)) return refuse('不用写加号')
  if (/^[\d,]*\.\d*/.test(plain)) return refuse('要填整数')
  return refuse(numberFault(plain))
}

function readChange(plain: string): ReadEntry {
  const match = CHANGE.exec(plain)
  if (match) {
    const [, sign, word, digits = ''] = match
    const less = sign === '-' || sign === '−' || word === '减少'
    return readInteger(digits, less ? -1 : 1)
  }
  if (/^[+\-−]?[\d,]*\.\d*/.test(plain)) return refuse('要填整数')
  return refuse(numberFault(plain.replace(/^[+\-−]/, '')))
}

function readInteger(digits: string, sign: 1 | -1): ReadEntry {
  const fault = groupingFault(digits)
  if (fault) return refuse(fault)
  const size = Number(digits.replaceAll(',', ''))
  if (size > LARGEST_COUNT) return refuse('数字太大')
  return { kind: 'value', entry: size === 0 ? 0 : sign * size }
}

/** Fixed unit 万元: what was written in 元 is shifted four places as text, never through a floating-point number. */
function readAmount(plain: string): ReadEntry {
  const amount = splitAmount(plain)
  if (amount.kind === 'refused') return amount
  const { whole, decimals, unit } = amount
  const text = unit === '元' ? shiftToWan(whole, decimals) : joinDecimal(whole, decimals)
  const fault = sizeFault(text)
  return fault ? refuse(fault) : { kind: 'value', entry: text }
}

/** No fixed unit: the number is kept as written with its own; only nothing at all needs none. */
function readMoney(plain: string): ReadEntry {
  const amount = splitAmount(plain)
  if (amount.kind === 'refused') return amount
  if (amount.unit === '' && /[1-9]/.test(plain)) return refuse('要写明单位，如 12.5万元')
  const fault = sizeFault(joinDecimal(amount.whole, amount.decimals))
  if (fault) return refuse(fault)
  return { kind: 'value', entry: plain.replace(/\s+/g, '') }
}

type SplitAmount =
  | { kind: 'amount'; whole: string; decimals: string; unit: string }
  | { kind: 'refused'; reason: string }

function splitAmount(plain: string): SplitAmount {
  const match = AMOUNT.exec(plain)
  if (!match) return refuse(/^[-−]/.test(plain) ? '不能是负数' : amountFault(plain))
  const [, grouped = '', fraction = '', unit = ''] = match
  const fault = groupingFault(grouped)
  if (fault) return refuse(fault)
  const whole = grouped.replaceAll(',', '').replace(/^0+(?=\d)/, '')
  return { kind: 'amount', whole, decimals: fraction.slice(1), unit }
}

function shiftToWan(whole: string, decimals: string): string {
  const padded = whole.padStart(5, '0')
  const fraction = (padded.slice(-4) + decimals).replace(/0+$/, '')
  return joinDecimal(padded.slice(0, -4).replace(/^0+(?=\d)/, ''), fraction)
}

function joinDecimal(whole: string, decimals: string): string {
  return decimals === '' ? whole : `${whole}.${decimals}`
}

function sizeFault(decimal: string): string | undefined {
  const [whole = '', decimals = ''] = decimal.split('.')
  if (decimals.length > MOST_DECIMALS) return '小数位数太多'
  return whole.length + decimals.length > MOST_DIGITS ? '数字太大' : undefined
}

/** Full-width digits, letters and signs as their half-width twins; 。 is not taken for a decimal point. */
function halfWidth(text: string): string {
  return text.replace(/[\uff01-\uff5e]/g, (wide) => String.fromCharCode(wide.charCodeAt(0) - 0xfee0))
}

function commonFault(plain: string): string | undefined {
  if (/[\p{Cc}\p{Cf}]/u.test(plain)) return '含有看不见的控制字符'
  if (/\d\s+\d/.test(plain)) return '数字中间有空格'
  return undefined
}

function numberFault(plain: string): string {
  if (/^[\d,]+\s*[件个项条起]?$/.test(plain)) return '千位分隔的逗号位置不对'
  if (/^[〇零一二三四五六七八九十百千万两]+[件个项条起]?$/.test(plain)) return '要用阿拉伯数字'
  return '要填数字'
}

function amountFault(plain: string): string {
  if (/^[\d.,]+\s*亿元?$|^[\d.,]+\s*万$/.test(plain)) return '单位要写元或万元'
  if (/^[\d,]+(\.\d+)?\s*(万元|元)?$/.test(plain)) return '千位分隔的逗号位置不对'
  return '要填金额数字，如 12.5万元'
}

/** "0,123" is more likely a slip than a number. */
function groupingFault(digits: string): string | undefined {
  return digits.includes(',') && digits.startsWith('0') ? '千位分隔的逗号位置不对' : undefined
}

function refuse(reason: string): { kind: 'refused'; reason: string } {
  return { kind: 'refused', reason }
}
