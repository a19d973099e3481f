import { isCountedIn, isLooseCounter, isUsualCounter } from './counters'
import type { Certainty, Link, Reader, SentenceState } from './line-state'
import type { Numeral } from './numbers'
import { readCount } from './read-count'
import { type Count, resolve, sensesOf } from './resolve'
import { blocksOf, isAct, isUnknown, type Surroundings, surroundingsOf } from './surroundings'
import type { Subject } from './terms'
import { hasMark, isOther, isTerm, type Token, type Word } from './tokens'

/** Named before 其他 they are all that the tables tell apart: groups of results, kinds of applicants. */
const WHOLE_LIST = 5

const INSIDE = /^(?:中|当中|里面?)$/

/** What a figure was found to count. */
export interface Counted {
  count: Count | undefined
  certainty: Certainty
  /** How many tokens after the figure belong to it. */
  taken: number
  /** Nothing near the figure says what it counts. */
  bare?: true
}

const NOTHING: Counted = { count: undefined, certainty: 'guess', taken: 0 }

/** The words before the figure say what it counts, else those after it, else the clauses before. */
export function countFigure(
  numeral: Numeral,
  before: Token[],
  after: Token[],
  state: SentenceState,
  reader: Reader,
): Counted {
  if (!isUsualCounter(numeral) && !isLooseCounter(numeral)) return NOTHING
  if (countsNextWord(numeral, after[0])) return NOTHING
  const near = surroundingsOf(before, 'before')
  if (near.head === 'other') return countPastOther(numeral, before, after, state, reader)
  if (near.head === 'term') {
    const named = subjectBehind(numeral, near.words, after[0])
    const found = counted(
      named ? { ...near, words: [...near.words, named] } : near,
      numeral,
      before,
      false,
      state,
      reader,
    )
    return named && found.count ? { ...found, taken: 1 } : found
  }
  const behind = surroundingsOf(after, 'after')
  if (behind.head === 'term' && near.organ !== 'named' && !isDated(after, reader)) {
    const found = counted(
      { ...behind, organ: near.organ },
      numeral,
      [...before, ...after],
      true,
      state,
      reader,
    )
    const strange = after.some((token) => isUnknown(token) || isOther(token))
    const certainty = strange ? 'guess' : found.certainty
    if (found.count) return { ...found, certainty, taken: after.findLastIndex(isTerm) + 1 }
  }
  if (behind.head === 'other' && after.findIndex((token) => isOther(token) || isUnknown(token)) <= 1)
    return NOTHING
  if (near.organ !== 'none') return NOTHING
  const pending = surroundingsOf(state.pending, 'before')
  if (pending.words.length > 0) {
    const found = counted({ ...pending, organ: 'none' }, numeral, state.pending, false, state, reader)
    const strange = [...state.pending, ...before].some(
      (token) => isUnknown(token) || isOther(token) || hasMark(token, 'channel', 'restrict', 'about'),
    )
    return strange ? { ...found, certainty: 'guess' } : found
  }
  return { ...NOTHING, bare: true }
}

/** 收到105件政府信息公开申请: the act stands before the figure, the application behind it. */
function subjectBehind(numeral: Numeral, words: Word[], next: Token | undefined): Word | undefined {
  if (!next || next.start !== numeral.end || !isTerm(next)) return undefined
  const acts = words.every(({ senses }) => senses.every(({ kind }) => kind === 'stage'))
  const requests = next.senses.some((sense) => sense.kind === 'subject' && sense.subject === 'requests')
  return acts && requests ? next : undefined
}

/** 二十个工作日, 12件投诉: the word that touches the figure is what it counts, and no table counts that. */
function countsNextWord(numeral: Numeral, next: Token | undefined): boolean {
  if (!next || next.start !== numeral.end || numeral.counter === '') return false
  return isOther(next) || (!isUsualCounter(numeral) && isUnknown(next))
}

/** 2件诉讼系上年度案件: not of this year, unless it was brought forward. */
function isDated(after: Token[], { year }: Reader): boolean {
  const carries = sensesOf(after.filter(isTerm), 'stage').length > 0
  return (
    !carries &&
    after.some((token) => hasMark(token, 'previous') || (token.kind === 'year' && token.year < year))
  )
}

/** Something nobody knows stands nearest: what the terms beyond it say is a guess. */
function countPastOther(
  numeral: Numeral,
  before: Token[],
  after: Token[],
  state: SentenceState,
  reader: Reader,
): Counted {
  const strongest = before.findLastIndex(isTerm) > before.findLastIndex(isOther)
  const near = surroundingsOf(before, 'before')
  const words = near.words.length > 0 && strongest ? near.words : surroundingsOf(after, 'after').words
  if (words.length === 0) return NOTHING
  const count = readCount(words, numeral, before, false, state, reader)
  return count && !isBlocked(count, words, numeral, near, state, reader)
    ? { count, certainty: 'guess', taken: 0 }
    : NOTHING
}

