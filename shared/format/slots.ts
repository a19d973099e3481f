import type { Chapter, Format, ProseSlot } from './format'

export interface SlotInfo {
  slot: ProseSlot
  chapter: Chapter
  /** body: a prose chapter; before and after: around the table of a table chapter. */
  place: 'body' | 'before' | 'after'
}

/** Every place for prose in reading order. */
export function proseSlots(format: Format): SlotInfo[] {
  return format.chapters.flatMap((chapter): SlotInfo[] =>
    chapter.body.kind === 'prose'
      ? [{ slot: chapter.id, chapter, place: 'body' }]
      : [
          { slot: `${chapter.id}.before`, chapter, place: 'before' },
          { slot: `${chapter.id}.after`, chapter, place: 'after' },
        ],
  )
}
