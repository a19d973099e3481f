import { cellAddress } from '../../format/cells'
import { growthReading, isChange } from './changes'
import {
  cellExpression,
  cellsIn,
  type Expression,
  isOfTables,
  numberExpression,
  ofPrevious,
  sumExpression,
} from './expression'
import type { Level, Link, Reader, Reading, SentenceState } from './line-state'
import { leadsBase } from './note-marks'
import type { Numeral } from './numbers'
import { rateReading } from './rates'
import { resolve } from './resolve'
import { isUnknown } from './surroundings'
import { hasMark, isOther, isTerm, type Token } from './tokens'

/** A percentage, recomputed from the tables or from figures the sentence names (domain.md P-7); none: nothing is known. */
export function shareReading(link: Link, before: Token[], state: SentenceState, reader: Reader): Reading[] {
  const { numeral } = link
  if (state.attributes && !isChange(before)) return []
  if (numeral.kind === 'points') return pointsReading(before, state)
  const from = leadsBase(before.at(-1))
  const previous = from || (before.some((token) => hasMark(token, 'previous')) && !isChange(before))
  if (previous) link.previous = true
  const rate = rateReading(before, state, reader)
  if (rate) return previous ? rate.map(lastYears) : rate
  if (before.some((token) => hasMark(token, 'to'))) return againOf(state)
  if (isChange(before)) return growthReading(before, state, reader)
  const at = before.findLastIndex((token) => hasMark(token, 'share'))
  if (at >= 0) return shareOf(before.slice(0, at), before.slice(at + 1), numeral, state, reader)
  if (before.some((token) => isTerm(token) || isOther(token) || isUnknown(token))) return []
  const last = state.links.at(-1)
  if (last?.asWhole) return shareOfWhole(last, numeral, state, reader)
  return previous ? againOf(state).map(lastYears) : againOf(state)
}

/** 98件中44.9%予以公开: what the share is of comes after it. undefined: it does not read like that. */
export function shareBehind(
  numeral: Numeral,
  before: Token[],
  after: Token[],
  state: SentenceState,
  reader: Reader,
): { readings: Reading[]; taken: number } | undefined {
  if (numeral.kind !== 'percent' || state.elsewhere || state.otherOrgan) return undefined
  const first = after.find(
    (token) => token.kind !== 'word' || !/^(?:的|.*申请(?:件|事项)?)$/.test(token.text),
  )
  const kinds = first && isTerm(first) ? first.senses.map(({ kind }) => kind) : []
  if (!kinds.some((kind) => kind === 'row' || kind === 'result' || kind === 'applicant')) return undefined
  if (before.some(saysWhatOf)) return undefined
  const whole = state.links.findLast(({ numeral: { kind }, change }) => kind === 'count' && !change)
  if (!whole || whole.elsewhere || whole.previous) return undefined
  const last = after.findLastIndex(isTerm)
  const words = after.slice(0, last + 1)
  const clear = words.every((token) => !isUnknown(token) && !isOther(token)) && after.length === last + 1
  const of = resolve(words.filter(isTerm), state.situation, undefined, reader.format)
  if (!of) return undefined
  const [reading] = whole.readings
  const all = reading !== undefined && ['P-1', 'P-2', 'P-5'].includes(reading.rule)
  const told = [...(reading?.anyOf ?? []), numberExpression(whole.numeral.value)]
  const side = { anyOf: of.anyOf, sure: clear && !of.open && all && reading.certainty === 'sure' }
  const wholes = { anyOf: [...told, ...usualWholes(side)], sure: true }
  return { readings: sharesOf(side, wholes, numeral), taken: last + 1 }
}

function saysWhatOf(token: Token): boolean {
  if (token.kind === 'word' && token.senses.some(({ kind }) => kind === 'rate')) return true
  if (hasMark(token, 'share', 'up', 'down', 'previous', 'compare', 'average')) return true
  return isTerm(token) || isOther(token) || isUnknown(token)
}