function counted(
  near: Surroundings,
  numeral: Numeral,
  tokens: Token[],
  behind: boolean,
  state: SentenceState,
  reader: Reader,
): Counted {
  const count = readCount(near.words, numeral, tokens, behind, state, reader)
  if (!count || isBlocked(count, near.words, numeral, near, state, reader)) return NOTHING
  if (isAmong(count, state, reader)) return NOTHING
  const subjects = sensesOf(near.words, 'subject').map(({ subject }) => subject)
  const named = subjects.length > 0
  if (count.subject === 'requests' && subjects.some(isDecision)) return NOTHING
  if (!isUsualCounter(numeral) && !named) return NOTHING
  const narrowed =
    (near.narrowed && count.rule !== 'P-4') ||
    isNotTheSum(count, near.words, tokens) ||
    (count.rule !== 'P-4' && isCaused(tokens, state)) ||
    (count.subject === 'requests' && near.organ === 'part') ||
    (reader.officeIsPart && tokens.some(isOffice)) ||
    tokens.some(isPlaces) ||
    isLooselyOf(count, near.words)
  if (state.inParts && count.rule !== 'P-1' && isSame(count, state.whole)) return NOTHING
  if (state.inParts && narrowed && count.rule !== 'P-6') return NOTHING
  if (state.inParts && narrowed && count.subject !== 'requests') return NOTHING
  return { count, certainty: certaintyOf(count, near.words, numeral, narrowed, state), taken: 0 }
}

/**
 * After cases were spoken of 办结 may be of applications again, and 不予公开 what a case was about: neither is sure without
 * a word of its own.
 */
function isBesideCases({ rule }: Count, words: Word[], { situation }: SentenceState): boolean {
  if (situation.subject !== 'review' && situation.subject !== 'litigation') return false
  if (sensesOf(words, 'subject').length > 0 || sensesOf(words, 'route').length > 0) return false
  if (rule !== 'P-5') return true
  return sensesOf(words, 'result').length === 0 && words.some(({ text }) => /办|答复|收到|受理/.test(text))
}

/** 收到市局转办申请12件，答复12件: no word of its own says that it is of all of them. */
function isOfWhatWent(
  { rule }: Count,
  words: Word[],
  { receivedOther, earlierCases, year }: SentenceState,
): boolean {
  if (rule === 'P-2' || rule === 'P-3')
    return receivedOther && words.every(({ senses }) => senses.every(({ kind }) => kind === 'stage'))
  return rule === 'P-5' && (year === 'previous' || (earlierCases && !isTotalOfCases(words)))
}

/** 本年行政诉讼13件: what became of cases is not told apart by year, how many there were is. */
function isTotalOfCases(words: Word[]): boolean {
  const closed = sensesOf(words, 'stage').some(({ stage }) => stage !== 'received')
  return isNamed(words) && !closed && sensesOf(words, 'result').length === 0
}

/** The words say what is counted without what was said before. */
function isNamed(words: Word[]): boolean {
  return sensesOf(words, 'subject').length > 0 || sensesOf(words, 'row').some(({ loose }) => !loose)
}

function certaintyOf(
  count: Count,
  words: Word[],
  numeral: Numeral,
  narrowed: boolean,
  state: SentenceState,
): Certainty {
  const { year, situation, links } = state
  if (
    narrowed ||
    count.unusual ||
    (situation.subject === 'other' && !isNamed(words)) ||
    !isCountedIn(numeral, count.subject)
  )
    return 'guess'
  if (year === 'loosePrevious' || year === 'afterPrevious') return 'guess'
  if (isOfWhatWent(count, words, state) || isBesideCases(count, words, state)) return 'guess'
  if (count.rest && links.filter(({ readings }) => readings[0]?.rule === count.rule).length < WHOLE_LIST)
    return 'guess'
  return count.open ? 'likely' : 'sure'
}

