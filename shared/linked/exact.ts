/** An exact number: over divided by under, under above 0. Floating point would turn 1.005 into 1.00. */
export interface Exact {
  over: bigint
  under: bigint
}

export const zero: Exact = { over: 0n, under: 1n }

/** The number a decimal text such as "-12.50" says; undefined: it is none. */
export function exactOf(text: string): Exact | undefined {
  const [, sign = '', whole = '', decimals = ''] = /^([+-]?)(\d+)(?:\.(\d+))?$/.exec(text) ?? []
  if (whole === '') return undefined
  const over = BigInt(whole + decimals)
  return { over: sign === '-' ? -over : over, under: 10n ** BigInt(decimals.length) }
}

export function plus(one: Exact, other: Exact): Exact {
  return { over: one.over * other.under + other.over * one.under, under: one.under * other.under }
}

export function minus(one: Exact, other: Exact): Exact {
  return plus(one, { ...other, over: -other.over })
}

/** undefined: division by 0. */
export function divided(one: Exact, other: Exact): Exact | undefined {
  if (other.over === 0n) return undefined
  const sign = other.over < 0n ? -1n : 1n
  return { over: sign * one.over * other.under, under: sign * one.under * other.over }
}

/** Times a power of ten, which may be below 0. */
export function shifted({ over, under }: Exact, places: number): Exact {
  const factor = 10n ** BigInt(Math.abs(places))
  return places < 0 ? { over, under: under * factor } : { over: over * factor, under }
}

/**
 * The size of the number with this many decimals, rounded half up (四舍五入): so statistical communiqués round, and so
 * does whoever checks the report with a calculator. GB/T 8170's 四舍六入五成双 is for measurements.
 */
export function roundedSize({ over, under }: Exact, decimals: number): { whole: bigint; decimals: string } {
  const size = over < 0n ? -over : over
  const units = (2n * size * 10n ** BigInt(decimals) + under) / (2n * under)
  const digits = String(units).padStart(decimals + 1, '0')
  const cut = digits.length - decimals
  return { whole: BigInt(digits.slice(0, cut)), decimals: digits.slice(cut) }
}

/** How many decimals write the number in full; undefined: more than these. */
export function decimalsOf({ over, under }: Exact, most: number): number | undefined {
  for (let decimals = 0; decimals <= most; decimals += 1)
    if ((over * 10n ** BigInt(decimals)) % under === 0n) return decimals
  return undefined
}
