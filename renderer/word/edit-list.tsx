import { textDiff } from '../../shared/compare/text-diff'
import type { Format } from '../../shared/format/format'
import type { Edit } from '../../shared/read-back/edit'
import type { SettledEdit } from '../../shared/read-back/settle-edits'
import { DiffText } from './diff-text'
import { PieceTable } from './piece-table'
import { texts } from './word.texts'

interface EditListProps {
  edits: SettledEdit[]
  notes: string[]
  format: Format
  /** Ids of the edits the clerk takes over. */
  chosen: ReadonlySet<string>
  choose(chosen: ReadonlySet<string>): void
}

/** What was edited in a Word file, chapter by chapter; each is taken over or not. */
export function EditList({ edits, notes, format, chosen, choose }: EditListProps) {
  const shown = edits.filter(({ state }) => state !== 'done')
  const done = edits.length - shown.length
  const plain = shown.filter(isPlain)
  const chapters = [
    { id: '', name: texts.front },
    ...format.chapters.map(({ id, number, title }) => ({ id, name: `${number}、${title}` })),
  ]
  function toggle(id: string, isChosen: boolean): void {
    const next = new Set(chosen)
    if (isChosen) next.add(id)
    else next.delete(id)
    choose(next)
  }
  return (
    <div className="edits">
      <h2 className="section-heading">
        {shown.length === 0 ? texts.noEdits : texts.editCount(shown.length)}
      </h2>
      {done > 0 && <p className="aside-note">{texts.doneCount(done)}</p>}
      {notes.map((note) => (
        <p key={note} className="aside-note">
          {note}
        </p>
      ))}
      {plain.length > 1 && (
        <div className="buttons">
          <button
            type="button"
            className="button"
            onClick={() => choose(new Set([...chosen, ...plain.map(({ edit }) => edit.id)]))}
          >
            {texts.selectAll}
          </button>
          <button type="button" className="button button-quiet" onClick={() => choose(new Set())}>
            {texts.selectNone}
          </button>
        </div>
      )}
      {chapters.map(({ id, name }) => {
        const own = shown.filter(({ edit }) => edit.chapter === id)
        return own.length === 0 ? null : (
          <section key={id} aria-label={name}>
            <h3 className="edits-chapter">{name}</h3>
            <ul>
              {own.map((settled) => (
                <EditLine
                  key={settled.edit.id}
                  settled={settled}
                  isChosen={chosen.has(settled.edit.id)}
                  toggle={(isChosen) => toggle(settled.edit.id, isChosen)}
                />
              ))}
            </ul>
          </section>
        )
      })}
    </div>
  )
}

/** Neither a conflict nor a doubt: it may be taken over with others at once. */
function isPlain({ edit, state }: SettledEdit): boolean {
  return state === 'open' && !(edit.kind === 'cell' && edit.doubt)
}

function EditLine(props: { settled: SettledEdit; isChosen: boolean; toggle(isChosen: boolean): void }) {
  const { settled, isChosen, toggle } = props
  const { edit } = settled
  const doubt = edit.kind === 'cell' ? edit.doubt : undefined
  const isLost = edit.kind === 'cell' && doubt !== undefined && edit.entry === undefined
  return (
    <li className="edit">
      <div className="edit-head">
        <span className="edit-place">{edit.place}</span>
        {edit.kind === 'prose' && <span className="tag">{texts[edit.what]}</span>}
        {settled.state === 'open' && !isLost && (
          <label className="edit-accept">
            <input
              type="checkbox"
              checked={isChosen}
              aria-label={texts.accept(edit.place)}
              onChange={(event) => toggle(event.target.checked)}
            />
            {texts.acceptShort}
          </label>
        )}
      </div>
      {doubt && (
        <p className="doubtful-reason">
          {doubt.reason}。{isLost && texts.lookYourself}
        </p>
      )}
      {doubt?.where && <PieceTable piece={doubt.where.piece} marked={[doubt.where.left]} name={edit.place} />}
      {settled.state === 'conflict' ? (
        <Conflict edit={edit} mine={settled.mine} isChosen={isChosen} toggle={toggle} />
      ) : (
        <Change edit={edit} />
      )}
    </li>
  )
}

function Change({ edit }: { edit: Edit }) {
  if (edit.kind === 'cell')
    return (
      <p className="edit-figures">
        <del>{edit.from || texts.blank}</del> → <ins>{edit.to || texts.blank}</ins>
      </p>
    )
  return <DiffText parts={textDiff(edit.from, edit.to)} />
}

/** What stood there at the export, what stands here now and what stands in the file. */
function Conflict(props: { edit: Edit; mine: string; isChosen: boolean; toggle(isChosen: boolean): void }) {
  const { edit, mine, isChosen, toggle } = props
  const choice = (label: string, checked: boolean, value: boolean) => (
    <label>
      <input type="radio" name={edit.id} checked={checked} onChange={() => toggle(value)} />
      {label}
    </label>
  )
  return (
    <fieldset className="conflict">
      <legend>{texts.conflict}</legend>
      <div className="conflict-sides">
        <div>
          <p className="conflict-label">{texts.atExport}</p>
          <p className="edit-text">{edit.from || texts.blank}</p>
        </div>
        <div>
          <p className="conflict-label">{choice(texts.keepMine, !isChosen, false)}</p>
          <DiffText parts={textDiff(edit.from, mine)} blank={texts.blank} />
        </div>
        <div>
          <p className="conflict-label">{choice(texts.takeFile, isChosen, true)}</p>
          <DiffText parts={textDiff(edit.from, edit.to)} blank={texts.blank} />
        </div>
      </div>
    </fieldset>
  )
}