/** 占办结总量98件的44.9%. */
function shareOfWhole(whole: Link, numeral: Numeral, state: SentenceState, reader: Reader): Reading[] {
  const of = partOf([], { ...state, links: state.links.filter((link) => link !== whole) }, reader)
  if (!of) return []
  const wholes = [...whole.readings.flatMap(({ anyOf }) => anyOf), numberExpression(whole.numeral.value)]
  return sharesOf(of, { anyOf: wholes, sure: true }, numeral)
}

function lastYears(reading: Reading): Reading {
  return { ...reading, anyOf: reading.anyOf.map(ofPrevious) }
}

/** 61.9%，约六成: the same once more. */
function againOf({ links }: SentenceState): Reading[] {
  const last = links.at(-1)
  if (last?.numeral.kind !== 'percent') return []
  return last.readings.map((reading) => ({ ...reading, anyOf: reading.anyOf.map(thisYears) }))
}

function thisYears(expression: Expression): Expression {
  if (expression.kind === 'cell') return cellExpression(expression.cell)
  if (expression.kind === 'share')
    return { ...expression, of: thisYears(expression.of), whole: thisYears(expression.whole) }
  if (expression.kind === 'sum') return { ...expression, of: expression.of.map(thisYears) }
  return expression
}

/** 由62.5%降为60%，下降2.5个百分点; 维持率52.6%，比上年下降47.4个百分点. */
function pointsReading(before: Token[], { links }: SentenceState): Reading[] {
  if (!isChange(before)) return []
  const falling = hasMark(
    before.findLast((token) => hasMark(token, 'up', 'down')),
    'down',
  )
  const percents = links.filter(({ numeral }) => numeral.kind === 'percent').slice(-2)
  const now = percents.findLast(({ previous }) => !previous)
  const then = percents.find((link) => link !== now && link.previous)
  if (!now) return []
  const own = now.readings.map((reading) => changeOfShare(reading, falling))
  if (!then) return own
  const told = changeOf(numberExpression(now.numeral.value), numberExpression(then.numeral.value), falling)
  const [reading] = own
  return [{ rule: 'P-7', anyOf: [told, ...(reading?.anyOf ?? [])], certainty: 'sure' }]
}

function changeOf(now: Expression, before: Expression, falling: boolean): Expression {
  return falling
    ? { kind: 'difference', of: before, less: now }
    : { kind: 'difference', of: now, less: before }
}

function changeOfShare({ rule, anyOf, certainty }: Reading, falling: boolean): Reading {
  return {
    rule,
    anyOf: anyOf.filter(isOfTables).map((now) => changeOf(now, ofPrevious(now), falling)),
    certainty,
  }
}

function shareOf(
  parts: Token[],
  whole: Token[],
  numeral: Numeral,
  state: SentenceState,
  reader: Reader,
): Reading[] {
  const of = isForeign(whole) && !parts.some(isTerm) ? ownCounts(state.links) : partOf(parts, state, reader)
  if (!of) return []
  const wholes = wholesOf(whole, of, state, reader)
  return wholes ? sharesOf(of, wholes, numeral) : []
}

/** 甲、乙分别占1%、2%: the share of one of them. */
export function shareOfCount(
  { anyOf, certainty, link }: Level,
  whole: Token[],
  numeral: Numeral,
  state: SentenceState,
  reader: Reader,
): Reading[] {
  const number = link ? [numberExpression(link.numeral.value)] : []
  const of: Side = { anyOf: [...anyOf, ...number], sure: certainty === 'sure', ...(link && { link }) }
  const wholes = wholesOf(whole, of, state, reader)
  return wholes ? sharesOf(of, wholes, numeral) : []
}

