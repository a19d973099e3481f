import { useEffect, useState } from 'react'
import type { Chapter, Table } from '../../../shared/format/format'
import { slotPlace } from '../../desk/place'
import { useDesk, useDeskState, useDraft } from '../../desk/use-desk'
import { LastTextOffer } from '../../previous/last-text-offer'
import { StepFrame } from '../../shell/step-frame'
import { texts } from './chapter.texts'
import { ChapterOptions } from './chapter-options'
import { ChapterTable } from './chapter-table'
import { ProseSlot } from './prose-slot'

/** A chapter around an official table, with text before and after it where the clerk wants some. */
export function TableChapter({
  chapter,
  table,
  heading,
}: {
  chapter: Chapter
  table: Table
  heading: string
}) {
  const before = useSideSlot(`${chapter.id}.before`)
  const after = useSideSlot(`${chapter.id}.after`)
  return (
    <StepFrame heading={heading}>
      <ChapterOptions chapter={chapter}>
        {!before.open && <AddButton chapter={chapter} slot={before.slot} label={texts.addBefore} />}
        {!after.open && <AddButton chapter={chapter} slot={after.slot} label={texts.addAfter} />}
      </ChapterOptions>
      {!before.open && <LastTextOffer chapter={chapter.id} slot={before.slot} />}
      {before.open && <SideProse chapter={chapter} slot={before.slot} label={texts.before} />}
      <ChapterTable chapter={chapter} table={table} />
      {!after.open && <LastTextOffer chapter={chapter.id} slot={after.slot} />}
      {after.open && <SideProse chapter={chapter} slot={after.slot} label={texts.after} />}
    </StepFrame>
  )
}

/** Open once it has text or the caret is asked into it; it stays so for this visit. */
function useSideSlot(slot: string): { slot: string; open: boolean } {
  const used = useDraft(({ prose }) => (prose[slot]?.length ?? 0) > 0)
  const asked = useDeskState(({ session }) => {
    const target = session.request?.place.target
    return target?.kind === 'slot' && target.slot === slot
  })
  const [opened, setOpened] = useState(false)
  useEffect(() => {
    if (used || asked) setOpened(true)
  }, [used, asked])
  return { slot, open: used || asked || opened }
}

function AddButton(props: { chapter: Chapter; slot: string; label: string }) {
  const desk = useDesk()
  return (
    <button
      type="button"
      className="button button-quiet"
      onClick={() => desk.goTo(slotPlace(props.chapter.id, props.slot))}
    >
      {props.label}
    </button>
  )
}

function SideProse(props: { chapter: Chapter; slot: string; label: string }) {
  return (
    <section className="side-prose" aria-label={props.label}>
      <h2 className="side-prose-heading">{props.label}</h2>
      <LastTextOffer chapter={props.chapter.id} slot={props.slot} />
      <ProseSlot chapter={props.chapter} slot={props.slot} label={props.label} />
    </section>
  )
}
