import { differenceOf, growthOf, isChange } from './changes'
import type { Certainty, Level, Link, Reader, Reading, SentenceState } from './line-state'
import { noteMarks } from './note-marks'
import type { Numeral } from './numbers'
import { type Count, resolve } from './resolve'
import { shareOfCount } from './shares'
import { isUnknown, surroundingsOf } from './surroundings'
import { hasMark, isOther, isTerm, type Token } from './tokens'

/** Whether and how 分别 or 均 in a clause was understood. */
export type Distribution = 'read' | 'none' | 'unclear'

/** 甲、乙、丙分别为1件、2件、3件; 甲、乙均为0件; 分别增长25%、13%. unclear: nothing in the clause is certain. */
export function readDistributed(clause: Token[], state: SentenceState, reader: Reader): Distribution {
  const at = clause.findIndex((token) => hasMark(token, 'respectively', 'each'))
  if (at < 0 || state.planned) return 'none'
  const after = clause.slice(at + 1)
  const figures = after.flatMap((token) => (token.kind === 'numeral' ? [token.numeral] : []))
  const each = hasMark(clause[at], 'each')
  const from = after.findIndex(({ kind }) => kind === 'numeral')
  const own = after
    .slice(each ? 0 : from)
    .filter((token) => isTerm(token) || isOther(token) || isUnknown(token))
  if (figures.length === 0 || own.length > 0) return 'none'
  const unclear = each ? 'none' : 'unclear'
  if (clause.slice(0, at).some((token) => token.kind === 'numeral')) return unclear
  const changes = after.some((token) => hasMark(token, 'up', 'down'))
  if (figures.every(({ kind }) => kind === 'percent') || changes)
    return each ? 'none' : readPercents(figures, clause, saidOfParts(clause, at), state, reader)
  const named = [...state.pending, ...clause.slice(0, at), ...(each ? [] : after.slice(0, from))]
  if (named.filter(({ kind }) => kind === 'year').length > 1) return unclear
  noteMarks(clause.slice(0, at), state, reader.year)
  const counts = partsOf(named, state, reader)
  if (counts.length < 2) return unclear
  const readings = counts.map((count) => readingOf(count, state))
  if (each && figures.length === 1 && figures[0]) addLink(figures[0], readings, undefined, state)
  else if (!each && figures.length === counts.length)
    for (const [index, numeral] of figures.entries()) addPart(numeral, readings[index], counts[index], state)
  else return unclear
  state.situation.subject = counts.at(-1)?.subject ?? 'other'
  return 'read'
}

/** 占比分别为, 增幅分别为: the parts end before what is said of them. */
function saidOfParts(clause: Token[], at: number): number {
  const said = clause.findIndex((token) => hasMark(token, 'share', 'up', 'down', 'compare'))
  return said >= 0 && said < at ? said : at
}

function readingOf({ rule, anyOf, open, unusual }: Count, { elsewhere, year }: SentenceState): Reading {
  const plain = !elsewhere && year === 'current' && !unusual
  return { rule, anyOf, certainty: !plain ? 'guess' : open ? 'likely' : 'sure' }
}

function addLink(
  numeral: Numeral,
  readings: Reading[],
  subject: Count['subject'] | undefined,
  state: SentenceState,
): Link {
  const link: Link = {
    start: numeral.start,
    end: numeral.end,
    numeral,
    readings,
    ...(subject && { subject }),
  }
  state.links.push(link)
  return link
}

function addPart(
  numeral: Numeral,
  reading: Reading | undefined,
  count: Count | undefined,
  state: SentenceState,
): void {
  if (!reading || !count) return
  const link = addLink(numeral, [reading], count.subject, state)
  state.level = { ...reading, link }
  state.levels.push(state.level)
}

