import { type CellNumber, type Expression, evaluate } from './expression'
import type { Link, Reading } from './line-state'
import type { Numeral } from './numbers'

/** agrees 相符; contradicts 不符; unlinked 未对应; ask 请核对. */
export type Verdict = 'agrees' | 'contradicts' | 'unlinked' | 'ask'

export interface Judgement {
  verdict: Verdict
  rule?: string
  /** What the figure was held against; where it is in no reading right, the most usual one. */
  expression?: Expression
  expected?: { value: number; expression: Expression }[]
}

const UNLINKED: Judgement = { verdict: 'unlinked' }

/**
 * Every figure of a sentence. Where one says what a cell holds, another tied to the same cell tells a part of it; so
 * do several that add up to it.
 */
export function judgeSentence(links: Link[], numberOf: CellNumber): Map<Link, Judgement> {
  const judgements = new Map(links.map((link) => [link, judge(link, numberOf)]))
  for (const same of byClaim(links)) {
    if (same.length < 2 || !isToldInParts(same, judgements)) continue
    for (const link of same)
      if (judgements.get(link)?.verdict === 'contradicts') judgements.set(link, UNLINKED)
  }
  return judgements
}

/** Figures that claim the same of the tables. */
function byClaim(links: Link[]): Iterable<Link[]> {
  const groups = new Map<string, Link[]>()
  for (const link of links) {
    const [reading, other] = link.readings
    const claim = reading && !other ? JSON.stringify(reading.anyOf[0]) : ''
    const group = groups.get(claim)
    if (group) group.push(link)
    else groups.set(claim, [link])
  }
  return groups.values()
}

function isToldInParts(same: Link[], judgements: Map<Link, Judgement>): boolean {
  if (same.some((link) => judgements.get(link)?.verdict === 'agrees')) return true
  const sum = same.reduce((total, { numeral }) => total + numeral.value, 0)
  const expected = same.flatMap((link) => judgements.get(link)?.expected ?? [])
  return expected.some(({ value }) => value === sum)
}

/** Holds a figure against the tables: wrong only where every way of reading it is sure and none is right. */
function judge(link: Link, numberOf: CellNumber): Judgement {
  const judged = link.readings.map((reading) =>
    judgeReading(link.numeral, narrowed(reading, numberOf), numberOf),
  )
  const worst = (['contradicts', 'ask', 'agrees'] as const).flatMap(
    (verdict) => judged.find((one) => one.verdict === verdict) ?? [],
  )
  return worst[0] ?? UNLINKED
}

/** Leaves only what follows from the readings of the basis that are right; where none is, everything. */
function narrowed(reading: Reading, numberOf: CellNumber): Reading {
  const { basis, anyOf } = reading
  const [own] = basis?.link.readings ?? []
  if (!basis || !own) return reading
  const right = own.anyOf.map((expression) => {
    const value = evaluate(expression, numberOf)
    return value !== undefined && saysTheSame(basis.link.numeral, value, expression)
  })
  const first = right.indexOf(true)
  if (first < 0) return reading
  const kept = anyOf.filter((_, index) => basis.from[index] === undefined || basis.from[index] === first)
  return kept.length > 0 ? { ...reading, anyOf: kept } : reading
}

function judgeReading(
  numeral: Numeral,
  { rule, anyOf, certainty }: Reading,
  numberOf: CellNumber,
): Judgement {
  const known = anyOf.flatMap((expression) => {
    const value = evaluate(expression, numberOf)
    return value === undefined ? [] : [{ expression, value }]
  })
  if (known.length === 0) return UNLINKED
  const equal = known.find(({ value, expression }) => saysTheSame(numeral, value, expression))
  if (equal) return { verdict: 'agrees', rule, expression: equal.expression }
  if (certainty === 'guess') return UNLINKED
  const expected = [...new Map(known.map((one) => [one.value, one])).values()]
  const [first] = expected
  return {
    verdict: certainty === 'sure' ? 'contradicts' : 'ask',
    rule,
    expected,
    ...(first && { expression: first.expression }),
  }
}

/** Whether the written figure says the value, rounded as it is written; tables hold amounts in 万元. */
export function saysTheSame(numeral: Numeral, value: number, expression: Expression): boolean {
  const written = numeral.kind === 'money' ? numeral.value / 10_000 : numeral.value
  if (numeral.approximate) return saysRoughly(numeral, written, value)
  if (numeral.kind === 'percent' || numeral.kind === 'points') {
    const step = numeral.step === undefined ? 10 ** -numeral.decimals : numeral.step / 2
    // Points are often taken from two percentages that were rounded before.
    return Math.abs(written - value) <= (numeral.kind === 'points' ? step : step / 2) + 1e-9
  }
  if (numeral.step !== undefined)
    return Math.abs(written - value) <= numeral.step / (numeral.kind === 'money' ? 20_000 : 2)
  const slack = expression.kind === 'share' ? 0.5 * 10 ** -numeral.decimals : 0
  return Math.abs(written - value) <= slack + 1e-9
}

/** 约 within a tenth, 近 from below within a tenth, 余 up to the next of the last written place. */
function saysRoughly(
  { approximate, step, decimals, kind }: Numeral,
  written: number,
  value: number,
): boolean {
  if (approximate === 'about') return Math.abs(written - value) <= 0.1 * Math.abs(value) + 1e-9
  if (approximate === 'nearly') return 0.9 * written <= value && value < written
  if (approximate === 'under') return value <= written
  const place = step === undefined ? lastPlace(written, decimals) : kind === 'money' ? step / 10_000 : step
  return written <= value && value < written + place
}

function lastPlace(written: number, decimals: number): number {
  let place = 10 ** -decimals
  while (written !== 0 && decimals === 0 && written % (place * 10) === 0) place *= 10
  return place
}
