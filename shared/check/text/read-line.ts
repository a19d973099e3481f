import { baseOf, changeReading, isChange } from './changes'
import { countFigure } from './count-figure'
import { isUsualCounter } from './counters'
import { doubted, readChain, readDistributed } from './distributed'
import { type Expression, ofPrevious, sumExpression } from './expression'
import {
  type Certainty,
  type Link,
  newSentence,
  type Reader,
  type Reading,
  type SentenceState,
} from './line-state'
import { readNegation } from './negations'
import { leadsBase, noteMarks, noteSubject, settle } from './note-marks'
import type { Numeral } from './numbers'
import { type Count, resolve, type Situation, sensesOf } from './resolve'
import { shareReading } from './shares'
import { isUnknown, surroundingsOf } from './surroundings'
import { hasMark, isOther, isTerm, type Token } from './tokens'

const SENTENCE_END = /^[。！？!?\n\t]$/
/** Words of a sentence; more of them without an end are no prose, and are read in pieces so that none takes long. */
const LONGEST = 400
/** What makes things that are no figures of the tables the subject of what follows. */
const OTHER_COUNTERS = new Set(['条', '篇', '期', '场', '次', '封', '人次'])
/** Inside: 在这22件申请中. */
const INSIDE = new Set(['中', '里', '里边', '里面', '当中', '内'])

/** Every figure of a line with what it claims, by sentence, and the subject the next line goes on with. */
export function readLine(
  tokens: Token[],
  reader: Reader,
  subject: Situation['subject'],
): { sentences: Link[][]; subject: Situation['subject'] } {
  const sentences: Link[][] = []
  let running = subject
  let before: SentenceState | undefined
  for (const sentence of split(tokens, (text) => SENTENCE_END.test(text))) {
    const state = newSentence(running === 'other' ? subject : running, reader.year)
    state.allCases = speaksOfAllCases(sentence)
    if (before) carryOver(before, state, sentence)
    for (const group of split(sentence, (text) => text === '；' || text === ';'))
      readGroup(group, state, reader)
    sentences.push(state.links)
    running = state.situation.subject ?? running
    before = state
  }
  return { sentences, subject: running }
}

/** 其中涉及政府信息公开的21件, 出庭应诉率100%: until then of cases of every kind. */
function speaksOfAllCases(sentence: Token[]): boolean {
  if (sentence.some((token) => token.kind === 'word' && token.text.includes('出庭'))) return true
  const parts = sentence.findIndex((token) => hasMark(token, 'parts'))
  const inPart = (token: Token, index: number) => index > parts && isDisclosure(token)
  return parts > 0 && sentence.slice(parts, parts + 4).some((token, index) => inPart(token, parts + index))
}

function isDisclosure(token: Token): boolean {
  return token.kind === 'word' && /^(?:政府)?信息公开(?:工作|领域|类)?$/.test(token.text)
}

/** The next sentence may tell the parts of the last count. */
function carryOver(before: SentenceState, state: SentenceState, [first]: Token[]): void {
  // 共有权责事项484项。其中行政许可63项: still a list of powers.
  if (first && hasMark(first, 'parts')) state.powers = before.powers
  state.situation.rows = before.situation.rows
  state.situation.bothCases = before.situation.bothCases
}

function readGroup(group: Token[], state: SentenceState, reader: Reader): void {
  state.pending = []
  state.inParts = false
  delete state.whole
  if (state.year === 'previous' || state.year === 'afterPrevious') state.year = 'current'
  delete state.situation.route
  let depth = 0
  let outside = state.year
  let clause: Token[] = []
  const close = () => {
    if (clause.length > 0) readClause(clause, state, reader)
    clause = []
  }
  for (const token of group) {
    if (token.kind !== 'stop') {
      clause.push(token)
      continue
    }
    close()
    if (/[（(]/.test(token.text) && depth++ === 0) outside = state.year
    if (/[）)]/.test(token.text) && depth > 0 && --depth === 0) state.year = outside
  }
  close()
}

