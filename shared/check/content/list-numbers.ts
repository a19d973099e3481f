import { listMark } from '../../prose/marks'
import type { Finding } from '../finding'
import { messages } from './messages'
import { perLine } from './per-line'
import { findingAt, MOST, type ProseRule } from './prose-rule'
import type { ProseLine } from './slot-prose'

/**
 * 一是, 二是, 三是 follow one another, in one paragraph or a paragraph each. A list within an item begins again with
 * 一是, and the outer one goes on after it.
 */
export const listNumbers: ProseRule = (prose, context) => {
  const findings: Finding[] = []
  let before = 0
  for (const line of prose.lines) {
    if (findings.length >= MOST) break
    const marks = marksIn(line)
    if (line.heading !== undefined && marks.length === 0) before = 0
    const open: number[] = [before]
    for (const { number, start, words } of marks) {
      const expected = (open.at(-1) ?? 0) + 1
      const level = open.findLastIndex((last) => last + 1 === number)
      if (level >= 0) open.splice(level, open.length, number)
      else if (number === 1) open.push(1)
      else if (findings.length < MOST) {
        const inOrder = listMark(expected - 1)
        const message = messages.listNumber(words, inOrder)
        const at = { start, end: start + words.length }
        findings.push(
          findingAt(prose, context, at, { rule: 'N-1', severity: 'warning', message, expected: inOrder }),
        )
        open.splice(open.length - 1, 1, number)
      }
      before = open[0] === 0 ? number : (open[0] ?? 0)
    }
  }
  return findings
}

interface ListMark {
  number: number
  words: string
  start: number
}

/** At the head of a clause; 统一是, 八一是 and 一是一、二是二 are none. */
function marksIn({ mark, text, start }: ProseLine): ListMark[] {
  return marksOf(mark + text).map((one) => ({ ...one, start: start + one.start }))
}

const marksOf = perLine((whole): ListMark[] =>
  [...whole.matchAll(/([一二三四五六七八九十]{1,3})是(?!\1)(?<=(?:^|[。；：，、！？“（\s])\1是)/gu)].flatMap(
    (match) => {
      const number = numbers.get(match[0])
      return number === undefined ? [] : [{ number, words: match[0], start: match.index }]
    },
  ),
)

const numbers = new Map(Array.from({ length: 50 }, (_, index) => [listMark(index), index + 1]))
