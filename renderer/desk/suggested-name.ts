import { titleOnOneLine } from '../../shared/compose/title'
import type { Draft } from '../../shared/draft/draft'

/** Longer names are cut: no file system takes them, and a title pasted by mistake must not hinder saving. */
const LONGEST = 80

/** What the report is called where its title serves as a name: files, the window. */
export function suggestedName(draft: Draft): string {
  return [...titleOnOneLine(draft)].slice(0, LONGEST).join('')
}
