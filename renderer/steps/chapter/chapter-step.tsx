import { chapterTitle } from '../../../shared/compose/chapter-title'
import type { Chapter } from '../../../shared/format/format'
import { formatOf } from '../../desk/derived'
import { useDraft } from '../../desk/use-desk'
import { LastTextOffer } from '../../previous/last-text-offer'
import { StepFrame } from '../../shell/step-frame'
import { ChapterOptions } from './chapter-options'
import { ProseSlot } from './prose-slot'
import { TableChapter } from './table-chapter'
import './chapter.css'

/** One chapter of the report: its title, its text, its table. */
export function ChapterStep({ chapter }: { chapter: Chapter }) {
  const title = useDraft((draft) => chapterTitle(chapter, draft))
  const { body } = chapter
  const table = useDraft((draft) =>
    body.kind === 'table' ? formatOf(draft).tables.find(({ id }) => id === body.table) : undefined,
  )
  const heading = `${chapter.number}、${title}`
  if (table) return <TableChapter chapter={chapter} table={table} heading={heading} />
  return (
    <StepFrame heading={heading}>
      <ChapterOptions chapter={chapter} />
      <LastTextOffer chapter={chapter.id} slot={chapter.id} />
      <ProseSlot chapter={chapter} slot={chapter.id} label={chapter.title} />
    </StepFrame>
  )
}
