import type { NumberStyle } from '../draft/draft'
import { chineseDigits, chineseNumber } from './chinese-number'
import type { Counted } from './evaluate'
import { decimalsOf, type Exact, roundedSize, shifted } from './exact'

type Unit = NonNullable<NumberStyle['unit']>

/** Shares are written with one decimal unless told otherwise. */
export const SHARE_DECIMALS = 1

/** More than eight decimals no table holds. */
const MOST_DECIMALS = 8

/** By what power of ten a unit differs from what the tables count in: ones, 万元, percent. */
const shifts: Record<Unit, number> = { 万: -4, 亿: -8, 元: 4, 万元: 0, 亿元: -4, '%': 0, 百分之: 0 }

const units: Record<Counted['of'], readonly Unit[]> = {
  count: ['万', '亿'],
  amount: ['万元', '元', '亿元'],
  share: ['%', '百分之'],
}

/** A value as its style writes it. A unit that does not fit what is counted gives way to the usual one. */
export function writeNumber(value: Counted, style: NumberStyle): string {
  const { number } = value
  if (number.over === 0n && style.zero !== undefined) return style.zero
  const unit = unitOf(value.of, style.unit)
  const scaled = unit === undefined ? number : shifted(number, shifts[unit])
  const size = roundedSize(scaled, decimalsFor(value, scaled, unit, style.decimals))
  const isNothing = size.whole === 0n && /^0*$/.test(size.decimals)
  const sign = signOf(number, isNothing, style)
  const digits = writeDigits(size, style.digits)
  if (unit === '百分之') return `${sign}百分之${digits}`
  return `${sign}${digits}${unit === '%' && style.digits === 'fullWidth' ? '％' : (unit ?? '')}`
}

/** The unit a style writes for what is counted. */
export function unitOf(of: Counted['of'], unit: NumberStyle['unit']): Unit | undefined {
  if (unit !== undefined && units[of].includes(unit)) return unit
  return of === 'count' ? undefined : units[of][0]
}

/** A count or an amount in its own unit is never rounded: 12.56万元 written with one decimal stays what it is. */
function decimalsFor(
  value: Counted,
  scaled: Exact,
  unit: Unit | undefined,
  wanted: number | undefined,
): number {
  if (wanted === undefined) return usualDecimals(value, scaled, unit)
  const isOwnUnit = unit === undefined || unit === '万元' || unit === '元'
  return isOwnUnit ? Math.max(wanted, decimalsOf(scaled, MOST_DECIMALS) ?? MOST_DECIMALS) : wanted
}

/** As the tables write it; in another unit as many decimals as keep it exact. */
function usualDecimals({ of, decimals = 0 }: Counted, scaled: Exact, unit: Unit | undefined): number {
  if (of === 'share') return SHARE_DECIMALS
  if (unit === undefined || unit === '万元') return decimals
  return decimalsOf(scaled, MOST_DECIMALS) ?? MOST_DECIMALS
}

function signOf({ over }: Exact, isNothing: boolean, { digits, direction }: NumberStyle): string {
  if (direction === 'increase') return over < 0n ? '减少' : '增加'
  if (direction === 'growth') return over < 0n ? '下降' : '增长'
  if (over >= 0n || isNothing) return ''
  if (digits === 'chinese') return '负'
  return digits === 'fullWidth' ? '－' : '-'
}

function writeDigits(
  { whole, decimals }: { whole: bigint; decimals: string },
  digits: NumberStyle['digits'],
): string {
  if (digits === 'chinese')
    return chineseNumber(whole) + (decimals === '' ? '' : `点${chineseDigits(decimals)}`)
  const grouped = digits === 'grouped' ? String(whole).replace(/\B(?=(\d{3})+$)/g, ',') : String(whole)
  const text = decimals === '' ? grouped : `${grouped}.${decimals}`
  return digits === 'fullWidth' ? fullWidth(text) : text
}

function fullWidth(text: string): string {
  return text.replace(/[0-9.]/g, (character) => String.fromCharCode(character.charCodeAt(0) + 0xfee0))
}
