import { titleLines } from '../../../shared/compose/title'
import { useDraft } from '../../desk/use-desk'
import { texts } from './basics.texts'

/** The head of the report as its lines will fall. */
export function TitlePicture() {
  const lines = useDraft((draft) => titleLines(draft).join('\n'))
  const issuingLine = useDraft((draft) => draft.issuingLine)
  return (
    <figure className="title-picture field-wide">
      <figcaption className="field-label">{texts.titlePicture}</figcaption>
      <div className="title-picture-page">
        <p className="title-picture-lines">{lines}</p>
        {issuingLine && <p className="title-picture-issuing">{issuingLine}</p>}
      </div>
    </figure>
  )
}