function split(tokens: Token[], ends: (text: string) => boolean): Token[][] {
  const parts: Token[][] = [[]]
  for (const token of tokens) {
    if (token.kind === 'stop' && ends(token.text)) parts.push([])
    else if (parts.at(-1)?.length === LONGEST) parts.push([token])
    else parts.at(-1)?.push(token)
  }
  return parts.filter((part) => part.length > 0)
}

function readClause(clause: Token[], state: SentenceState, reader: Reader): void {
  const distribution = readDistributed(clause, state, reader)
  if (distribution === 'read' || (distribution === 'none' && readChain(clause, state, reader))) {
    settle(clause, state, reader.year)
    state.pending = []
    return
  }
  state.unclear = distribution === 'unclear'
  const denied = readNegation(clause, state, reader)
  state.clauseFrom = state.links.length
  let from = 0
  clause.forEach((token, at) => {
    if (token.kind !== 'numeral' || at < from) return
    state.lead = clause.slice(0, at)
    const taken = readNumeral(token.numeral, clause.slice(from, at), afterOf(clause, at), state, reader)
    from = at + 1 + taken
  })
  if (from === 0 && !denied) answerWaiting(clause, state, reader)
  settle(clause.slice(from), state, reader.year)
  if (from > 0 && state.year === 'previous') state.year = 'afterPrevious'
  state.willBe = false
  if (from === 0 || !state.links.at(-1)?.elsewhere) state.elsewhere = false
  state.pending = from > 0 ? [] : denied ? state.pending : [...state.pending, ...clause]
}

/** Up to the next figure, 、 or 中. */
function afterOf(clause: Token[], at: number): Token[] {
  const rest = clause.slice(at + 1)
  const end = rest.findIndex(
    (token) =>
      token.kind === 'numeral' || (token.kind === 'word' && (token.text === '、' || INSIDE.has(token.text))),
  )
  const listed = end >= 0 && rest[end]?.kind === 'word' && !rest.some(({ kind }) => kind === 'numeral')
  const inside = end >= 0 && INSIDE.has(textOf(rest[end]))
  return end < 0 || (listed && !inside) ? rest : rest.slice(0, end)
}

function textOf(token: Token | undefined): string {
  return token?.kind === 'word' ? token.text : ''
}

/** Ties one figure to the tables; returns how many tokens after it belong to it. */
function readNumeral(
  numeral: Numeral,
  before: Token[],
  after: Token[],
  state: SentenceState,
  reader: Reader,
): number {
  noteMarks(before, state, reader.year)
  const link: Link = { start: numeral.start, end: numeral.end, numeral, readings: [] }
  delete state.waiting
  noteParts(before, link, state)
  if (state.elsewhere || state.otherOrgan) link.elsewhere = true
  if (numeral.kind === 'count' && before.some((token) => hasMark(token, 'share'))) link.asWhole = true
  const average = before.some((token) => hasMark(token, 'average'))
  if (!state.planned && !state.willBe && !average) {
    const special = specialReadings(link, before, state, reader)
    if (!special) return readCounted(link, before, after, state, reader)
    link.readings = special.map((one) => ({ ...one, certainty: doubted(one.certainty, state) }))
  }
  state.links.push(link)
  return 0
}

/** Shares, changes, last year's figures and repetitions; undefined: it is a count like any other. */
function specialReadings(
  link: Link,
  before: Token[],
  state: SentenceState,
  reader: Reader,
): Reading[] | undefined {
  const { numeral } = link
  if (numeral.counter === '倍') return []
  if (numeral.kind === 'percent' || numeral.kind === 'points')
    return shareReading(link, before, state, reader)
  if (isBase(before)) {
    link.previous = true
    state.base = link
    if (!state.level) state.openBase = link
    return state.level ? [baseReading(state.level)] : []
  }
  if (isChange(before)) {
    link.change = true
    const readings = changeReading(numeral, before, state, reader)
    answerOpenBase(state)
    return readings
  }
  const last = state.links.at(-1)
  if (
    last &&
    before.some((token) => token.kind === 'word' && /^(?:折合|约合|合)$/.test(token.text)) &&
    numeral.kind === last.numeral.kind
  )
    return last.readings
  return undefined
}

