import { writtenMark } from '../../prose/from-text'
import { type Counts, chineseNumeral, countLevel, noCounts } from '../../prose/marks'
import type { Finding } from '../finding'
import { messages } from './messages'
import { findingAt, MOST, type ProseRule } from './prose-rule'

/**
 * （一）, 1. and （1） at the head of a paragraph go on where the one before stopped, counted or typed by hand. A series
 * may begin again; one that begins in the middle is only certain at the first level.
 */
export const writtenNumbers: ProseRule = (prose, context) => {
  const findings: Finding[] = []
  let counts = noCounts
  for (const { mark, text, start } of prose.lines) {
    if (findings.length >= MOST) break
    const written = writtenMark(mark + text)
    if (!written) continue
    const number = numberOf(written.number)
    const last = counts[written.level - 1] ?? 0
    const outOfOrder = number !== last + 1 && number !== 1 && (last > 0 || written.level === 1)
    if (outOfOrder && mark === '') {
      const words = text.slice(0, written.length)
      const expected = words.replace(
        /[^（()）.．、]+/u,
        written.level === 1 ? chineseNumeral(last + 1) : String(last + 1),
      )
      const message = messages.listNumber(words, expected)
      const at = { start, end: start + written.length }
      findings.push(findingAt(prose, context, at, { rule: 'N-2', severity: 'warning', message, expected }))
    }
    counts = countedTo(countLevel(counts, written.level), written.level, number)
  }
  return findings
}

/** After a number out of order the next is expected to follow it: one slip is one finding. */
function countedTo(counts: Counts, level: 1 | 2 | 3, number: number): Counts {
  const [first, second] = counts
  if (level === 1) return [number, 0, 0]
  if (level === 2) return [first, number, 0]
  return [first, second, number]
}

const numerals = new Map(Array.from({ length: 99 }, (_, index) => [chineseNumeral(index + 1), index + 1]))

function numberOf(written: string): number {
  return numerals.get(written) ?? Number(written)
}
