import { baseOf, changeReading, isChange, otherLevel } from './changes'
import { countFigure } from './count-figure'
import { doubted, readChain, readDistributed } from './distributed'
import { type Link, newSentence, type Reader, type Reading, type SentenceState } from './line-state'
import { readNegation } from './negations'
import { leadsBase, noteMarks, settle, speaksOfEarlierCases } from './note-marks'
import type { Numeral } from './numbers'
import { answerWaiting, isOneOf, noteFate, noteOther, PROACTIVE, readBare, remember } from './remember'
import type { Situation } from './resolve'
import { shareBehind, shareReading } from './shares'
import { isUnknown } from './surroundings'
import { hasMark, isOther, isTerm, type Token } from './tokens'

const SENTENCE_END = /^[。！？!?\n\t]$/
/** Words of a sentence; more of them without an end are no prose, and are read in pieces so that none takes long. */
const LONGEST = 400
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
  if (speaksOfEarlierCases(clause, state)) state.earlierCases = true
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
    const behind = shareBehind(numeral, before, after, state, reader)
    if (behind) {
      link.readings = behind.readings
      state.links.push(link)
      return behind.taken
    }
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
    if (!state.level) return []
    const reading = baseReading(state.level)
    return [otherLevel(state.level, state) ? { ...reading, certainty: 'guess' } : reading]
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
