import type { Expression } from './expression'
import type { Certainty, Reader, SentenceState } from './line-state'
import type { Numeral } from './numbers'
import { type Count, resolve, type Situation, sensesOf } from './resolve'
import { carryOf, isUnknown, type Surroundings, surroundingsOf } from './surroundings'
import type { Subject } from './terms'
import { hasMark, isOther, isTerm, type Token, type Word } from './tokens'

/** What cases and documents are counted in; anything else is tied to the tables only where it is equal. */
const USUAL_COUNTERS = new Set(['', '件', '起', '宗', '例', '份', '件次'])
const DOCUMENT_COUNTERS = new Set(['个', '部', '项'])
const ITEM_COUNTERS = new Set(['个', '项', '次', '批'])
const LOOSE_COUNTERS = new Set(['条', '次', '人次', '笔', '个', '项', '部', '批'])

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

function isCountedIn(numeral: Numeral, subject: Subject): boolean {
  if (isUsualCounter(numeral)) return true
  if (subject === 'normative' || subject === 'regulations') return DOCUMENT_COUNTERS.has(numeral.counter)
  return (
    subject !== 'requests' &&
    subject !== 'review' &&
    subject !== 'litigation' &&
    ITEM_COUNTERS.has(numeral.counter)
  )
}

export function isUsualCounter({ counter, kind }: Numeral): boolean {
  return USUAL_COUNTERS.has(counter) || kind === 'money'
}

/** The words before the figure say what it counts, else those after it, else the clauses before. */
export function countFigure(
  numeral: Numeral,
  before: Token[],
  after: Token[],
  state: SentenceState,
  reader: Reader,
): Counted {
  if (!isUsualCounter(numeral) && !LOOSE_COUNTERS.has(numeral.counter)) return NOTHING
  const near = surroundingsOf(before, 'before')
  if (near.head === 'other') return countPastOther(numeral, before, after, state, reader)
  if (near.head === 'term') return counted(near, numeral, before, false, state, reader)
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
    if (found.count) return { ...found, taken: after.findLastIndex(isTerm) + 1 }
  }
  if (behind.head === 'other' && after.findIndex((token) => isOther(token) || isUnknown(token)) <= 1)
    return NOTHING
  if (near.organ !== 'none') return NOTHING
  const pending = surroundingsOf(state.pending, 'before')
  if (pending.head === 'term')
    return counted({ ...pending, organ: 'none' }, numeral, state.pending, false, state, reader)
  return { ...NOTHING, bare: true }
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
  const named = sensesOf(near.words, 'subject').length > 0
  if (!isUsualCounter(numeral) && !named) return NOTHING
  const narrowed = near.narrowed && count.rule !== 'P-4'
  if (state.inParts && narrowed && count.rule !== 'P-6') return NOTHING
  if (state.inParts && narrowed && count.subject !== 'requests') return NOTHING
  return { count, certainty: certaintyOf(count, numeral, narrowed, state), taken: 0 }
}

function certaintyOf(count: Count, numeral: Numeral, narrowed: boolean, { year }: SentenceState): Certainty {
  if (narrowed || count.unusual || !isCountedIn(numeral, count.subject)) return 'guess'
  if (year === 'loosePrevious' || year === 'afterPrevious') return 'guess'
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
  if (state.year === 'past') return true
  const { blocked, organ } = near
  if (subject === 'review' || subject === 'litigation') {
    if (state.elsewhere || state.reviewing || state.situation.carry === 'brought') return true
    const outcome = sensesOf(words, 'result').length > 0
    const byOther = organ === 'named' || (state.inParts && organ !== 'none')
    return !outcome && (byOther || blocked.has('wider') || blocked.has('foreignAct'))
  }
  if (organ === 'named' || organ === 'part' || state.elsewhere) return true
  if (organ === 'government' && (state.inParts || reader.foreignGovernment) && rule !== 'P-4') return true
  const fees = sensesOf(words, 'subject').some((sense) => sense.subject === 'fees')
  if (blocked.has('processingFee') && !fees) return true
  if (subject === 'requests') return false
  if (state.powers && numeral.counter === '项') return true
  if (isOtherAct(subject, words)) return true
  return blocked.has('powers') || blocked.has('publish') || blocked.has('foreignAct')
}

/** 受理许可2400件, 取消许可事项3项: not what was decided. */
function isOtherAct(subject: Subject, words: Word[]): boolean {
  if (subject === 'normative' || subject === 'regulations') return false
  return sensesOf(words, 'stage').some(({ stage }) => stage === 'received')
}

function readCount(
  words: Word[],
  numeral: Numeral,
  tokens: Token[],
  behind: boolean,
  state: SentenceState,
  reader: Reader,
): Count | undefined {
  state.situation.carry = carryOf(tokens, reader.year)
  const count = resolve(words, state.situation, numeral, reader.format)
  const received = sensesOf(words, 'stage').some(({ stage }) => stage === 'received')
  if (count?.rule === 'P-2' && tokens.some(isOfThisYear)) return newOnes(count)
  const dated = tokens.some(
    (token) => (token.kind === 'year' && token.year < reader.year) || hasMark(token, 'previous'),
  )
  if (count?.subject === 'requests' && behind && received && dated) return broughtForward(reader) ?? count
  return count
}

function isOfThisYear(token: Token): boolean {
  return token.kind === 'word' && /^(?:当年|当年度)$/.test(token.text)
}

/** 新收的100件当年办结91件: perhaps without those brought forward. */
function newOnes(count: Count): Count {
  const brought: Expression = { kind: 'cell', cell: 't3.broughtForward.total' }
  const others = count.anyOf.map((of): Expression => ({ kind: 'difference', of, less: brought }))
  return { ...count, anyOf: [...count.anyOf, ...others] }
}

/** 2022年12月收到、跨年办理的: brought forward. */
function broughtForward({ format }: Reader): Count | undefined {
  const word: Word = {
    kind: 'word',
    start: 0,
    end: 0,
    text: '',
    senses: [{ kind: 'stage', stage: 'brought' }],
  }
  const situation: Situation = { subject: 'requests', bothCases: false, rows: [], carry: 'brought' }
  return resolve([word], situation, undefined, format)
}
