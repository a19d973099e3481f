import type { Draft } from '../draft/draft'
import type { Chapter } from '../format/format'
import { printedText } from './printed-text'

/** A chapter's title without its number: the template's, the notice's longer wording, or the office's own. */
export function chapterTitle(chapter: Chapter, draft: Pick<Draft, 'chapterTitles'>): string {
  const chosen = draft.chapterTitles[chapter.id]
  switch (chosen?.kind) {
    case 'long':
      return chapter.longTitle ?? chapter.title
    case 'own':
      return printedText(chosen.text).trim() || chapter.title
    case undefined:
      return chapter.title
  }
}
