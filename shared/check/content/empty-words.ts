import type { Chapter } from '../../format/format'
import type { Finding } from '../finding'
import { messages } from './messages'
import { type Prose, placeIn } from './slot-prose'

/**
 * Rule P-11: a chapter that says next to nothing. “避免笼统模糊、泛泛而谈…不得出现敷衍了事” (国办公开办函〔2021〕30号).
 * Every sentence being a ready-made phrase, and nothing named, counted or cited, is what can be told by machine.
 */
export function emptyWords(chapter: Chapter, prose: Prose): Finding[] {
  const rule = chapter.emptyWords
  const length = Array.from(prose.text.replace(/\s/gu, '')).length
  if (!rule || length === 0) return []
  const finding = { rule: rule.rule, severity: 'warning' as const, chapter: chapter.id, cells: [] }
  if (length < rule.shorterThan) {
    const message = messages.tooShort(chapter.number, length)
    return [{ ...finding, message, found: prose.text, expected: '具体明确的文字' }]
  }
  const sentences = prose.lines
    .filter(({ heading }) => heading === undefined)
    .flatMap(({ text }) => text.split(/[。；！？]/u))
    .filter((sentence) => sentence.trim() !== '')
  const generic = sentences.length > 0 && sentences.every((sentence) => isGeneric(sentence, rule.phrases))
  if (!generic) return []
  const [first] = sentences
  const start = prose.text.indexOf(first ?? '')
  const text = placeIn(prose, start, start + (first?.length ?? 0))
  return [{ ...finding, text, message: messages.generic(chapter.number), found: text.quote }]
}

/** Longer sentences and such as name, count or cite something say something of their own. */
const LONGEST = 60

function isGeneric(sentence: string, phrases: string[]): boolean {
  if (sentence.length > LONGEST || /[\d０-９“”《》]/u.test(sentence)) return false
  return phrases.some((phrase) => sentence.includes(phrase))
}
