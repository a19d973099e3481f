import { formatOf } from '../desk/derived'
import { useDeskState, useDraft } from '../desk/use-desk'
import { BasicsStep } from './basics/basics-step'
import { ChapterStep } from './chapter/chapter-step'
import { ExportStep } from './export/export-step'
import { PreambleStep } from './preamble/preamble-step'
import { ReviewStep } from './review/review-step'

/** The step the clerk is at. */
export function Step() {
  const step = useDeskState(({ session }) => session.step)
  const chapter = useDraft((draft) => formatOf(draft).chapters.find(({ id }) => id === step))
  if (chapter) return <ChapterStep key={chapter.id} chapter={chapter} />
  switch (step) {
    case 'preamble':
      return <PreambleStep />
    case 'review':
      return <ReviewStep />
    case 'export':
      return <ExportStep />
    default:
      return <BasicsStep />
  }
}