function baseReading({ anyOf, rule, certainty, link }: NonNullable<SentenceState['level']>): Reading {
  const bases = anyOf.map(baseOf)
  const from = bases.flatMap((some, index) => some.map(() => index))
  return { rule, anyOf: bases.flat(), certainty, ...(link && { basis: { link, from } }) }
}

/** 与上年的2,920件相比，新收申请增加…: only now is said what the base counted. */
function answerOpenBase(state: SentenceState): void {
  if (state.openBase && state.level) state.openBase.readings = [baseReading(state.level)]
  delete state.openBase
}

/** 其中 begins to tell the parts of the last count. */
function noteParts(before: Token[], link: Link, state: SentenceState): void {
  const begins = [...state.pending, ...before].some((token) => hasMark(token, 'parts'))
  if (begins && before.some(isDisclosure)) state.allCases = false
  const { counter, kind } = link.numeral
  if (begins && !state.inParts) {
    state.inParts = true
    const whole = state.links.findLast(
      ({ change, numeral }) => !change && numeral.kind === kind && numeral.counter === counter,
    )
    if (whole) state.whole = whole
  }
  if (!state.whole || counter !== state.whole.numeral.counter || isChange(before)) return
  link.partOf = state.whole
  const first = state.links.slice(state.clauseFrom).find(({ partOf }) => partOf)
  if (first && before.some((token) => token.kind === 'word' && token.text === '、')) {
    first.listed = true
    link.listed = true
  }
}

/** 比上年的…, 与2021年末的…, 上年为…: last year's figure of what is counted. */
function isBase(before: Token[]): boolean {
  const previous = before.some((token) => hasMark(token, 'previous'))
  const compared = before.some((token) => hasMark(token, 'compare') || leadsBase(token))
  const then = previous || (compared && before.some((token) => token.kind === 'year'))
  const nothingElse = before.every((token) => !isTerm(token) && !isOther(token) && !isUnknown(token))
  return then && nothingElse && !before.some((token) => hasMark(token, 'up', 'down', 'to'))
}

function readCounted(
  link: Link,
  before: Token[],
  after: Token[],
  state: SentenceState,
  reader: Reader,
): number {
  const { count, certainty, taken, bare } = countFigure(link.numeral, before, after, state, reader)
  noteFate(before, count, certainty, link, state)
  if (count) remember(link, count, doubted(certainty, state), before, after, state)
  else if (bare) readBare(link, before, state)
  else noteOther(link, before, state)
  if (!count && isOneOf(before.at(-1), PROACTIVE)) state.attributes = true
  state.links.push(link)
  return taken
}

/** What became of what was received goes with it. */
function noteFate(
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

const PROACTIVE = /^主动公开(?:类)?$/
const REACHES = /^(?:达|达到|现为|仍为|为)$/
const STILL = /^(?:达|达到|还有|现有|现为|仍为|为)$/

function isOneOf(token: Token | undefined, words: RegExp): boolean {
  return token?.kind === 'word' && words.test(token.text)
}

/** Nothing near it says what it counts: the sum of a list, what was counted last, or what the next clause says. */
function readBare(link: Link, before: Token[], state: SentenceState): void {
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
function answerWaiting(clause: Token[], state: SentenceState, reader: Reader): void {
  const link = state.waiting
  const words = clause.filter(isTerm)
  if (!link || words.length === 0 || !isUsualCounter(link.numeral) || state.elsewhere) return
  delete state.waiting
  const count = resolve(words, state.situation, link.numeral, reader.format)
  if (count) link.readings = [{ rule: count.rule, anyOf: count.anyOf, certainty: 'guess' }]
}

/** Things the tables do not hold: what follows may be theirs. */
function noteOther(link: Link, before: Token[], state: SentenceState): void {
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
function remember(
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
