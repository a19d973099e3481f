import type { Draft } from '../../draft/draft'
import type { Finding } from '../finding'
import { messages } from './messages'
import { perLine } from './per-line'
import { findingAt, halfWidth, inLines, MOST, type ProseRule } from './prose-rule'

/**
 * The year of a document number stands in 〔〕 (GB/T 9704—2012, 7.2.5: 年份…用六角括号“〔〕”括入). A court's case number
 * such as （2021）京01行终12号 has round ones and letters before its figure.
 */
export const documentNumber: ProseRule = (prose, context) =>
  inLines(prose, wrongNumbersIn)
    .slice(0, MOST)
    .map(({ start, words, expected }) =>
      findingAt(
        prose,
        context,
        { start, end: start + words.length },
        { rule: 'N-3', severity: 'warning', message: messages.brackets(words, expected), expected },
      ),
    )

/** The same for the local bases, which the generated preamble cites. */
export function documentNumberOfBases({ publisher }: Pick<Draft, 'publisher'>): Finding[] {
  const [wrong] = (publisher.bases ?? []).flatMap(wrongNumbers)
  if (!wrong) return []
  const { words: found, expected } = wrong
  const message = messages.brackets(found, expected)
  const field = 'publisher.bases'
  return [{ rule: 'N-3', severity: 'warning', chapter: 'basics', cells: [], field, message, found, expected }]
}

/** What stands before a mark is looked at once the mark is found: that is what makes long texts quick. */
const NUMBER =
  /([[［(（【〖〈〔])(?<=\p{Script=Han}\s*.)\s*((?:19|20)\d{2})\s*([\]］)）】〗〉〕])(\s*\d{1,5}\s*号)(?![楼院门线馆窗机])/gu

const wrongNumbersIn = perLine(wrongNumbers)

function wrongNumbers(text: string): { start: number; words: string; expected: string }[] {
  return [...halfWidth(text).matchAll(NUMBER)].flatMap((match) => {
    const [words, open, year, close, rest] = match
    if (open === '〔' && close === '〕') return []
    const start = match.index
    return [{ start, words: text.slice(start, start + words.length), expected: `〔${year}〕${rest}` }]
  })
}
