import { cellAddress, cellInfo } from '../../format/cells'
import { growthReading, isChange } from './changes'
import { cellExpression, type Expression, numberExpression, ofPrevious, sumExpression } from './expression'
import type { Link, Reader, Reading, SentenceState } from './line-state'
import type { Numeral } from './numbers'
import { resolve, rowsOf, type Situation, sensesOf } from './resolve'
import { isUnknown } from './surroundings'
import { hasMark, isOther, isTerm, type Token } from './tokens'

/** A percentage, recomputed from the tables or from figures the sentence names (domain.md P-7); none: nothing is known. */
export function shareReading(
  numeral: Numeral,
  before: Token[],
  state: SentenceState,
  reader: Reader,
): Reading[] {
  if (numeral.kind === 'points') return pointsReading(before, state)
  const previous = before.some((token) => hasMark(token, 'previous'))
  const rate = rateReading(before, state, reader)
  if (rate) return previous ? rate.map(lastYears) : rate
  if (before.some((token) => hasMark(token, 'to'))) return againOf(state, previous)
  if (isChange(before)) return growthReading(before, state, reader)
  const at = before.findLastIndex((token) => hasMark(token, 'share'))
  if (at >= 0) return shareOf(before.slice(0, at), before.slice(at + 1), numeral, state, reader)
  return before.every((token) => !isTerm(token) && !isOther(token) && !isUnknown(token))
    ? againOf(state, false)
    : []
}

function lastYears(reading: Reading): Reading {
  return { ...reading, anyOf: reading.anyOf.map(ofPrevious) }
}

/** 61.9%，约六成: the same once more. */
function againOf({ links }: SentenceState, previous: boolean): Reading[] {
  const last = links.at(-1)
  if (last?.numeral.kind !== 'percent' || previous) return []
  return last.readings.map((reading) => ({ ...reading, anyOf: reading.anyOf.map(thisYears) }))
}

function thisYears(expression: Expression): Expression {
  if (expression.kind === 'cell') return cellExpression(expression.cell)
  if (expression.kind === 'share')
    return { ...expression, of: thisYears(expression.of), whole: thisYears(expression.whole) }
  if (expression.kind === 'sum') return { ...expression, of: expression.of.map(thisYears) }
  return expression
}

/** 由62.5%降为60%，下降2.5个百分点. */
function pointsReading(before: Token[], { links }: SentenceState): Reading[] {
  const [one, other] = links.filter(({ numeral }) => numeral.kind === 'percent').slice(-2)
  if (!one || !isChange(before)) return []
  const falling = hasMark(
    before.findLast((token) => hasMark(token, 'up', 'down')),
    'down',
  )
  if (!other) return one.readings.map((reading) => changeOfShare(reading, falling))
  const pairs = [
    ...one.readings.flatMap((first) =>
      other.readings.flatMap((second) =>
        first.anyOf.flatMap((a) => second.anyOf.map((b): [Expression, Expression] => [a, b])),
      ),
    ),
    [numberExpression(one.numeral.value), numberExpression(other.numeral.value)] as [Expression, Expression],
  ]
  const down = hasMark(
    before.findLast((token) => hasMark(token, 'up', 'down')),
    'down',
  )
  const anyOf = pairs.map(
    ([then, now]): Expression =>
      down ? { kind: 'difference', of: then, less: now } : { kind: 'difference', of: now, less: then },
  )
  return [{ rule: 'P-7', anyOf, certainty: 'sure' }]
}

/** 维持率52.6%，比上年下降47.4个百分点. */
function changeOfShare({ rule, anyOf, certainty }: Reading, falling: boolean): Reading {
  const changes = anyOf.map((now): Expression => {
    const before = ofPrevious(now)
    return falling
      ? { kind: 'difference', of: before, less: now }
      : { kind: 'difference', of: now, less: before }
  })
  return { rule, anyOf: changes, certainty }
}

/** 办结率, 公开率, 维持率: which figures make it is a convention, so every usual one counts. */
function rateReading(before: Token[], state: SentenceState, reader: Reader): Reading[] | undefined {
  const at = before.findLastIndex(
    (token) => token.kind === 'word' && token.senses.some(({ kind }) => kind === 'rate'),
  )
  const token = before[at]
  if (token?.kind !== 'word') return undefined
  const qualifier = before[at - 1]
  if (
    qualifier &&
    (isUnknown(qualifier) ||
      (qualifier.kind === 'word' && /^(?:按期|按时|及时|依法|准时|如期|限时)$/.test(qualifier.text)))
  )
    return []
  const ofRequests = !['all', 'closed'].includes(firstWhole(token))
  const subject = sensesOf(before.filter(isTerm), 'subject').at(-1)?.subject
  const situation =
    subject && subject !== 'cases' ? { ...state.situation, subject, bothCases: false } : state.situation
  const { subject: about } = situation
  if (state.elsewhere || (ofRequests && about !== undefined && about !== 'requests')) return []
  const sense = token.senses.find((one) => one.kind === 'rate')
  if (sense?.kind !== 'rate') return undefined
  const of = sense.of.flatMap((name) => named(name, situation, reader) ?? [])
  const wholes = sense.whole.flatMap((name) => named(name, situation, reader) ?? [])
  const anyOf = of.flatMap((part) => wholes.map((whole): Expression => ({ kind: 'share', of: part, whole })))
  return anyOf.length > 0 ? [{ rule: 'P-7', anyOf, certainty: 'sure' }] : []
}

