import { useDeferredValue, useMemo } from 'react'
import { figureChoices } from '../../../shared/linked/figure-choices'
import { linkableFigures } from '../../../shared/linked/linkable'
import { formatOf, tablesOf } from '../../desk/derived'
import { alikeIn } from '../../desk/linking'
import { useDesk, useDeskState, useDraft } from '../../desk/use-desk'
import { figuresOf } from '../../desk/words-apart'
import type { Linking } from '../../prose/linking'

/** What ties a slot's text to the tables. It may lag a frame behind the keys; each act looks at the draft anew. */
export function useLinking(chapter: string, slot: string): Linking {
  const desk = useDesk()
  const draft = useDeferredValue(useDraft((whole) => whole))
  const figures = useDeskState(() => figuresOf(draft))
  return useMemo(
    () => ({
      choices: () => figureChoices(formatOf(draft), tablesOf(draft)),
      linkable: linkableFigures(draft, formatOf(draft), slot, figures),
      alikeInChapter: [...alikeIn(draft, chapter).values()].flat().length,
      onLink: (link) => desk.linkFigure(chapter, slot, link),
      onLinkChapter: () => desk.linkChapter(chapter, slot),
    }),
    [desk, draft, figures, chapter, slot],
  )
}
