import { cellAddress, cellInfo } from '../../format/cells'
import { isItemCounter, isUsualCounter } from './counters'
import { cellExpression, type Expression, growthExpression, numberExpression, ofPrevious } from './expression'
import type { Certainty, Level, Link, Reader, Reading, SentenceState } from './line-state'
import type { Numeral } from './numbers'
import { resolve } from './resolve'
import { isUnknown } from './surroundings'
import { hasMark, isOther, isTerm, type Token } from './tokens'

/** Whether the figure after these words is how much something rose or fell. */
export function isChange(before: Token[]): boolean {
  const nearest = before.findLast(
    (token) =>
      isTerm(token) || isOther(token) || isUnknown(token) || hasMark(token, 'up', 'down', 'to', 'share'),
  )
  return hasMark(nearest, 'up', 'down') && !hasMark(nearest, 'to')
}

/** 增加31件, 减少1项: recomputed from last year's table, from a base the sentence names, or from 本年增/减. */
export function changeReading(
  numeral: Numeral,
  before: Token[],
  state: SentenceState,
  reader: Reader,
): Reading[] {
  const level = levelOf(before, numeral, state, reader)
  if (!level || isOfOthers(state) || isOfOtherYear([...state.pending, ...before], reader)) return []
  if (!isCountedAlike(numeral, level)) return []
  const down = isDown(before)
  const own = changeCells(level, numeral, reader).map((cell): Expression => {
    return down
      ? { kind: 'difference', of: numberExpression(0), less: cellExpression(cell) }
      : cellExpression(cell)
  })
  if (own.length > 0) return [{ rule: 'P-6', anyOf: own, certainty: level.certainty }]
  const other = otherLevel(level, state)
  return [orOf(differenceOf(level, down, state.base), other && differenceOf(other, down))]
}

/** Another area's or organ's figures are spoken of. */
function isOfOthers({ elsewhere, otherOrgan }: SentenceState): boolean {
  return elsewhere || otherOrgan
}

/** 居第3位，较上年上升2位: what rose is not what was counted in 件. */
function isCountedAlike(numeral: Numeral, { link }: Level): boolean {
  return isUsualCounter(numeral) || isItemCounter(numeral) || numeral.counter === link?.numeral.counter
}

/** How much the level differs from last year's. */
export function differenceOf(level: Level, down: boolean, base?: Link): Reading {
  const pairs = pairsOf(level, base)
  const stocks = stockChanges(level, down)
  const anyOf = pairs.map(({ now, before }): Expression => {
    return down
      ? { kind: 'difference', of: before, less: now }
      : { kind: 'difference', of: now, less: before }
  })
  const basis = basisOf(level, [...pairs, ...stocks])
  return { rule: 'P-7', anyOf: [...anyOf, ...stocks], certainty: surelyOr(level), ...basis }
}

/** 同比增长7.9%. */
export function growthReading(before: Token[], state: SentenceState, reader: Reader): Reading[] {
  const level = levelOf(before, undefined, state, reader)
  if (!level || isOfOthers(state) || isOfOtherYear([...state.pending, ...before], reader)) return []
  const other = otherLevel(level, state)
  const down = isDown(before)
  return [orOf(growthOf(level, down, state.base), other && growthOf(other, down))]
}

/** 新收100件、办结98件，同比增长25%: of either, where the words leave it open. */
export function otherLevel(level: Level, { levels, links }: SentenceState): Level | undefined {
  const [before, last] = levels.slice(-2)
  const side = before?.link && last === level && links.at(-2) === before.link && links.at(-1) === last.link
  return side ? before : undefined
}

function orOf(reading: Reading, other: Reading | undefined): Reading {
  if (!other || other.anyOf.length === 0) return reading
  return { rule: reading.rule, anyOf: [...reading.anyOf, ...other.anyOf], certainty: reading.certainty }
}

export function growthOf(level: Level, down: boolean, base?: Link): Reading {
  const pairs = pairsOf(level, base)
  const anyOf = pairs.map(({ now, before }): Expression => {
    const growth = growthExpression(now, before)
    return down ? { kind: 'difference', of: numberExpression(0), less: growth } : growth
  })
  return { rule: 'P-7', anyOf, certainty: surelyOr(level), ...basisOf(level, pairs) }
}

interface Pair {
  now: Expression
  before: Expression
  /** Which reading of the level it goes by. */
  from?: number
}

function basisOf({ link }: Level, pairs: (Pair | Expression)[]): Pick<Reading, 'basis'> {
  return link ? { basis: { link, from: pairs.map((pair) => ('from' in pair ? pair.from : undefined)) } } : {}
}

