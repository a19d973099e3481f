import type { SentenceState } from './line-state'
import { type Situation, sensesOf } from './resolve'
import { surroundingsOf } from './surroundings'
import { hasMark, isTerm, type Token } from './tokens'

/** Years, scopes and plans, in the order they are said. */
export function noteMarks(tokens: Token[], state: SentenceState, reportYear: number): void {
  const compares = tokens.some((token) => hasMark(token, 'compare'))
  const stages = sensesOf(tokens.filter(isTerm), 'stage').map(({ stage }) => stage)
  const carries = stages.some((stage) => stage === 'carry' || stage === 'carried' || stage === 'brought')
  tokens.forEach((token, index) => {
    if (hasMark(token, 'plan') && !carries) state.planned = true
    if (hasMark(token, 'will') && !carries) state.willBe = true
    if (hasMark(token, 'applicants')) state.situation.subject ??= 'requests'
    if (hasMark(token, 'attribute')) state.attributes = true
    if (hasMark(token, 'powers')) state.powers = true
    if (isReviewOrgan(token, tokens[index - 1])) state.reviewing = true
    if (hasMark(token, 'past')) state.year = 'past'
    if (hasMark(token, 'self')) state.elsewhere = false
    if (hasMark(token, 'self', 'current')) state.otherOrgan = false
    if (hasMark(token, 'elsewhere') && !isAside(tokens[index - 1])) state.elsewhere = true
    if (hasMark(token, 'current')) state.year = 'current'
    if (hasMark(token, 'next') && !carries) state.planned = true
    const compared = compares || hasMark(tokens[index + 1], 'same') || leadsBase(tokens[index - 1])
    if (compared || carries) return
    if (hasMark(token, 'previous')) state.year = 'previous'
    if (token.kind === 'year') noteYear(token.year - reportYear, state)
  })
}

function noteYear(distance: number, state: SentenceState): void {
  if (distance > 0) state.planned = true
  else state.year = distance === 0 ? 'current' : distance === -1 ? 'loosePrevious' : 'past'
}

/** 作为行政复议机关, or the office that decides reviews. */
function isReviewOrgan(token: Token, before: Token | undefined): boolean {
  if (token.kind !== 'word') return false
  if (/^(?:行政)?复议机构$/.test(token.text)) return true
  return /^(?:行政)?复议机关$/.test(token.text) && before?.kind === 'word' && before.text === '作为'
}

/** 与上年的…, 由上年的…: what something is compared with. */
export function leadsBase(token: Token | undefined): boolean {
  return token?.kind === 'word' && /^[与由同和]$/.test(token.text)
}

/** 上年度尚未审结的3件行政诉讼, 上年结转的复议案件2件. */
export function speaksOfEarlierCases(clause: Token[], { situation, reportYear }: SentenceState): boolean {
  const words = clause.filter(isTerm)
  const named = sensesOf(words, 'subject').map(({ subject }) => subject)
  const ofCases = ['review', 'litigation', 'cases']
  const about = named.length > 0 ? named : [situation.subject ?? '']
  if (!about.some((one) => ofCases.includes(one)) && sensesOf(words, 'route').length === 0) return false
  const stages = sensesOf(words, 'stage').map(({ stage }) => stage)
  if (stages.includes('brought')) return true
  const left =
    stages.includes('carry') || sensesOf(words, 'result').some(({ result }) => result === 'pending')
  return left && clause.some((token) => isEarlier(token, reportYear))
}

function isEarlier(token: Token, reportYear: number): boolean {
  return hasMark(token, 'previous', 'past') || (token.kind === 'year' && token.year < reportYear)
}

/** What is spoken of from here on. */
export function noteSubject(subject: NonNullable<Situation['subject']>, situation: Situation): void {
  const cases = ['review', 'litigation']
  const other = cases.includes(situation.subject ?? '') && subject !== situation.subject
  if (cases.includes(subject) && other) situation.bothCases = true
  if (subject !== situation.subject) delete situation.route
  situation.together = false
  if (subject !== situation.subject) situation.joint = false
  situation.subject = subject
}

/** 占全市的, 居全省第三, 在全区率先: no word on whose figures follow. */
function isAside(token: Token | undefined): boolean {
  if (hasMark(token, 'share')) return true
  return (
    token !== undefined &&
    token.kind !== 'stop' &&
    /[在居列为被按照向对获以参由到]$/.test('text' in token ? token.text : '')
  )
}

/** 居前的是城关街道，… goes on about that organ. */
function endsInOrgan(tokens: Token[]): boolean {
  const [is, last] = tokens.slice(-2)
  const names = is?.kind === 'word' && /^[是为]$/.test(is.text)
  return names && last !== undefined && surroundingsOf([last], 'before').organ === 'named'
}

/** What a clause leaves behind for the next: subjects named, years, scopes. */
export function settle(rest: Token[], state: SentenceState, reportYear: number): void {
  noteMarks(rest, state, reportYear)
  if (endsInOrgan(rest)) state.otherOrgan = true
  const words = rest.filter(isTerm)
  const subjects = sensesOf(words, 'subject').map(({ subject }) => subject)
  const last = subjects.filter((subject) => subject !== 'cases').at(-1)
  if (last) noteSubject(last, state.situation)
  if (subjects.includes('review') && subjects.includes('litigation')) state.situation.bothCases = true
  const routes = [...new Set(sensesOf(words, 'route').map(({ route }) => route))]
  const [route] = routes
  if (route && routes.length === 1) state.situation.route = route
  else if (route) delete state.situation.route
}
