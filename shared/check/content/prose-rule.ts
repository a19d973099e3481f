import type { Draft } from '../../draft/draft'
import type { Format } from '../../format/format'
import type { Finding, Severity } from '../finding'
import { perLine } from './per-line'
import { type Prose, placeIn } from './slot-prose'

/** What a rule of the prose may look at besides the prose itself. */
export interface ProseContext {
  /** Chapter id, or 'preamble'. */
  chapter: string
  format: Format
  draft: Pick<Draft, 'year' | 'scope' | 'publisher'>
}

/** Looks at one slot and knows nothing of the others. */
export type ProseRule = (prose: Prose, context: ProseContext) => Finding[]

/** More findings of one rule in one slot than this help nobody: a text that is nothing but faults stays quick. */
export const MOST = 20

/** A finding at the words from start to end of the slot's text. */
export function findingAt(
  prose: Prose,
  { chapter }: ProseContext,
  at: { start: number; end: number },
  what: { rule: string; severity: Severity; message: string; expected?: string },
): Finding {
  const text = placeIn(prose, at.start, at.end)
  return { ...what, chapter, cells: [], text, found: text.quote }
}

/** The same text with full-width digits and letters as half-width ones; every character keeps its offset. */
export function halfWidth(text: string): string {
  return text.replace(/[０-９Ａ-Ｚａ-ｚ]/g, (character) =>
    String.fromCharCode(character.charCodeAt(0) - 0xfee0),
  )
}

export interface Sentence {
  start: number
  text: string
}

/** The sentences of a slot with their offsets; marks of structure are no part of them. */
export function sentencesOf({ lines }: Prose): Sentence[] {
  return lines.flatMap((line) => {
    const from = line.start + line.mark.length
    return sentencesIn(line.text).map(({ start, text }) => ({ start: from + start, text }))
  })
}

const sentencesIn = perLine((line): Sentence[] =>
  [...line.matchAll(/[^。！？!?]+[。！？!?]*/gu)].map((match) => {
    const blank = match[0].length - match[0].trimStart().length
    return { start: match.index + blank, text: match[0].slice(blank) }
  }),
)

/** What is found in each line, at its place in the slot's text. */
export function inLines<Found extends { start: number }>(
  { lines }: Prose,
  find: (line: string) => Found[],
): Found[] {
  return lines.flatMap(({ mark, text, start }) => {
    const found = find(mark + text)
    return found.length === 0 ? [] : found.map((one) => ({ ...one, start: one.start + start }))
  })
}
