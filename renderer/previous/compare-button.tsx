import { useDesk, useDraft } from '../desk/use-desk'
import { texts } from './previous.texts'

/** Leads to this year's report against last year's, where there is one. */
export function CompareButton() {
  const desk = useDesk()
  const hasPrevious = useDraft(({ previous }) => previous !== undefined)
  return (
    hasPrevious && (
      <button type="button" className="button" onClick={desk.compareYears}>
        {texts.compare}
      </button>
    )
  )
}