/** What each part of a list counts; a subject only one of them names goes for all. */
function partsOf(tokens: Token[], state: SentenceState, { format }: Reader): Count[] {
  const { blocked, organ } = surroundingsOf(tokens, 'before')
  if (blocked.size > 0 || organ === 'named' || organ === 'part') return []
  const parts: Token[][] = [[]]
  for (const token of tokens) {
    if (hasMark(token, 'and')) parts.push([])
    else parts.at(-1)?.push(token)
  }
  const subject = resolve(tokens.filter(isTerm), state.situation, undefined, format)?.subject
  const counts = parts.map((part) => {
    const words = part.filter(isTerm)
    const situation = { ...state.situation, ...(subject && { subject }) }
    return words.length > 0 ? resolve(words, situation, undefined, format) : undefined
  })
  return counts.every((count) => count !== undefined) ? counts : []
}

/**
 * 许可2345件、处罚678件，分别增长17.3%、13%, or 占比分别为: each of the parts, or of the last counts, in turn. `at`: where
 * what is said of the parts begins.
 */
function readPercents(
  figures: Numeral[],
  clause: Token[],
  at: number,
  state: SentenceState,
  reader: Reader,
): Distribution {
  const counts = partsOf([...state.pending, ...clause.slice(0, at)], state, reader)
  const named: Level[] = counts.map((count) => readingOf(count, state))
  const levels = named.length === figures.length ? named : state.levels.slice(-figures.length)
  if (levels.length < figures.length) return 'unclear'
  const share = clause.findIndex((token) => hasMark(token, 'share'))
  const first = clause.findIndex(({ kind }) => kind === 'numeral')
  const whole = clause.slice(share + 1, first).filter((token) => !hasMark(token, 'respectively'))
  let down: boolean | undefined
  const readings: Reading[][] = []
  for (const token of clause) {
    if (hasMark(token, 'up', 'down')) down = hasMark(token, 'down')
    if (token.kind !== 'numeral') continue
    const level = levels[readings.length]
    if (!level) return 'unclear'
    if (share >= 0) readings.push(shareOfCount(level, whole, token.numeral, state, reader))
    else if (down === undefined) return 'unclear'
    else readings.push([token.numeral.kind === 'percent' ? growthOf(level, down) : differenceOf(level, down)])
  }
  if (named.length === figures.length) state.levels.push(...named)
  for (const [index, numeral] of figures.entries())
    addLink(numeral, readings[index] ?? [], undefined, state).change = true
  return 'read'
}

/** 制发、废止规范性文件6件、4件: as many figures in a row as parts before them, and no 分别. */
export function readChain(clause: Token[], state: SentenceState, reader: Reader): boolean {
  const first = clause.findIndex(({ kind }) => kind === 'numeral')
  if (first < 0 || state.planned) return false
  const chain = clause.slice(first)
  const figures = chain.flatMap((token) => (token.kind === 'numeral' ? [token.numeral] : []))
  const bare = chain.every((token) => token.kind === 'numeral' || hasMark(token, 'and'))
  const before = clause.slice(0, first)
  if (bare && figures.length > 1 && (figures.every(({ kind }) => kind === 'percent') || isChange(before))) {
    noteMarks(before, state, reader.year)
    const said = before.findIndex((token) => hasMark(token, 'up', 'down', 'share', 'compare'))
    return said >= 0 && readPercents(figures, clause, said, state, reader) === 'read'
  }
  const parts = before.filter((token) => hasMark(token, 'and')).length + 1
  if (!bare || figures.length < 2 || figures.some(({ kind }) => kind !== 'count') || parts < figures.length)
    return false
  noteMarks(before, state, reader.year)
  const counts = partsOf(before, state, reader)
  if (counts.length !== figures.length) return false
  for (const [index, numeral] of figures.entries()) {
    const count = counts[index]
    addPart(numeral, count && readingOf(count, state), count, state)
  }
  state.situation.subject = counts.at(-1)?.subject ?? 'other'
  return true
}

export function doubted(certainty: Certainty, { unclear }: SentenceState): Certainty {
  return unclear ? 'guess' : certainty
}
