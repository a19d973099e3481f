import { readerLength } from '../../shared/prose/plain-text'
import { formatOf, keptSums, printedOf } from '../desk/derived'
import { type DeskState, isUnsaved } from '../desk/desk-state'
import { shownFindings } from '../desk/shown-findings'
import { useDesk, useDeskState, useDraft } from '../desk/use-desk'
import { texts } from './shell.texts'
import './status-bar.css'

export function StatusBar() {
  return (
    <footer className="status-bar">
      <SaveState />
      <BalanceState />
      <ChapterLength />
      <HistoryButtons />
    </footer>
  )
}

function SaveState() {
  const desk = useDesk()
  const words = useDeskState(saveWords)
  const unsaved = useDeskState(isUnsaved)
  return (
    <span className="status-item">
      <span role="status">{words}</span>
      {unsaved && (
        <button
          type="button"
          className="status-button"
          title={texts.saveKey}
          onClick={() => void desk.save()}
        >
          {texts.save}
        </button>
      )}
    </span>
  )
}

function saveWords(state: DeskState): string {
  const { file, saving, saveFailed, savedAt, kept } = state.session
  const isKept = kept !== null && kept === state.draft
  if (file?.heldBy) return texts.readOnly
  if (saving) return texts.saving
  if (saveFailed) return isKept ? texts.saveFailedKept : texts.saveFailed
  if (isUnsaved(state)) return unsavedWords(file !== null, isKept)
  if (!file) return texts.untouched
  return savedAt === null ? texts.savedInFile : texts.savedAt(clockTime(savedAt))
}

function unsavedWords(hasFile: boolean, isKept: boolean): string {
  if (hasFile) return isKept ? texts.waitingKept : texts.waiting
  return isKept ? texts.notSavedKept : texts.notSaved
}

function clockTime(time: number): string {
  const date = new Date(time)
  return [date.getHours(), date.getMinutes()].map((part) => String(part).padStart(2, '0')).join(':')
}

/** The sums that do not hold, counted as far as the form shows them. */
function BalanceState() {
  const desk = useDesk()
  const broken = useDeskState(({ draft, session }) => {
    if (!draft) return 0
    const sums = new Set(formatOf(draft).rules.map(({ id }) => id))
    return shownFindings(draft, session.touched).filter(({ rule }) => sums.has(rule)).length
  })
  const kept = useDraft(keptSums)
  const begun = useDraft(({ figures }) => Object.keys(figures).length > 0)
  if (!begun) return null
  if (broken === 0)
    return <span className="status-item">{kept > 0 ? texts.keptSums(kept) : texts.balanced}</span>
  return (
    <button type="button" className="status-button status-broken" onClick={() => desk.goToNextFinding(1)}>
      {texts.unbalanced(broken)}
    </button>
  )
}

function ChapterLength() {
  const chapter = useDeskState(({ draft, session }) =>
    draft
      ? formatOf(draft).chapters.find(({ id, body }) => id === session.step && body.kind === 'prose')
      : undefined,
  )
  const blocks = useDraft((draft) => (chapter ? printedOf(draft).prose[chapter.id] : undefined))
  const numbering = useDraft((draft) => draft.numbering)
  if (!chapter) return null
  return (
    <span className="status-item">{texts.length(chapter.title, readerLength(blocks ?? [], numbering))}</span>
  )
}

function HistoryButtons() {
  const desk = useDesk()
  const canUndo = useDeskState(({ history }) => history.done.length > 0)
  const canRedo = useDeskState(({ history }) => history.undone.length > 0)
  return (
    <span className="status-history">
      <button
        type="button"
        className="status-button"
        title={texts.undoKey}
        disabled={!canUndo}
        onClick={desk.undo}
      >
        {texts.undo}
      </button>
      <button
        type="button"
        className="status-button"
        title={texts.redoKey}
        disabled={!canRedo}
        onClick={desk.redo}
      >
        {texts.redo}
      </button>
    </span>
  )
}
