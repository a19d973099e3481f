import { useMemo, useState } from 'react'
import type { Draft } from '../../shared/draft/draft'
import type { ReadBack } from '../../shared/ipc-word'
import { findEdits } from '../../shared/read-back/find-edits'
import { settleEdits } from '../../shared/read-back/settle-edits'
import { texts as asideTexts } from '../aside/aside.texts'
import { AsideFrame } from '../aside/aside-frame'
import { formatOf } from '../desk/derived'
import { useDesk, useDraft } from '../desk/use-desk'
import { EditList } from './edit-list'
import { texts } from './word.texts'
import './word.css'

/** What was edited in a Word file of the report on the desk. */
export function ReadBackScreen({ read }: { read: ReadBack }) {
  const desk = useDesk()
  const draft = useDraft((current) => current)
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set())
  const found = useMemo(() => editsOf(read, draft), [read, draft])
  const accepted = found.edits.filter(({ edit, state }) => state !== 'done' && chosen.has(edit.id))
  return (
    <AsideFrame title={texts.readBack(read.name)} note={texts.readBackNote}>
      <p>{read.base ? texts.againstBase : texts.againstDraft}</p>
      {found.warning !== undefined && <p className="note note-warning">{found.warning}</p>}
      <EditList
        edits={found.edits}
        notes={found.notes}
        format={formatOf(draft)}
        chosen={chosen}
        choose={setChosen}
      />
      <footer className="mapping-end">
        <div className="buttons">
          <button
            type="button"
            className="button button-main"
            disabled={accepted.length === 0}
            onClick={() => desk.takeEdits(accepted.map(({ edit }) => edit))}
          >
            {texts.takeChosen(accepted.length)}
          </button>
          <button type="button" className="button" onClick={desk.closeAside}>
            {texts.back}
          </button>
        </div>
      </footer>
    </AsideFrame>
  )
}

function editsOf({ base = undefined, text }: ReadBack, draft: Draft) {
  const from = base ?? draft
  if (from.format !== draft.format) return { edits: [], notes: [], warning: texts.otherFormat }
  const format = formatOf(draft)
  const { edits, notes } = findEdits(from, format, text)
  const isOther = from.year !== draft.year || from.publisher.name !== draft.publisher.name
  return {
    edits: settleEdits(edits, from, draft, format),
    notes,
    warning: isOther ? texts.otherReport(asideTexts.report(from.publisher.name, from.year)) : undefined,
  }
}
