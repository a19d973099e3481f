import type { Draft } from '../../draft/draft'
import type { Format } from '../../format/format'
import type { Finding } from '../finding'
import { messages } from './messages'

/** An office's own chapter titles that are neither the template's nor the notice's longer wording. */
export function chapterTitles(format: Format, titles: Draft['chapterTitles']): Finding[] {
  return format.chapters.flatMap((chapter): Finding[] => {
    const chosen = titles[chapter.id]
    if (chosen?.kind !== 'own') return []
    const found = chosen.text.trim()
    if (['', chapter.title, chapter.longTitle].includes(found)) return []
    const message = messages.chapterTitle(chapter.number, found, chapter.title)
    const expected = chapter.title
    const field = 'chapterTitle.own'
    return [
      { rule: 'N-5', severity: 'info', chapter: chapter.id, cells: [], field, message, found, expected },
    ]
  })
}
