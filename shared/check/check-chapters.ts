import type { TextBlock, TextRun } from '../draft/draft'
import type { Format } from '../format/format'
import { proseSlots } from '../format/slots'
import type { Finding } from './finding'

/** Chapters that must say something and have no text (P-10, P-11 and P-13; the format says which). */
export function checkChapters(format: Format, prose: Record<string, TextBlock[]>): Finding[] {
  return proseSlots(format).flatMap(({ slot, chapter, place }) => {
    if (place !== 'body' || !chapter.whenEmpty || (prose[slot] ?? []).some(saysSomething)) return []
    const { rule, message } = chapter.whenEmpty
    return [{ rule, severity: 'warning', chapter: chapter.id, cells: [], message }]
  })
}

function saysSomething(block: TextBlock): boolean {
  switch (block.kind) {
    case 'heading':
    case 'numbered':
    case 'paragraph':
      return hasText(block.text)
    case 'runInHeading':
      return hasText(block.heading) || hasText(block.text)
    case 'list':
      return block.items.some(hasText)
    case 'image':
      return true
    case 'table':
      return block.rows.some((row) => row.some(hasText))
  }
}

function hasText(runs: TextRun[]): boolean {
  return runs.some(({ text }) => text.trim() !== '')
}
