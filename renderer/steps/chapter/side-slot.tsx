import { useEffect, useState } from 'react'
import type { Chapter } from '../../../shared/format/format'
import { slotPlace } from '../../desk/place'
import { useDesk, useDeskState, useDraft } from '../../desk/use-desk'
import { texts } from './chapter.texts'
import { ProseSlot } from './prose-slot'

/** Text before or after a table: one button until it is used. */
export function SideSlot({ chapter, place }: { chapter: Chapter; place: 'before' | 'after' }) {
  const desk = useDesk()
  const slot = `${chapter.id}.${place}`
  const used = useDraft(({ prose }) => (prose[slot]?.length ?? 0) > 0)
  const asked = useDeskState(({ session }) => {
    const target = session.request?.place.target
    return target?.kind === 'slot' && target.slot === slot
  })
  const [open, setOpen] = useState(false)
  // Once open it stays for this visit, also when its text is taken out again.
  useEffect(() => {
    if (used || asked) setOpen(true)
  }, [used, asked])
  if (used || asked || open)
    return <ProseSlot chapter={chapter} slot={slot} label={place === 'before' ? texts.before : texts.after} />
  return (
    <button
      type="button"
      className="button button-quiet"
      onClick={() => desk.goTo(slotPlace(chapter.id, slot))}
    >
      {place === 'before' ? texts.addBefore : texts.addAfter}
    </button>
  )
}
