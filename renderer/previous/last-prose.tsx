import { carriedFigures } from '../../shared/carry-over/carried-figures'
import { repetitionOf } from '../../shared/check/continuity/check-texts'
import type { TextBlock } from '../../shared/draft/draft'
import { slotLines } from '../../shared/prose/plain-text'
import { printedOf } from '../desk/derived'
import { slotPlace } from '../desk/place'
import { useDesk, useDraft } from '../desk/use-desk'
import { LastTextButtons } from './last-text-offer'
import { texts } from './previous.texts'

const noBlocks: TextBlock[] = []

/** Last year's text of the slot at the caret, what was taken of it, and which of its figures are not confirmed. */
export function LastProse({ chapter, slot }: { chapter: string; slot: string }) {
  const draft = useDraft(printedOf)
  const { previous } = draft
  if (!previous) return null
  const blocks = previous.prose[slot] ?? noBlocks
  const rate = repetitionOf(draft, slot, previous.prose)
  if (blocks.length === 0) return <p className="panel-empty">{texts.noLastText(previous.year)}</p>
  return (
    <div className="previous">
      <UnconfirmedFigures chapter={chapter} slot={slot} />
      <section>
        <h2 className="previous-heading">{texts.lastText(previous.year)}</h2>
        {rate !== undefined && (
          <p className="previous-note">{texts.repetition(`${Math.round(rate * 100)}%`)}</p>
        )}
        {draft.prose[slot] === undefined && (
          <div className="buttons">
            <LastTextButtons chapter={chapter} slot={slot} />
          </div>
        )}
        <div className="previous-prose">
          {slotLines(blocks, previous.numbering).map(({ start, mark, text }) => (
            <p key={start}>{mark + text}</p>
          ))}
        </div>
      </section>
    </div>
  )
}

function UnconfirmedFigures({ chapter, slot }: { chapter: string; slot: string }) {
  const desk = useDesk()
  const blocks = useDraft((draft) => printedOf(draft).prose[slot]) ?? noBlocks
  const numbering = useDraft((draft) => draft.numbering)
  const figures = carriedFigures(blocks, numbering)
  if (figures.length === 0) return null
  return (
    <section className="previous-carried">
      <h2 className="previous-heading">{texts.figuresHeading(figures.length)}</h2>
      <div className="buttons">
        <button type="button" className="button" onClick={() => desk.confirmText(chapter, slot)}>
          {texts.confirmText}
        </button>
      </div>
      <ul className="previous-list">
        {figures.map(({ start, end, quote, before, after }, index) => (
          <li key={start} className="previous-figure">
            <button
              type="button"
              className="link"
              onClick={() => {
                const { step, target } = slotPlace(chapter, slot)
                desk.goTo({ step, target: { ...target, kind: 'slot', slot, range: { start, end } } })
              }}
            >
              …{before}
              <strong>{quote}</strong>
              {after}…
            </button>
            <button
              type="button"
              className="button"
              aria-label={texts.confirmFigure(quote)}
              onClick={() => desk.confirmText(chapter, slot, index)}
            >
              {texts.confirm}
            </button>
          </li>
        ))}
      </ul>
    </section>
  )
}
