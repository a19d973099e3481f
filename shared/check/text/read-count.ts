import type { Expression } from './expression'
import type { Reader, SentenceState } from './line-state'
import type { Numeral } from './numbers'
import { type Count, resolve, type Situation, sensesOf } from './resolve'
import { carryOf } from './surroundings'
import type { Sense } from './terms'
import { hasMark, type Token, type Word } from './tokens'

/** What words count, with what is said beside them of this year, of last year and of what is left. */
export function readCount(
  words: Word[],
  numeral: Numeral,
  tokens: Token[],
  behind: boolean,
  state: SentenceState,
  reader: Reader,
): Count | undefined {
  state.situation.carry = carryOf(tokens, reader.year)
  const rest = tokens.some(
    (token) => token.kind === 'word' && /^(?:尚有|还有|剩余|余下|余|尚)$/.test(token.text),
  )
  const count = resolve(rest ? words.map(asUnfinished) : words, state.situation, numeral, reader.format)
  if (count?.rule === 'P-1' && isPartOfConcluded(tokens, state)) return newAmongConcluded(count)
  if (count?.rule === 'P-3' && isEitherCarry(words, tokens, state, reader.year)) return eitherCarry(count)
  const received = sensesOf(words, 'stage').some(({ stage }) => stage === 'received')
  const before = state.links.slice(state.clauseFrom).at(-1)?.readings[0]?.rule
  if (count?.rule === 'P-2' && (before === 'P-1' || tokens.some(isOfThisYear))) return newOnes(count)
  const dated = tokens.some(
    (token) => (token.kind === 'year' && token.year < reader.year) || hasMark(token, 'previous'),
  )
  if (count?.subject === 'requests' && behind && received && dated) return broughtForward(reader) ?? count
  return count
}

/** 新收100件、结转7件、办结98件: before anything was concluded a bare 结转 may be what came from last year. */
function isEitherCarry(
  words: Word[],
  tokens: Token[],
  { links, pending }: SentenceState,
  year: number,
): boolean {
  const bare = words.some(({ text }) => text === '结转') && sensesOf(words, 'stage').length === 1
  const marked = [...pending, ...tokens].some(
    (token) => hasMark(token, 'next', 'previous') || (token.kind === 'year' && token.year !== year),
  )
  const concluded = links.some(({ readings }) =>
    readings.some(({ rule }) => rule === 'P-2' || rule === 'P-4'),
  )
  const after = links.at(-1)?.readings[0]?.rule === 'P-1'
  return bare && !marked && !concluded && after
}

function eitherCarry(count: Count): Count {
  const brought: Expression = { kind: 'cell', cell: 't3.broughtForward.total' }
  return { ...count, anyOf: [...count.anyOf, brought], rows: [...count.rows, ['broughtForward']] }
}

/** 办结205件，其中新收196件. */
function isPartOfConcluded(tokens: Token[], { inParts, whole, pending }: SentenceState): boolean {
  const begins = [...pending, ...tokens].some((token) => hasMark(token, 'parts'))
  return (inParts || begins) && whole?.readings[0]?.rule === 'P-2'
}

function newAmongConcluded(count: Count): Count {
  const concluded: Expression = { kind: 'cell', cell: 't3.total.total' }
  return { ...newOnes({ ...count, anyOf: [concluded] }), rows: [], open: true }
}

/** 尚有9件处于办理中: what is being handled is not finished. */
function asUnfinished(word: Word): Word {
  const senses = word.senses.map((sense): Sense => {
    return sense.kind === 'stage' && sense.stage === 'handled' ? { kind: 'stage', stage: 'carried' } : sense
  })
  return { ...word, senses }
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