/** A change of something uncertain is a guess. */
function surelyOr({ certainty }: Level): Certainty {
  return certainty === 'sure' ? 'sure' : 'guess'
}

function isDown(before: Token[]): boolean {
  return hasMark(
    before.findLast((token) => hasMark(token, 'up', 'down')),
    'down',
  )
}

/** What rose or fell: named in these words, else counted last. */
/** 较2019年, 较前三年平均: no year the tables know. */
function isOfOtherYear(before: Token[], { year }: Reader): boolean {
  return before.some(
    (token) => hasMark(token, 'past', 'average') || (token.kind === 'year' && token.year < year - 1),
  )
}

function levelOf(
  before: Token[],
  numeral: Numeral | undefined,
  state: SentenceState,
  reader: Reader,
): Level | undefined {
  const words = before.filter(isTerm)
  const unknown = before.some(
    (token) => isOther(token) || isUnknown(token) || hasMark(token, 'channel', 'restrict', 'about'),
  )
  const [pendingWords, pending] = [state.pending.filter(isTerm), words.length === 0 && !state.level]
  const named = pending ? pendingWords : words
  if (named.length > 0) {
    const count = resolve(named, state.situation, numeral, reader.format)
    if (!count) return undefined
    const same = state.level?.anyOf.some((one) => JSON.stringify(one) === JSON.stringify(count.anyOf[0]))
    const level: Level = {
      anyOf: count.anyOf,
      rule: count.rule,
      certainty: count.open || unknown ? 'guess' : 'sure',
      ...(same && state.level?.link && { link: state.level.link }),
    }
    state.level = level
    state.situation.subject = count.subject
    return level
  }
  if (unknown || state.links.at(-1)?.subject === 'other') return undefined
  return isOfLastCount(state) ? state.level : undefined
}

/** 新收100件，网上提交61件，同比增长22%: of what was counted last, which no table holds. */
function isOfLastCount({ level, links }: SentenceState): boolean {
  const last = links.findLast(
    ({ numeral, change, previous }) => ['count', 'money'].includes(numeral.kind) && !change && !previous,
  )
  if (level?.link === undefined || last === undefined || last === level.link) return true
  return last.readings.some(({ anyOf: [meant] }) => JSON.stringify(meant) === JSON.stringify(level.anyOf[0]))
}

/** Every pair of this year's and last year's figure that may be meant: of the tables, and as the sentence gives them. */
function pairsOf({ anyOf, link }: Level, base: Link | undefined): Pair[] {
  const pairs = anyOf.flatMap((now, from) => baseOf(now).map((before): Pair => ({ now, before, from })))
  for (const before of numbersOf(base)) {
    pairs.push(...anyOf.map((now, from): Pair => ({ now, before, from })))
    pairs.push(...numbersOf(link).map((now): Pair => ({ now, before })))
  }
  for (const now of numbersOf(link))
    pairs.push(...anyOf.flatMap((one, from) => baseOf(one).map((before): Pair => ({ now, before, from }))))
  return pairs
}

function numbersOf(link: Link | undefined): Expression[] {
  if (!link) return []
  return [numberExpression(link.numeral.kind === 'money' ? link.numeral.value / 10_000 : link.numeral.value)]
}

/** Last year's figure; what was carried forward then is this year's 二、上年结转 (domain.md X-1). */
export function baseOf(expression: Expression): Expression[] {
  const brought = expression.kind === 'cell' ? /^(t3)\.carriedForward\.(\w+)$/.exec(expression.cell) : null
  const [, table = '', column = ''] = brought ?? []
  return brought
    ? [cellExpression(cellAddress(table, 'broughtForward', column)), ofPrevious(expression)]
    : [ofPrevious(expression)]
}

/** 现行有效 changes by what was issued and repealed. */
function stockChanges({ anyOf }: Level, down: boolean): Expression[] {
  return anyOf.flatMap((one): Expression[] => {
    if (one.kind !== 'cell' || !one.cell.endsWith('.inForce')) return []
    const issued = cellExpression(one.cell.replace('.inForce', '.issued'))
    const repealed = cellExpression(one.cell.replace('.inForce', '.repealed'))
    return [
      down
        ? { kind: 'difference', of: repealed, less: issued }
        : { kind: 'difference', of: issued, less: repealed },
    ]
  })
}

/** 本年增/减 of what is counted as items (2019 format). */
function changeCells({ anyOf }: Level, numeral: Numeral, { format }: Reader): string[] {
  if (!['项', '个', ''].includes(numeral.counter)) return []
  return anyOf.flatMap((one) => {
    if (one.kind !== 'cell') return []
    const cell = one.cell.replace(/\.(?:items|decisions)$/, '.change')
    return cell !== one.cell && cellInfo(format, cell) ? [cell] : []
  })
}
