/** Numbers of the text become linked figures, and the other way round is the editor's. Each is one undo step. */

import type { StoreApi } from 'zustand/vanilla'
import type { Draft } from '../../shared/draft/draft'
import type { ProseSlot } from '../../shared/format/format'
import { proseSlots } from '../../shared/format/slots'
import { linkableFigures, type Replacement } from '../../shared/linked/linkable'
import { putFigures } from '../../shared/linked/put-figures'
import { formatOf, tablesOf } from './derived'
import type { DeskState } from './desk-state'
import type { Editing } from './editing'
import { slotPlace } from './place'
import { figuresOf } from './words-apart'

export interface LinkingActs {
  /** The number at this place of the text follows the tables from now on. */
  linkFigure(chapter: string, slot: ProseSlot, link: Replacement): void
  /** All numbers of the chapter that agree with the tables do: no word changes. */
  linkChapter(chapter: string, slot: ProseSlot): void
}

export function createLinking(store: StoreApi<DeskState>, editing: Editing): LinkingActs {
  function put(
    chapter: string,
    slot: ProseSlot,
    links: (draft: Draft) => Map<ProseSlot, Replacement[]>,
  ): void {
    const { draft } = store.getState()
    if (!draft) return
    const changed = [...links(draft)].map(([at, replacements]) => ({
      at,
      blocks: putFigures(draft.prose[at] ?? [], draft.numbering, tablesOf(draft), replacements),
    }))
    editing.edit({ kind: 'once', place: slotPlace(chapter, slot) }, (copy) => {
      for (const { at, blocks } of changed) copy.prose[at] = blocks
    })
  }

  return {
    linkFigure(chapter, slot, link) {
      put(chapter, slot, (draft) => new Map(isThere(draft, slot, link) ? [[slot, [link]]] : []))
    },
    linkChapter(chapter, slot) {
      put(chapter, slot, (draft) => alikeIn(draft, chapter))
    },
  }
}

/** The window may have offered it a moment before the text changed. */
function isThere(draft: Draft, slot: ProseSlot, link: Replacement): boolean {
  return linkableFigures(draft, formatOf(draft), slot, figuresOf(draft))
    .flatMap(({ links }) => links)
    .some((one) => JSON.stringify(one) === JSON.stringify(link))
}

/** The numbers of a chapter that say what the tables say, slot by slot. */
export function alikeIn(draft: Draft, chapter: string): Map<ProseSlot, Replacement[]> {
  const format = formatOf(draft)
  return new Map(
    proseSlots(format).flatMap(({ slot, chapter: { id } }): [ProseSlot, Replacement[]][] => {
      if (id !== chapter || !draft.prose[slot]) return []
      const links = linkableFigures(draft, format, slot, figuresOf(draft)).flatMap(
        ({ same, links: [likeliest] }) => (same && likeliest ? [likeliest] : []),
      )
      return links.length > 0 ? [[slot, links]] : []
    }),
  )
}
