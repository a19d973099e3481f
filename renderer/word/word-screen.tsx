import { type ReactNode, useMemo, useState } from 'react'
import { nextYear } from '../../shared/carry-over/carry-over'
import type { Draft } from '../../shared/draft/draft'
import type { Format } from '../../shared/format/format'
import { doubtfulPlaces, droppedFigures, settledDraft } from '../../shared/import/settle-report'
import type { WordReport } from '../../shared/ipc-word'
import { applyEdits } from '../../shared/read-back/apply-edits'
import { findEdits } from '../../shared/read-back/find-edits'
import { settleEdits } from '../../shared/read-back/settle-edits'
import { AsideFrame } from '../aside/aside-frame'
import { formatOf } from '../desk/derived'
import { useDesk, useDeskState } from '../desk/use-desk'
import { type Decisions, DoubtfulList } from './doubtful-list'
import { EditList } from './edit-list'
import { MissingList, notFound } from './missing-list'
import { TakenList } from './taken-list'
import { texts } from './word.texts'
import './word.css'

/** What was read of a Word report, and the way on from there. */
export function WordScreen({ word }: { word: WordReport }) {
  return word.report.isCarried ? <CopyScreen word={word} /> : <MappingScreen word={word} />
}

/** Taken, doubtful and not found side by side. */
function MappingScreen({ word }: { word: WordReport }) {
  const { name, report } = word
  const format = formatOf(report.draft)
  const [decisions, setDecisions] = useState<Decisions>({})
  const places = useMemo(() => doubtfulPlaces(report, format), [report, format])
  const open = places.filter(({ address }) => decisions[address] === undefined).length
  const lost = notFound(report, format).length
  return (
    <AsideFrame title={texts.read(name)} note={texts.readNote} wide>
      <Notes word={word} />
      <div className="mapping">
        <section className="mapping-part" aria-labelledby="mapping-taken">
          <h2 className="section-heading" id="mapping-taken">
            {texts.takenCount(report.taken.length)}
          </h2>
          <TakenList report={report} format={format} />
        </section>
        <section className="mapping-part" aria-labelledby="mapping-doubtful">
          <h2 className="section-heading" id="mapping-doubtful">
            {texts.doubtfulCount(open, places.length)}
          </h2>
          <p className="aside-note">{places.length === 0 ? texts.noDoubt : texts.doubtfulKeys}</p>
          <DoubtfulList places={places} format={format} decisions={decisions} decide={setDecisions} />
        </section>
        <section className="mapping-part" aria-labelledby="mapping-missing">
          <h2 className="section-heading" id="mapping-missing">
            {texts.missingCount(lost)}
          </h2>
          <MissingList report={report} format={format} dropped={droppedFigures(report, format)} />
        </section>
      </div>
      <WayOn draft={() => settledDraft(report, format, decisions)} year={nextYear(report.draft)}>
        {open > 0 && <p>{texts.leftBlank(open)}</p>}
      </WayOn>
    </AsideFrame>
  )
}

/** A working copy: its draft as it was, and what was edited in its text since. */
function CopyScreen({ word }: { word: WordReport }) {
  const { draft, edited } = word.report
  const format = formatOf(draft)
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set())
  const found = useMemo(() => editsIn(draft, format, word), [draft, format, word])
  const accepted = () => found.edits.flatMap(({ edit }) => (chosen.has(edit.id) ? [edit] : []))
  return (
    <AsideFrame title={texts.copy(word.name)} note={texts.copyNote}>
      {edited && (
        <section className="edits-part" aria-label={texts.edits}>
          <EditList
            edits={found.edits}
            notes={found.notes}
            format={format}
            chosen={chosen}
            choose={setChosen}
          />
        </section>
      )}
      <WayOn draft={() => applyEdits(draft, draft, accepted(), format)} year={nextYear(draft)} />
    </AsideFrame>
  )
}

function editsIn(draft: Draft, format: Format, { report }: WordReport) {
  if (!report.edited) return { edits: [], notes: [] }
  const { edits, notes } = findEdits(draft, format, report.edited)
  return { edits: settleEdits(edits, draft, draft, format), notes }
}

/** What the clerk should know before she goes on. */
function Notes({ word }: { word: WordReport }) {
  const desk = useDesk()
  const today = useDeskState(({ home }) => home.today)
  const { notes, isYearAssumed, draft } = word.report
  const thisYear = Number(today.slice(0, 4)) || draft.year + 1
  const years = Array.from({ length: MOST_YEARS }, (_, index) => thisYear - index)
  if (notes.length === 0) return null
  return (
    <section className="note note-warning" aria-label={texts.notes}>
      <ul>
        {notes.map((note) => (
          <li key={note}>{note}</li>
        ))}
      </ul>
      {isYearAssumed && (
        <label className="mapping-year">
          {texts.yearQuestion}
          <select
            className="input"
            value={draft.year}
            onChange={(event) => void desk.readWordAs(Number(event.target.value))}
          >
            {years.map((year) => (
              <option key={year} value={year}>
                {year}
              </option>
            ))}
          </select>
        </label>
      )}
    </section>
  )
}

const MOST_YEARS = 12

function WayOn(props: { draft(): Draft; year: number; children?: ReactNode }) {
  const desk = useDesk()
  return (
    <footer className="mapping-end">
      {props.children}
      <div className="buttons">
        <button
          type="button"
          className="button button-main"
          onClick={() => void desk.beginFromWord(props.draft())}
        >
          {texts.begin(props.year)}
        </button>
        <button type="button" className="button" onClick={() => void desk.openWord(props.draft())}>
          {texts.open}
        </button>
        <button type="button" className="button button-quiet" onClick={desk.closeAside}>
          {texts.cancel}
        </button>
      </div>
    </footer>
  )
}
