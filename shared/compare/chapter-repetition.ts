import { comparable, repetitionRate, shinglesOf } from '../check/continuity/repetition'
import type { Draft, TextBlock } from '../draft/draft'
import type { Format } from '../format/format'
import { proseSlots } from '../format/slots'
import { printedDraft } from '../linked/printed-prose'
import { slotLines } from '../prose/plain-text'

/** The share (0 to 1) of a chapter's text that stands in last year's, by chapter id; chapters without text are absent. */
export function chapterRepetition(draft: Draft, format: Format): Map<string, number> {
  const { prose, previous } = printedDraft(draft, format)
  if (!previous) return new Map()
  return new Map(
    format.chapters.flatMap(({ id }): [string, number][] => {
      const slots = proseSlots(format).flatMap(({ slot, chapter }) => (chapter.id === id ? [slot] : []))
      const [now, last] = [textIn(prose, slots), textIn(previous.prose, slots)]
      return now === '' || last === '' ? [] : [[id, repetitionRate(now, shinglesOf(last))]]
    }),
  )
}

/** Without marks of structure, which every year has. */
function textIn(prose: Record<string, TextBlock[]>, slots: string[]): string {
  const lines = slots.flatMap((slot) => slotLines(prose[slot] ?? [], 'dot').map(({ text }) => text))
  return comparable(lines.join('\n'))
}