function isBlocked(
  { subject, rule }: Count,
  words: Word[],
  numeral: Numeral,
  near: Surroundings,
  state: SentenceState,
  reader: Reader,
): boolean {
  if (state.year === 'past' || (near.acted && near.words.length > 0)) return true
  const { blocked, organ } = near
  if (subject === 'review' || subject === 'litigation') {
    if (state.elsewhere || state.otherOrgan || state.reviewing || state.allCases) return true
    if (state.situation.carry === 'brought') return true
    const outcome = sensesOf(words, 'result').length > 0
    const byOther = organ === 'named' || (state.inParts && organ !== 'none')
    return !outcome && (byOther || blocked.has('wider') || blocked.has('foreignAct'))
  }
  if (organ === 'named' || state.elsewhere || state.otherOrgan) return true
  if (organ === 'government' && reader.foreignGovernment && rule !== 'P-4') return true
  const named = sensesOf(words, 'subject').map((sense) => sense.subject)
  const fees = named.includes('fees')
  if (fees && named.includes('requests')) return true
  if (blocked.has('processingFee') && !fees) return true
  if (subject === 'requests') return state.attributes && isAttribute(words)
  if (state.powers && numeral.counter === '项') return true
  if (isOtherAct(subject, words)) return true
  const lead = blocksOf(state.lead)
  if (lead.has('publish') || blocked.has('publish')) state.published = true
  else if (state.lead.some(isAct)) state.published = false
  if (state.published) return true
  const counted = isUsualCounter(numeral)
  return (['powers', 'publish', 'foreignAct'] as const).some(
    (block) => (block !== 'powers' || !counted) && (blocked.has(block) || lead.has(block)),
  )
}

/** 主动公开92件，依申请公开26件，不予公开20件: how documents are marked, where nothing says that they were asked for. */
function isAttribute(words: Word[]): boolean {
  return words.every(({ text, senses }) => text === '依申请公开' || senses.some(({ kind }) => kind === 'row'))
}

/** 受理许可2400件, 取消许可事项3项: not what was decided. */
function isDecision(subject: Subject): boolean {
  return ['licensing', 'penalties', 'coercion', 'services', 'procurement'].includes(subject)
}

/** 企业提交的申请: who else applied is not said. */
function isLooselyOf(count: Count, words: Word[]): boolean {
  const loose = sensesOf(words, 'applicant').some((sense) => sense.loose)
  const head =
    words.at(-1)?.senses.some((sense) => sense.kind === 'subject' && sense.subject === 'requests') ?? false
  return count.byApplicant === true && loose && head
}

/** 各街道办理行政处罚120件: the departments' own are not in it. */
function isPlaces(token: Token): boolean {
  return (
    token.kind === 'word' &&
    !/部门|单位/.test(token.text) &&
    token.senses.some((sense) => sense.kind === 'organ' && sense.organ === 'part')
  )
}

/** 区政府办公室收到: only what came to the office itself. */
function isOffice(token: Token): boolean {
  return (
    token.kind === 'word' &&
    /办/.test(token.text) &&
    token.senses.some((sense) => sense.kind === 'organ' && sense.organ === 'government')
  )
}

/** 行政许可中，准予许可2300件: some of them, not all. */
function isAmong({ anyOf, rule }: Count, { pending, situation }: SentenceState, { format }: Reader): boolean {
  const at = pending.findLastIndex((token) => token.kind === 'word' && INSIDE.test(token.text))
  const named = at > 0 && pending[at - 1]
  if (!named || !isTerm(named) || rule === 'P-1') return false
  const whole = resolve(pending.slice(0, at).filter(isTerm), situation, undefined, format)
  return whole !== undefined && JSON.stringify(whole.anyOf[0]) === JSON.stringify(anyOf[0])
}

/** A part of what was just counted cannot be all of it. */
function isSame({ anyOf }: Count, whole: Link | undefined): boolean {
  const [reading] = whole?.readings ?? []
  return reading !== undefined && JSON.stringify(reading.anyOf[0]) === JSON.stringify(anyOf[0])
}

/** 取消许可事项3项, 办理行政复议案件143件: some of them, or decided as a reviewing organ. */
function isNotTheSum({ subject }: Count, words: Word[], tokens: Token[]): boolean {
  if (subject === 'review' || subject === 'litigation') {
    const acts = sensesOf(words, 'stage').some(({ stage }) => stage === 'handled')
    return (
      (acts || words.some(({ text }) => /^(?:受理|登记)/.test(text))) &&
      sensesOf(words, 'result').length === 0
    )
  }
  return (
    subject !== 'requests' && tokens.some((token) => hasMark(token, 'up', 'down') && !hasMark(token, 'to'))
  )
}

/** 因答复内容引起的13件: what they are about, not what they are. */
function isCaused(tokens: Token[], { situation }: SentenceState): boolean {
  const about = tokens.findLastIndex((token) => hasMark(token, 'about'))
  const words = about < 0 ? [] : tokens.slice(about).filter(isTerm)
  const ofCases = situation.subject === 'review' || situation.subject === 'litigation'
  const named = sensesOf(words, 'subject').filter(({ subject }) => !ofCases || subject !== 'requests')
  return words.length > 0 && named.length === 0 && sensesOf(words, 'route').length === 0
}

function isOtherAct(subject: Subject, words: Word[]): boolean {
  if (subject === 'normative' || subject === 'regulations') return false
  return sensesOf(words, 'stage').some(({ stage }) => stage === 'received')
}
