import { chapterTitle } from '../../../shared/compose/chapter-title'
import type { Chapter } from '../../../shared/format/format'
import { formatOf } from '../../desk/derived'
import { useDraft } from '../../desk/use-desk'
import { StepFrame } from '../../shell/step-frame'
import { ChapterOptions } from './chapter-options'
import { ChapterTable } from './chapter-table'
import { ProseSlot } from './prose-slot'
import { SideSlot } from './side-slot'
import './chapter.css'

/** One chapter of the report: its title, its text, its table. */
export function ChapterStep({ chapter }: { chapter: Chapter }) {
  const title = useDraft((draft) => chapterTitle(chapter, draft))
  const { body } = chapter
  const table = useDraft((draft) =>
    body.kind === 'table' ? formatOf(draft).tables.find(({ id }) => id === body.table) : undefined,
  )
  return (
    <StepFrame heading={`${chapter.number}、${title}`} aside={<ChapterOptions chapter={chapter} />}>
      {table ? (
        <>
          <SideSlot chapter={chapter} place="before" />
          <ChapterTable chapter={chapter} table={table} />
          <SideSlot chapter={chapter} place="after" />
        </>
      ) : (
        <ProseSlot chapter={chapter} slot={chapter.id} label={chapter.title} />
      )}
    </StepFrame>
  )
}
