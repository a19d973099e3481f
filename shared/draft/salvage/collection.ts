import type { Format } from '../../format/format'
import type { Draft } from '../draft'
import { newDraft } from '../new-draft'
import { parseDraft } from '../parse-draft'
import { placeName } from '../place-name'

/** What decoding puts where bytes are no text. */
export const unreadableSign = '\ufffd'

/** What has been proven of a damaged file so far. */
export interface Collection {
  format: Format
  draft(): Draft
  /** Takes a part over if it fits the schema on its own, or `proof`, what is new of it; false: it does not. */
  put(part: Partial<Draft>, proof?: Partial<Draft>): boolean
  /** Names a place that could not be proven, by the keys that lead to it, with a word more where one is needed. */
  lose(path: string[], more?: string): void
  loseNamed(place: string): void
  lost(): string[]
  /** Nothing has been taken over. */
  isEmpty(): boolean
}

export function createCollection(format: Format, year: number): Collection {
  const empty = newDraft({ format, year, scope: 'organ' })
  const lost = new Set<string>()
  let draft = empty
  return {
    format,
    draft: () => draft,
    put(part, proof = part) {
      const text = JSON.stringify({ ...empty, ...proof })
      // In prose the clerk sees which word it is; in a name, an address or a number she would not.
      if (text.includes(unreadableSign) && !('prose' in part)) return false
      if (!parseDraft(text, '').ok) return false
      draft = { ...draft, ...part }
      return true
    },
    lose(path, more = '') {
      lost.add(placeName(path) + more)
    },
    loseNamed(place) {
      lost.add(place)
    },
    lost: () => [...lost],
    isEmpty: () => draft === empty,
  }
}