function sharesOf(of: Side, wholes: Side, numeral: Numeral): Reading[] {
  const anyOf = of.anyOf.flatMap((part) =>
    wholes.anyOf.flatMap((one): Expression[] =>
      isSame(part, one) ? [] : [{ kind: 'share', of: part, whole: one }],
    ),
  )
  const certainty = of.sure && wholes.sure && numeral.kind === 'percent' ? 'sure' : 'guess'
  return anyOf.length > 0 ? [{ rule: 'P-7', anyOf, certainty }] : []
}

/** A share of itself is of something else by the same name: 全部复议案件. */
function isSame(one: Expression, other: Expression): boolean {
  return JSON.stringify(one) === JSON.stringify(other)
}

interface Side {
  anyOf: Expression[]
  sure: boolean
  link?: Link
}

/** What is a share of something: named before 占, else the figure before. */
function partOf(tokens: Token[], state: SentenceState, { format }: Reader): Side | undefined {
  const words = tokens.filter(isTerm)
  const counted = state.links.filter(({ numeral, change }) => numeral.kind === 'count' && !change)
  const last = counted.at(-1)
  const several =
    last && ['家', '项', '者', '类', '个'].includes(last.numeral.counter) && last.numeral.value < 10
      ? last
      : undefined
  if (several) {
    const named = state.links.slice(0, state.links.indexOf(several)).slice(-several.numeral.value)
    if (named.length === several.numeral.value)
      return {
        anyOf: [numberExpression(named.reduce((sum, link) => sum + link.numeral.value, 0))],
        sure: true,
      }
  }
  const together = tokens.find((token) => hasMark(token, 'sum'))
  if (together && words.length === 0) return sumOfCounts(together, counted)
  if (words.length > 0) {
    const count = resolve(words, state.situation, undefined, format)
    const clear =
      count &&
      !count.open &&
      tokens.every(
        (token) => !isUnknown(token) && !isOther(token) && !hasMark(token, 'channel', 'restrict', 'about'),
      )
    return count && { anyOf: count.anyOf, sure: clear ?? false }
  }
  if (!last || tokens.some((token) => isUnknown(token) || isOther(token) || hasMark(token, 'about')))
    return undefined
  const [reading] = last.readings
  const between = state.pending.some((token) => isTerm(token) || isOther(token) || isUnknown(token))
  const number = numberExpression(last.numeral.value)
  return {
    anyOf: [...(reading?.anyOf ?? []), number],
    sure: !between && !last.elsewhere && (reading ? reading.certainty === 'sure' : last.partOf !== undefined),
    link: last,
  }
}

const HOW_MANY = new Map([...'二三四五六七八'].map((digit, index) => [digit, index + 2])).set('两', 2)

/** 两项合计占: the last two counts added up; without a number it is open how many are meant. */
function sumOfCounts(together: Token, counted: Link[]): Side | undefined {
  const many = together.kind === 'word' ? HOW_MANY.get(together.text[0] ?? '') : undefined
  const parts = counted.slice(-(many ?? counted.length))
  if (parts.length < (many ?? 2)) return undefined
  const numbers = numberExpression(parts.reduce((sum, { numeral }) => sum + numeral.value, 0))
  const cells = parts.map(({ readings }) => readings[0]?.anyOf[0])
  const ofCells = cells.every((cell) => cell !== undefined) ? sumExpression(cells) : undefined
  return { anyOf: [...(ofCells ? [ofCells] : []), numbers], sure: many !== undefined }
}

/** 占全市的: another scope's figure. */
function isForeign(tokens: Token[]): boolean {
  return tokens.some(
    (token) =>
      hasMark(token, 'elsewhere') ||
      (token.kind === 'word' && token.senses.some(({ kind }) => kind === 'organ')),
  )
}

/** Everything of its own the sentence has counted: which of it is held against another scope's is open. */
function ownCounts(links: Link[]): Side {
  const own = links.filter(
    ({ elsewhere, readings, numeral }) => !elsewhere && readings.length > 0 && numeral.kind === 'count',
  )
  const anyOf = own.flatMap(({ readings, numeral }) => [
    ...(readings[0]?.anyOf ?? []),
    numberExpression(numeral.value),
  ])
  return { anyOf, sure: own.length === 1 }
}

