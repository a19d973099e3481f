import { sumExpression } from './expression'
import type { Certainty, Link, Reader, SentenceState } from './line-state'
import { type Count, resolve, sensesOf } from './resolve'
import { carryOf, isUnknown, surroundingsOf } from './surroundings'
import { hasMark, isOther, isTerm, type Token, type Word } from './tokens'

/** 未按时答复, 没有及时公开: how it was done, not that it was not. */
const MANNER =
  /^(?:按|按照|按时|按期|及时|如期|全面|严格|规范|能|充分|全部|完全|准时|依法|直接|直|得到|被|给|向|对)$/

/** A clause that says there was none; true where something was tied to the tables. */
export function readNegation(clause: Token[], state: SentenceState, reader: Reader): boolean {
  const at = clause.findIndex((token) => hasMark(token, 'none'))
  const word = clause[at]
  if (!word || state.planned) return false
  const end = clause.findIndex((token, index) => index > at && token.kind === 'numeral')
  const after = clause.slice(at + 1, end < 0 ? undefined : end)
  const target = targetOf(word, after, clause.slice(0, at), state)
  if (!target) return false
  const start = word.start
  const link: Link = {
    start,
    end: word.end,
    numeral: { start, end: word.end, value: 0, kind: 'count', counter: '', decimals: 0 },
    readings: [],
  }
  const fee = clause.some((token) => hasMark(token, 'processingFee'))
  if (!fee) {
    const denied = deniedBy(word, target, clause, state, reader)
    if (!denied) return false
    link.readings = [{ rule: denied.rule, anyOf: denied.anyOf, certainty: denied.certainty }]
    if (denied.subject) link.subject = denied.subject
  }
  state.links.push(link)
  return true
}

/** What is denied stands after the word; where only 发生 and the like follow, before it. */
function targetOf(word: Token, after: Token[], before: Token[], state: SentenceState): Token[] | undefined {
  const [next] = after
  if (next?.kind === 'word' && MANNER.test(next.text) && next.text !== '被') return undefined
  const first = after.findIndex(isTerm)
  const heavy = (token: Token) => isUnknown(token) || isOther(token)
  if (first < 0) {
    if (stageOfNegation(word) && after.every((token) => !heavy(token))) return [...before.filter(isTerm)]
    const turned = after.some(heavy) || /^(?:不涉及|未涉及)$/.test(word.kind === 'word' ? word.text : '')
    if (turned) return after.some((token) => hasMark(token, 'processingFee')) ? after : undefined
    const named = before.some(isTerm)
      ? before
      : after.length === 0 || before.length === 0
        ? state.pending
        : before
    return surroundingsOf(named, 'before').head === 'term'
      ? named
      : after.some((token) => hasMark(token, 'processingFee'))
        ? after
        : undefined
  }
  const caused = after.findIndex((token) => hasMark(token, 'about'))
  const strange = after.findIndex(heavy)
  if (strange >= 0 && strange < first && !(caused >= 0 && caused < strange)) return undefined
  return surroundingsOf(after, 'before').head === 'term' ? after : undefined
}

interface Denied {
  rule: string
  anyOf: NonNullable<ReturnType<typeof sumExpression>>[]
  certainty: Certainty
  subject?: Count['subject']
}

function deniedBy(
  word: Token,
  target: Token[],
  clause: Token[],
  state: SentenceState,
  reader: Reader,
): Denied | undefined {
  const near = surroundingsOf(target, 'before')
  if (state.elsewhere || state.year !== 'current' || near.organ === 'named') return undefined
  const situation = { ...state.situation, carry: carryOf(clause, reader.year) }
  const stage = stageOfNegation(word)
  const conjoined = conjuncts(target)
  const parts = (conjoined.length > 0 ? conjoined : [[]]).map((part) => [
    ...(stage ? [stage] : []),
    ...part.filter(isTerm),
  ])
  const whole = [...(stage ? [stage] : []), ...target.filter(isTerm)]
  const shared = resolve(whole, situation, undefined, reader.format)?.subject
  const counts = parts.flatMap((words) => {
    if (!isDeniable(words, shared)) return []
    return (
      resolve(words, { ...situation, ...(shared && { subject: shared }) }, undefined, reader.format) ?? []
    )
  })
  const [first] = counts
  const ofTables = first?.rule === 'P-6'
  const blocks = [...near.blocked].filter((block) => ofTables || block !== 'publish')
  if (blocks.length > 0) return undefined
  const expressions = counts.flatMap(({ anyOf }) => anyOf.slice(0, 1))
  const distinct = [...new Map(expressions.map((one) => [JSON.stringify(one), one])).values()]
  const sum = sumExpression(distinct)
  if (!first || !sum) return undefined
  const clear = counts.every(({ open }) => !open)
  const certainty = near.narrowed ? 'guess' : clear ? 'sure' : 'likely'
  return { rule: first.rule, anyOf: [sum], certainty, subject: first.subject }
}

/** 未收到, 未制发 carry the act in the word that denies. */
function stageOfNegation(word: Token): Word | undefined {
  if (word.kind !== 'word') return undefined
  const text = word.text
  const make = (senses: Word['senses']): Word => ({ ...word, senses })
  if (/收到|接到|受理|新收|接收/.test(text)) return make([{ kind: 'stage', stage: 'received' }])
  if (/制发|制定|出台|印发|新增/.test(text)) return make([{ kind: 'column', columns: ['issued', 'made'] }])
  if (/废止/.test(text)) return make([{ kind: 'column', columns: ['repealed'] }])
  if (/结转/.test(text)) return make([{ kind: 'stage', stage: 'carry' }])
  return undefined
}

/** Only what a table counts and a sentence may deny as a whole: no manner of handling, no 其他. */
function isDeniable(words: Word[], shared: Count['subject'] | undefined): boolean {
  const stages = sensesOf(words, 'stage').map(({ stage }) => stage)
  if (stages.includes('concluded') || stages.includes('handled')) return false
  const rows = sensesOf(words, 'row')
    .filter(({ loose }) => !loose)
    .flatMap(({ rows }) => rows)
  if (rows.some((row) => row === 'granted' || row === 'partial')) return false
  if (sensesOf(words, 'subject').length > 0 || sensesOf(words, 'route').length > 0 || rows.length > 0)
    return true
  if (stages.length > 0) return shared === 'requests'
  const columns = sensesOf(words, 'column').flatMap((sense) => sense.columns)
  if (columns.some((column) => ['issued', 'made', 'repealed', 'disclosed'].includes(column)))
    return shared === 'normative' || shared === 'regulations'
  return (
    sensesOf(words, 'result').length > 0 &&
    (shared === 'review' || shared === 'litigation') &&
    words.every(({ text }) => text !== '其他')
  )
}

function conjuncts(tokens: Token[]): Token[][] {
  const parts: Token[][] = [[]]
  for (const token of tokens) {
    if (hasMark(token, 'and')) parts.push([])
    else parts.at(-1)?.push(token)
  }
  return parts.filter((part) => part.some(isTerm))
}
