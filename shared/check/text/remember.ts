import { baseOf } from './changes'
import { isUsualCounter } from './counters'
import { type Expression, ofPrevious, sumExpression } from './expression'
import type { Certainty, Link, Reader, SentenceState } from './line-state'
import { leadsBase, noteSubject } from './note-marks'
import { type Count, resolve, sensesOf } from './resolve'
import { surroundingsOf } from './surroundings'
import { hasMark, isTerm, type Token } from './tokens'

/** What a sentence remembers of each figure, for those that follow. */

/** What makes things that are no figures of the tables the subject of what follows. */
const OTHER_COUNTERS = new Set(['条', '篇', '期', '场', '次', '封', '人次'])
/** What became of what was received goes with it. */
export function noteFate(
  before: Token[],
  count: Count | undefined,
  certainty: Certainty,
  { numeral }: Link,
  state: SentenceState,
): void {
  const tied = count !== undefined && certainty !== 'guess'
  if (tied && count.rule === 'P-1') state.receivedOther = false
  else if (!tied && numeral.kind === 'count' && isReceived(before)) state.receivedOther = true
  const ofCases = state.situation.subject === 'review' || state.situation.subject === 'litigation'
  if (state.year === 'previous' && (ofCases || count?.rule === 'P-5')) state.earlierCases = true
}

function isReceived(before: Token[]): boolean {
  return sensesOf(before.filter(isTerm), 'stage').some(({ stage }) => stage === 'received')
}

function isLevelOf(level: SentenceState['level'], { anyOf: [meant] }: Count): boolean {
  return level?.anyOf.some((one) => JSON.stringify(one) === JSON.stringify(meant)) ?? false
}

export const PROACTIVE = /^主动公开(?:类)?$/
const REACHES = /^(?:达|达到|现为|仍为|为)$/
const STILL = /^(?:达|达到|还有|现有|现为|仍为|为)$/

export function isOneOf(token: Token | undefined, words: RegExp): boolean {
  return token?.kind === 'word' && words.test(token.text)
}

/** Nothing near it says what it counts: the sum of a list, what was counted last, or what the next clause says. */
export function readBare(link: Link, before: Token[], state: SentenceState): void {
  if (before.some((token) => hasMark(token, 'sum')) && readSum(link, state)) return
  const last = state.links.at(-1)
  const again = before.some((token) => hasMark(token, 'to') || isOneOf(token, last?.change ? STILL : REACHES))
  const dated =
    before.length > 0 && before.every((token) => token.kind === 'year' || hasMark(token, 'current'))
  const alike = last?.numeral.counter === link.numeral.counter || last?.numeral.kind === 'percent'
  if (state.level && last && last.subject !== 'other' && alike && (again || (dated && last.previous))) {
    const { rule, anyOf, certainty } = state.level
    link.readings = [{ rule, anyOf, certainty }]
    if (last.previous || last.numeral.kind === 'percent') state.level.link = link
    return
  }
  state.waiting = link
}

/** 合计21件: the figures listed before, added up. */
function readSum(link: Link, { links }: SentenceState): boolean {
  const counted = links.filter(
    ({ readings, numeral }) => readings.length === 1 && numeral.kind === link.numeral.kind,
  )
  const rule = counted.at(-1)?.readings[0]?.rule
  const listed = counted.filter(({ readings }) => readings[0]?.rule === rule)
  const sum = sumExpression(listed.flatMap(({ readings }) => readings[0]?.anyOf[0] ?? []))
  if (!sum || listed.length < 2 || rule === undefined) return false
  const whole: Expression[] = rule === 'P-4' ? [{ kind: 'cell', cell: 't3.total.total' }] : []
  link.readings = [{ rule, anyOf: [sum, ...whole], certainty: 'likely' }]
  return true
}

/** 还有1件因为…，转到下一年继续办: the clause after says what it was. */
export function answerWaiting(clause: Token[], state: SentenceState, reader: Reader): void {
  const link = state.waiting
  const words = clause.filter(isTerm)
  if (!link || words.length === 0 || !isUsualCounter(link.numeral) || state.elsewhere) return
  delete state.waiting
  const count = resolve(words, state.situation, link.numeral, reader.format)
  if (count) link.readings = [{ rule: count.rule, anyOf: count.anyOf, certainty: 'guess' }]
}

