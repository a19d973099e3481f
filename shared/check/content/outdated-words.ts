import type { OutdatedWords } from '../../format/format'
import { messages } from './messages'
import { perLine } from './per-line'
import { findingAt, halfWidth, inLines, type ProseRule } from './prose-rule'

/** Rule P-15: what the format says no longer belongs in a report of its years. */
export const outdatedWords: ProseRule = (prose, context) =>
  (context.format.outdated ?? []).flatMap((outdated) => {
    const { rule, message, where } = outdated
    const [at] = where === 'text' ? inLines(prose, finderOf(outdated)) : headingsWith(prose.lines, outdated)
    if (!at) return []
    const end = at.start + at.length
    const words = prose.text.slice(at.start, end)
    return [
      findingAt(
        prose,
        context,
        { start: at.start, end },
        {
          rule,
          severity: 'warning',
          message: messages.outdated(words, message),
        },
      ),
    ]
  })

function headingsWith(lines: Parameters<ProseRule>[0]['lines'], outdated: OutdatedWords): Place[] {
  return lines.flatMap(({ heading, mark, start }) =>
    heading === undefined
      ? []
      : finderOf(outdated)(heading).map((at) => ({
          start: start + mark.length + at.start,
          length: at.length,
        })),
  )
}

const finders = new WeakMap<OutdatedWords, (line: string) => Place[]>()

function finderOf(outdated: OutdatedWords): (line: string) => Place[] {
  const known = finders.get(outdated)
  if (known) return known
  const finder = perLine((line) => placesIn(line, outdated))
  finders.set(outdated, finder)
  return finder
}

interface Place {
  start: number
  length: number
}

function placesIn(text: string, { words }: OutdatedWords): Place[] {
  return words
    .flatMap((word) => [...halfWidth(text).matchAll(patternOf(word))])
    .map((match) => ({ start: match.index, length: match[0].length }))
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
