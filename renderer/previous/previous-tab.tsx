import type { Chapter, Format } from '../../shared/format/format'
import { formatOf } from '../desk/derived'
import type { Target } from '../desk/place'
import { useDesk, useDeskState, useDraft } from '../desk/use-desk'
import { CarrySummary } from './carry-summary'
import { CompareButton } from './compare-button'
import { LastFigure } from './last-figure'
import { LastProse } from './last-prose'
import { texts } from './previous.texts'
import './previous.css'

/** Beside the form: what stood here last year, and what of it was taken over. */
export function PreviousTab() {
  const hasPrevious = useDraft(({ previous }) => previous !== undefined)
  if (!hasPrevious) return <NoPrevious />
  return (
    <>
      <Here />
      <div className="buttons previous-compare">
        <CompareButton />
      </div>
    </>
  )
}

function Here() {
  const format = useDraft(formatOf)
  const step = useDeskState(({ session }) => session.step)
  const focus = useDeskState(({ session }) => session.focus)
  const chapter = format.chapters.find(({ id }) => id === step)
  if (chapter && focus.kind === 'cell') return <LastFigure chapter={chapter.id} cell={focus.cell} />
  const slot = chapter && slotAt(chapter, focus)
  if (chapter && slot !== undefined) return <LastProse chapter={chapter.id} slot={slot} />
  return <CarrySummary {...(chapter && tableOf(format, chapter))} />
}

function NoPrevious() {
  const desk = useDesk()
  return (
    <div className="previous">
      <p>{texts.none}</p>
      <p className="previous-note">{texts.noneAdvice}</p>
      <div className="buttons">
        <button type="button" className="button" onClick={() => void desk.lookBack()}>
          {texts.choose}
        </button>
      </div>
    </div>
  )
}

function slotAt(chapter: Chapter, focus: Target): string | undefined {
  if (focus.kind === 'slot') return focus.slot
  return chapter.body.kind === 'prose' ? chapter.id : undefined
}

function tableOf(format: Format, { id, body }: Chapter): { chapter: string; table: string } | undefined {
  const table = body.kind === 'table' ? format.tables.find((one) => one.id === body.table) : undefined
  return table && { chapter: id, table: table.id }
}