/** Things the tables do not hold: what follows may be theirs. */
export function noteOther(link: Link, before: Token[], state: SentenceState): void {
  const { organ, head } = surroundingsOf(before, 'before')
  link.subject = 'other'
  if (organ === 'named') {
    link.elsewhere = true
    state.otherOrgan = true
  }
  const named = sensesOf(before.filter(isTerm), 'subject').at(-1)?.subject
  if (link.elsewhere && named && named !== 'cases') noteSubject(named, state.situation)
  const counter = isUsualCounter(link.numeral) || OTHER_COUNTERS.has(link.numeral.counter)
  const unclear = head === 'other' || (head === 'term' && organ === 'none' && !state.inParts)
  if (counter && unclear && !link.elsewhere) state.situation.subject = 'other'
}

/** What a list goes by, and whether totals of both kinds of cases, or of both routes, stand side by side. */
function noteListing(link: Link, count: Count, { situation, links }: SentenceState): void {
  if (count.byApplicant) situation.listing = 'applicants'
  else if (count.rule === 'P-4') situation.listing = 'rows'
  const last = links.at(-1)
  if (count.rule !== 'P-5' || last?.readings[0]?.rule !== 'P-5') return
  const total = (one: Link) =>
    JSON.stringify(one.readings[0]?.anyOf[0]).match(/upheld|corrected|other|pending/) === null
  if (!total(link) || !total(last)) return
  if (last.subject !== link.subject) situation.joint = true
  else delete situation.route
}

/** Writes down what a figure claims, and what the figures after it go on from. */
export function remember(
  link: Link,
  count: Count,
  certainty: Certainty,
  before: Token[],
  after: Token[],
  state: SentenceState,
): void {
  const { situation } = state
  link.subject = count.subject
  const compared = before.some((token) => hasMark(token, 'compare'))
  const then = before.some((token) => hasMark(token, 'previous') || token.kind === 'year')
  const rising = before.some(leadsBase) && hasMark(after[0], 'to')
  const carried = count.rows.some((row) => row.includes('carriedForward'))
  const longAgo = [...state.pending, ...before].some(
    (token) => token.kind === 'year' && token.year < state.reportYear - 1,
  )
  const ofItems = count.anyOf.some((one) => one.kind === 'cell' && one.cell.endsWith('.items'))
  const ofLastYear = state.year === 'previous' || (compared && then) || rising
  const previous = ofLastYear && (count.rule !== 'P-3' || carried) && !ofItems
  if (certainty === 'guess' && situation.subject === 'other') {
    link.readings = [{ rule: count.rule, anyOf: count.anyOf, certainty }]
    return
  }
  noteSubject(count.subject, situation)
  if (count.bothCases) {
    situation.bothCases = true
    situation.together = true
  }
  if (count.route) situation.route = count.route
  const anyOf = previous ? count.anyOf.flatMap(baseOf) : count.anyOf
  const loose =
    state.year === 'loosePrevious' || state.year === 'afterPrevious'
      ? [...anyOf, ...anyOf.map(ofPrevious)]
      : anyOf
  link.readings = [{ rule: count.rule, anyOf: loose, certainty }]
  if (previous && longAgo) {
    link.readings = []
    link.previous = true
    state.base = link
    state.level ??= { anyOf: count.anyOf, rule: count.rule, certainty }
    return
  }
  if (previous) {
    link.previous = true
    state.base = link
    if (!isLevelOf(state.level, count)) state.level = { anyOf: count.anyOf, rule: count.rule, certainty }
    return
  }
  if (count.rows.length > 0 && count.rule !== 'P-6') {
    situation.rows = count.rows
  }
  noteListing(link, count, state)
  state.level = { anyOf: count.anyOf, rule: count.rule, certainty, link }
  state.levels.push(state.level)
}
