import { useDesk, useDraft } from '../desk/use-desk'
import { texts } from './previous.texts'

/** Last year's and the four before it. */
const MOST = 5

/** The earlier reports this one is held against: one a year, each from the file the clerk chose. */
export function EarlierReports() {
  const desk = useDesk()
  const previous = useDraft((draft) => draft.previous)
  if (!previous) return null
  const earlier = previous.earlier ?? []
  return (
    <section>
      <h2 className="previous-heading">{texts.earlierHeading}</h2>
      <p className="previous-note">{texts.earlierNote}</p>
      <ul className="previous-list">
        <li>{texts.earlierReport(previous.year, previous.source?.name)}</li>
        {earlier.map(({ year, source }) => (
          <li key={year} className="previous-figure">
            {texts.earlierReport(year, source?.name)}
            <button
              type="button"
              className="button button-quiet"
              aria-label={texts.forgetEarlierOf(year)}
              onClick={() => desk.forgetEarlier(year)}
            >
              {texts.forgetEarlier}
            </button>
          </li>
        ))}
      </ul>
      {earlier.length + 1 < MOST ? (
        <div className="buttons">
          <button type="button" className="button" onClick={() => void desk.lookBack()}>
            {texts.addEarlier}
          </button>
        </div>
      ) : (
        <p className="previous-note">{texts.earlierFull}</p>
      )}
    </section>
  )
}
