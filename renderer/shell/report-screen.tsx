import { useDeskState } from '../desk/use-desk'
import { Step } from '../steps/step'
import { MessageBar } from './message-bar'
import { Panel } from './panel'
import { Rail } from './rail'
import { StatusBar } from './status-bar'
import './report-screen.css'

export function ReportScreen() {
  const panelOpen = useDeskState(({ session }) => session.panelOpen)
  return (
    <div className={panelOpen ? 'report report-panel-open' : 'report'}>
      <Rail />
      <main className="report-main">
        <MessageBar />
        <Step />
      </main>
      <Panel />
      <StatusBar />
    </div>
  )
}