/** The whole: named after 占, another scope's figure of the sentence, else what the part is usually held against. */
function wholesOf(tokens: Token[], of: Side, state: SentenceState, { format }: Reader): Side | undefined {
  const words = tokens.filter(isTerm)
  if (isForeign(tokens))
    return textWholes(
      state.links.filter(({ elsewhere }) => elsewhere),
      of,
    )
  if (words.length > 0) {
    const count = resolve(words, state.situation, undefined, format)
    return count && { anyOf: count.anyOf, sure: !tokens.some((token) => isUnknown(token) || isOther(token)) }
  }
  if (tokens.some((token) => hasMark(token, 'self')))
    return isOfRequests(of, state) ? { anyOf: allRequests(), sure: true } : undefined
  if (tokens.some((token) => isUnknown(token) || isOther(token))) return undefined
  const foreign = state.links.filter(({ elsewhere }) => elsewhere)
  const usual = usualWholes(of)
  const inText = textWholes(
    state.links.filter((link) => link !== of.link && link.numeral.counter === of.link?.numeral.counter),
    of,
  )
  const anyOf = [...usual, ...(textWholes(foreign, of)?.anyOf ?? []), ...(inText?.anyOf ?? [])]
  const told = of.link?.partOf
  if (usual.length === 0 && told)
    return { anyOf: [numberExpression(told.numeral.value)], sure: of.link?.listed !== true }
  return anyOf.length > 0 ? { anyOf, sure: usual.length > 0 } : undefined
}

/** Figures of the sentence that are larger than the part. */
function textWholes(links: Link[], { link }: Side): Side | undefined {
  const larger = links.filter(
    ({ numeral, change }) =>
      numeral.kind === 'count' && !change && numeral.value >= (link?.numeral.value ?? 0),
  )
  if (larger.length === 0) return undefined
  return { anyOf: larger.map(({ numeral }) => numberExpression(numeral.value)), sure: true }
}

function allRequests(): Expression[] {
  const total = (row: string) => cellExpression(cellAddress('t3', row, 'total'))
  return [
    total('received'),
    { kind: 'sum', of: [total('received'), total('broughtForward')] },
    total('total'),
  ]
}

/** 占全区的31%: of the applications, unless something else is spoken of. */
function isOfRequests({ anyOf }: Side, { situation }: SentenceState): boolean {
  if (anyOf.some((one) => one.kind !== 'number'))
    return usualWholes({ anyOf, sure: false }).some(isOfTableThree)
  return situation.subject === undefined || situation.subject === 'requests'
}

function isOfTableThree(expression: Expression): boolean {
  return expression.kind === 'cell' && expression.cell.startsWith('t3.')
}

function usualWholes({ anyOf }: Side): Expression[] {
  const first = anyOf.find((one) => one.kind !== 'number')
  const [cell] = first ? cellsIn(first) : []
  const [table, row = '', leaf] = cell?.split('.') ?? []
  if (table === 't4') {
    const total = (kind: string) => cellExpression(cellAddress('t4', kind, 'total'))
    const lawsuits = [total('direct'), total('afterReview')]
    return [total(row), { kind: 'sum', of: lawsuits }, { kind: 'sum', of: [total('review'), ...lawsuits] }]
  }
  return table === 't3' ? [...allRequests().reverse(), ...groupWhole(cell ?? '', row, leaf)] : []
}

/** 不予公开17件，其中第三方权益占29.4%: the group a row stands in. */
function groupWhole(cell: string, group: string, leaf: string | undefined): Expression[] {
  if (!/^[1-9]$/.test(leaf ?? '')) return []
  const column = cell.split('.').at(-1) ?? ''
  return [
    {
      kind: 'sum',
      of: [1, 2, 3, 4, 5, 6, 7, 8].map((item) => cellExpression(`t3.${group}.${item}.${column}`)),
    },
  ]
}
