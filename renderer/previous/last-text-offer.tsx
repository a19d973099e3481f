import type { Draft } from '../../shared/draft/draft'
import { readerLength } from '../../shared/prose/plain-text'
import { printedOf } from '../desk/derived'
import { useDesk, useDraft } from '../desk/use-desk'
import { texts } from './previous.texts'
import './previous.css'

/** Above an empty slot: last year's text, to be taken, taken as a basis, or left. */
export function LastTextOffer({ chapter, slot }: { chapter: string; slot: string }) {
  const previous = useDraft((draft) => printedOf(draft).previous)
  const isOpen = useDraft((draft) => isOffered(draft, slot))
  const blocks = previous?.prose[slot]
  if (!previous || !blocks || !isOpen) return null
  return (
    <section className="last-text-offer" aria-label={texts.offerLabel}>
      <p>{texts.offer(previous.year, readerLength(blocks, previous.numbering))}</p>
      <div className="buttons">
        <LastTextButtons chapter={chapter} slot={slot} canLeave />
      </div>
    </section>
  )
}

export function LastTextButtons(props: { chapter: string; slot: string; canLeave?: boolean }) {
  const desk = useDesk()
  const { chapter, slot } = props
  return (
    <>
      <button
        type="button"
        className="button"
        title={texts.basisTip}
        onClick={() => desk.takeLastText(chapter, slot, 'basis')}
      >
        {texts.basis}
      </button>
      <button type="button" className="button" onClick={() => desk.takeLastText(chapter, slot, 'taken')}>
        {texts.taken}
      </button>
      {props.canLeave && (
        <button
          type="button"
          className="button button-quiet"
          onClick={() => desk.takeLastText(chapter, slot, 'left')}
        >
          {texts.left}
        </button>
      )}
    </>
  )
}

/** Nothing stands in the slot, last year's text is there, and nothing was decided about it. */
export function isOffered(
  { previous, prose, proseChoices }: Pick<Draft, 'previous' | 'prose' | 'proseChoices'>,
  slot: string,
): boolean {
  const hasLast = (previous?.prose[slot]?.length ?? 0) > 0
  return hasLast && (prose[slot]?.length ?? 0) === 0 && proseChoices?.[slot] !== 'left'
}
