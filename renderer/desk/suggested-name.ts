import { titleOnOneLine } from '../../shared/compose/title'
import type { Draft } from '../../shared/draft/draft'
import type { ComparisonFile } from '../../shared/ipc'

/** Longer names are cut: no file system takes them, and a title pasted by mistake must not hinder saving. */
const LONGEST = 80

/** What the report is called where its title serves as a name: files, the window. */
export function suggestedName(draft: Draft): string {
  return [...titleOnOneLine(draft)].slice(0, LONGEST).join('')
}

/** A file that holds the report against last year's. */
export function comparisonName(draft: Draft, what: ComparisonFile): string {
  return `${{ tracked: '修订对照', figures: '变动数字一览表' }[what]}（${suggestedName(draft)}）`
}
