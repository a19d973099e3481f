import type { OutdatedWords } from '../../format/format'
import { messages } from './messages'
import { findingAt, halfWidth, type ProseRule } from './prose-rule'

/** Rule P-15: what the format says no longer belongs in a report of its years. */
export const outdatedWords: ProseRule = (prose, context) =>
  (context.format.outdated ?? []).flatMap((outdated) => {
    const { rule, message, where } = outdated
    const [at] = where === 'text' ? placesIn(prose.text, outdated) : headingsWith(prose.lines, outdated)
    if (!at) return []
    const words = prose.text.slice(at.start, at.end)
    return [
      findingAt(prose, context, at, {
        rule,
        severity: 'warning',
        message: messages.outdated(words, message),
      }),
    ]
  })

function headingsWith(
  lines: Parameters<ProseRule>[0]['lines'],
  outdated: OutdatedWords,
): { start: number; end: number }[] {
  return lines.flatMap(({ heading, mark, start }) =>
    heading === undefined
      ? []
      : placesIn(heading, outdated).map((at) => ({
          start: start + mark.length + at.start,
          end: start + mark.length + at.end,
        })),
  )
}

function placesIn(text: string, { words }: OutdatedWords): { start: number; end: number }[] {
  return words
    .flatMap((word) => [...halfWidth(text).matchAll(patternOf(word))])
    .map((match) => ({ start: match.index, end: match.index + match[0].length }))
    .sort((one, other) => one.start - other.start)
}

const patterns = new Map<string, RegExp>()

/** The word with spaces anywhere and a document number in whatever brackets it was written. */
function patternOf(word: string): RegExp {
  const known = patterns.get(word)
  if (known) return known
  const characters = Array.from(word, (character) => {
    if (character === '〔') return '[〔［\\[（(【]'
    if (character === '〕') return '[〕］\\]）)】]'
    return character.replace(/[\\^$.*+?()[\]{}|]/gu, '\\$&')
  })
  const pattern = new RegExp(characters.join('\\s*'), 'gu')
  patterns.set(word, pattern)
  return pattern
}
