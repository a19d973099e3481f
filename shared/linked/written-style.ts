import type { FigureExpression, NumberStyle } from '../draft/draft'
import { figureText } from './figure-text'
import type { TableValues } from './table-values'

/** A number as it stands in the text: how it is written, and how many characters are the number itself. */
export interface WrittenStyle {
  style: NumberStyle
  length: number
}

const DIGITS = String.raw`\d+(?:,\d{3})*(?:\.\d+)?`
const WIDE = '[０-９]+(?:，[０-９]{3})*(?:．[０-９]+)?'
const CHINESE = '[零一二三四五六七八九十百千万亿]+(?:点[零一二三四五六七八九]+)?'
const PERCENT_WORDS = new RegExp(`^百分之(${CHINESE}|${DIGITS})`)
const NUMBER = new RegExp(`^(${DIGITS}|${WIDE}|${CHINESE})(亿元|万元|元|万|亿|[%％])?`)

/** 约 1,000 件, 1,000 余件: not the number itself, which a linked figure would put there. */
const ROUGHLY_BEFORE = /(?:约|约为|近|不足|不到|差不多|超过|超|逾|多达|至少|突破|接近)$/
const ROUGHLY = /[余多几]|左右|以上|上下|以下|以内/

/**
 * How the number at the head of these words is written, so that a linked figure reads like it; undefined: it is not
 * written as one would be. `before` are the words in front.
 */
export function writtenStyle(quote: string, before: string): WrittenStyle | undefined {
  if (ROUGHLY.test(quote) || ROUGHLY_BEFORE.test(before.slice(-3))) return undefined
  const percent = PERCENT_WORDS.exec(quote)
  if (percent) return { style: styleOf(percent[1] ?? '', '百分之'), length: percent[0].length }
  const [words, digits = '', unit] = NUMBER.exec(quote) ?? []
  if (words === undefined) return undefined
  return { style: styleOf(digits, unit === '％' ? '%' : unit), length: words.length }
}

function styleOf(digits: string, unit: string | undefined): NumberStyle {
  const decimals = /[.．点](.+)$/.exec(digits)?.[1]?.length ?? 0
  const known = units.find((one) => one === unit)
  const rounded = known !== undefined && known !== '元' && known !== '万元'
  return {
    digits: digitsOf(digits),
    ...(known && { unit: known }),
    ...((rounded || decimals > 0) && { decimals }),
  }
}

const units: NonNullable<NumberStyle['unit']>[] = ['万', '亿', '元', '万元', '亿元', '%', '百分之']

function digitsOf(digits: string): NumberStyle['digits'] {
  if (/[０-９]/.test(digits)) return 'fullWidth'
  if (!/\d/.test(digits)) return 'chinese'
  return digits.includes(',') ? 'grouped' : 'plain'
}

/** The style in which a value reads exactly like the written words, tried with and without separators. */
export function sameReading(
  value: FigureExpression,
  { style, length }: WrittenStyle,
  quote: string,
  values: TableValues,
): NumberStyle | undefined {
  const words = quote.slice(0, length)
  const { decimals: _, ...usual } = style
  const candidates: NumberStyle[] = [
    style,
    usual,
    ...(style.digits === 'plain' ? [{ ...style, digits: 'grouped' as const }] : []),
  ]
  return candidates.find((candidate) => figureText({ value, style: candidate }, values).text === words)
}
