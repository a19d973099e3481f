import { useEffect } from 'react'
import { stepHasPanel } from '../desk/steps'
import { useDeskState } from '../desk/use-desk'
import { fetchProseEditor } from '../steps/chapter/prose-slot'
import { Step } from '../steps/step'
import { FindingChoices } from './finding-choices'
import { MessageBar } from './message-bar'
import { Panel } from './panel'
import { Rail } from './rail'
import { StatusBar } from './status-bar'
import './report-screen.css'

export function ReportScreen() {
  useEffect(() => {
    // After the first screen has been drawn: opening a chapter then finds the editor there.
    const waiting = setTimeout(() => void fetchProseEditor(), 300)
    return () => clearTimeout(waiting)
  }, [])
  const panelOpen = useDeskState(({ session }) => session.panelOpen)
  const hasPanel = useDeskState(({ session }) => stepHasPanel(session.step))
  const className = ['report', hasPanel ? panelOpen && 'report-panel-open' : 'report-whole']
  return (
    <div className={className.filter(Boolean).join(' ')}>
      <Rail />
      <main className="report-main">
        <MessageBar />
        <Step />
      </main>
      {hasPanel && <Panel />}
      <StatusBar />
      <FindingChoices />
    </div>
  )
}
