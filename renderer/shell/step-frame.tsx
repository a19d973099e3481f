import { type ReactNode, useRef } from 'react'
import { formatOf } from '../desk/derived'
import { shownFindingsOf } from '../desk/shown-findings'
import { neighbour, stepHasPanel } from '../desk/steps'
import { useDesk, useDeskState, useDraft } from '../desk/use-desk'
import { texts } from './shell.texts'
import './step-frame.css'
import { useRequestedFocus } from './use-requested-focus'

/** What every step has: its heading, its content, and the way on. */
export function StepFrame(props: { heading: string; children: ReactNode }) {
  const frame = useRef<HTMLDivElement>(null)
  const hasPanel = useDeskState(({ session }) => stepHasPanel(session.step))
  useRequestedFocus(frame)
  return (
    <div className="step" ref={frame}>
      <header className="step-header">
        <h1 className="step-heading" tabIndex={-1}>
          {props.heading}
        </h1>
        {hasPanel && <PanelButton />}
      </header>
      {props.children}
      <StepButtons />
    </div>
  )
}

/** Only where the panel has no room of its own. */
function PanelButton() {
  const desk = useDesk()
  const open = useDeskState(({ session }) => session.panelOpen)
  const count = useDeskState(({ draft, session }) =>
    draft ? shownFindingsOf(draft, session.touched, session.step).length : 0,
  )
  return (
    <button
      type="button"
      className="button panel-button"
      aria-expanded={open}
      onClick={() => (open ? desk.closePanel() : desk.showPanel(count > 0 ? 'findings' : 'guidance'))}
    >
      {count > 0 ? texts.showPanelCount(count) : texts.showPanel}
    </button>
  )
}

function StepButtons() {
  const desk = useDesk()
  const step = useDeskState(({ session }) => session.step)
  const format = useDraft(formatOf)
  return (
    <div className="step-buttons">
      {neighbour(format, step, -1) && (
        <button
          type="button"
          className="button"
          title={texts.previousKey}
          onClick={() => desk.goToNeighbour(-1)}
        >
          {texts.previous}
        </button>
      )}
      {neighbour(format, step, 1) && (
        <button
          type="button"
          className="button button-main"
          title={texts.nextKey}
          onClick={() => desk.goToNeighbour(1)}
        >
          {texts.next}
        </button>
      )}
    </div>
  )
}
