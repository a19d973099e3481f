import { cellAddress, cellInfo } from '../../format/cells'
import { isChange } from './changes'
import { cellExpression, type Expression, sumExpression } from './expression'
import type { Reader, Reading, SentenceState } from './line-state'
import { noteSubject } from './note-marks'
import { rowsOf, type Situation, sensesOf } from './resolve'
import { isUnknown } from './surroundings'
import { hasMark, isTerm, type Token } from './tokens'

/** 办结率, 公开率, 维持率: which figures make it is a convention, so every usual one counts. */
export function rateReading(before: Token[], state: SentenceState, reader: Reader): Reading[] | undefined {
  const at = before.findLastIndex(
    (token) => token.kind === 'word' && token.senses.some(({ kind }) => kind === 'rate'),
  )
  const token = before[at]
  if (token?.kind !== 'word') return undefined
  const after = before.slice(at + 1)
  if (isChange(after)) return []
  const qualifier = before[at - 1]
  if (
    qualifier &&
    (isUnknown(qualifier) ||
      (qualifier.kind === 'word' && /^(?:按期|按时|及时|依法|准时|如期|限时)$/.test(qualifier.text)))
  )
    return []
  if (before.slice(0, at).some((token) => hasMark(token, 'channel', 'restrict'))) return []
  const ofRequests = !['all', 'closed'].includes(firstWhole(token))
  const subject = sensesOf(before.filter(isTerm), 'subject').at(-1)?.subject
  if (subject && subject !== 'cases') noteSubject(subject, state.situation)
  const situation =
    subject && subject !== 'cases' ? { ...state.situation, subject, bothCases: false } : state.situation
  const { subject: about } = situation
  const ofOthers = ofRequests ? state.receivedOther : state.allCases
  if (
    state.elsewhere ||
    state.otherOrgan ||
    ofOthers ||
    (ofRequests && about !== undefined && about !== 'requests' && about !== 'other')
  )
    return []
  const sense = token.senses.find((one) => one.kind === 'rate')
  if (sense?.kind !== 'rate') return undefined
  const of = sense.of.flatMap((name) => named(name, situation, reader) ?? [])
  const wholes = sense.whole.flatMap((name) => named(name, situation, reader) ?? [])
  const anyOf = of.flatMap((part) => wholes.map((whole): Expression => ({ kind: 'share', of: part, whole })))
  return anyOf.length > 0
    ? [
        {
          rule: 'P-7',
          anyOf,
          certainty: sense.rough || about === undefined || about === 'other' ? 'guess' : 'sure',
        },
      ]
    : []
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
