import { useDeferredValue, useMemo } from 'react'
import { type FigureUse, usesOf } from '../../shared/linked/figure-uses'
import { formatOf } from '../desk/derived'
import { slotPlace } from '../desk/place'
import { useDesk, useDeskState, useDraft } from '../desk/use-desk'
import { figuresOf } from '../desk/words-apart'
import { texts } from './figure-uses.texts'
import './figure-uses.css'

/** Beside the form: the sentences that use the figure at the caret, linked or written. A click goes there. */
export function FigureUses({ cell }: { cell: string }) {
  const desk = useDesk()
  const draft = useDeferredValue(useDraft((whole) => whole))
  const figures = useDeskState(() => figuresOf(draft))
  const uses = useMemo(() => usesOf(draft, formatOf(draft), figures, cell), [draft, figures, cell])
  if (uses.length === 0) return null
  return (
    <section className="guidance figure-uses" aria-label={texts.heading}>
      <h2 className="guidance-heading">{texts.heading}</h2>
      <ul>
        {uses.map((use) => (
          <li key={`${use.slot} ${use.start}`}>
            <button type="button" className="link" onClick={() => desk.goTo(placeOf(use))}>
              {texts.chapter(use.chapter.number)}…{use.before}
              <strong>{use.quote}</strong>
              {use.after}…
            </button>
            <span className={`figure-use-${use.how}`}>{texts.how[use.how]}</span>
          </li>
        ))}
      </ul>
    </section>
  )
}

function placeOf({ chapter, slot, start, end }: FigureUse) {
  const { step, target } = slotPlace(chapter.id, slot)
  return { step, target: { ...target, kind: 'slot' as const, slot, range: { start, end } } }
}