function firstWhole(token: Token): string {
  const sense = token.kind === 'word' ? token.senses.find(({ kind }) => kind === 'rate') : undefined
  return sense?.kind === 'rate' ? (sense.whole[0] ?? '') : ''
}

function named(
  name: string,
  { subject, route, bothCases }: Situation,
  { format }: Reader,
): Expression | undefined {
  const kinds =
    subject === 'review' && !bothCases
      ? ['review']
      : subject === 'litigation'
        ? route
          ? [route]
          : ['direct', 'afterReview']
        : []
  const ofCases = (column: string) =>
    sumExpression(kinds.map((kind) => cellExpression(cellAddress('t4', kind, column))))
  const all = ofCases('total')
  const pending = ofCases('pending')
  if (name === 'all') return all
  if (name === 'closed') return all && pending && { kind: 'difference', of: all, less: pending }
  if (name === 'upheld' || name === 'corrected') return ofCases(name)
  const rows: Record<string, string[]> = {
    received: ['received'],
    handled: ['received', 'broughtForward'],
    concluded: ['total'],
    'granted+partial': ['granted', 'partial'],
  }
  const cells = (rows[name] ?? rowsOf(format, name)).map((row) => cellAddress('t3', row, 'total'))
  return sumExpression(cells.filter((cell) => cellInfo(format, cell)).map(cellExpression))
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
  if (!wholes) return []
  if (of.anyOf.some((part) => wholes.anyOf.some((one) => isSame(part, one)))) return []
  const anyOf = of.anyOf.flatMap((part) =>
    wholes.anyOf.map((one): Expression => ({ kind: 'share', of: part, whole: one })),
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
  const last = counted.findLast(({ elsewhere }) => !elsewhere || state.elsewhere) ?? counted.at(-1)
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
  if (words.length > 0) {
    const count = resolve(words, state.situation, undefined, format)
    const clear = count && !count.open && tokens.every((token) => !isUnknown(token) && !isOther(token))
    return count && { anyOf: count.anyOf, sure: clear ?? false }
  }
  if (!last || tokens.some((token) => isUnknown(token) || isOther(token) || hasMark(token, 'about')))
    return undefined
  const [reading] = last.readings
  const number = numberExpression(last.numeral.value)
  return {
    anyOf: [...(reading?.anyOf ?? []), number],
    sure: reading === undefined || reading.certainty === 'sure',
    link: last,
  }
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
  if (tokens.some((token) => hasMark(token, 'self'))) return { anyOf: allRequests(), sure: true }
  if (tokens.some((token) => isUnknown(token) || isOther(token))) return undefined
  const foreign = state.links.filter(({ elsewhere }) => elsewhere)
  const usual = usualWholes(of)
  const inText = textWholes(
    state.links.filter((link) => link !== of.link && link.numeral.counter === of.link?.numeral.counter),
    of,
  )
  const anyOf = [...usual, ...(textWholes(foreign, of)?.anyOf ?? []), ...(inText?.anyOf ?? [])]
  return anyOf.length > 0 ? { anyOf, sure: true } : undefined
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

function usualWholes({ anyOf }: Side): Expression[] {
  const first = anyOf.find((one) => one.kind !== 'number')
  const cell =
    first?.kind === 'cell'
      ? first.cell
      : first?.kind === 'sum' && first.of[0]?.kind === 'cell'
        ? first.of[0].cell
        : ''
  const [table, row = ''] = cell.split('.')
  const total = (name: string) => cellExpression(cellAddress('t3', name, 'total'))
  if (table === 't3')
    return [
      total('total'),
      total('received'),
      { kind: 'sum', of: [total('received'), total('broughtForward')] },
    ]
  if (table === 't4')
    return [
      cellExpression(cellAddress('t4', row, 'total')),
      {
        kind: 'sum',
        of: ['direct', 'afterReview'].map((kind) => cellExpression(cellAddress('t4', kind, 'total'))),
      },
    ]
  return []
}
