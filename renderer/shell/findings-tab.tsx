import { fingerprint } from '../../shared/check/fingerprint'
import { shownFindingsOf } from '../desk/shown-findings'
import { useDesk, useDeskState } from '../desk/use-desk'
import { FindingLine } from './finding-line'
import { texts } from './shell.texts'

const none: never[] = []

/** What is wrong in this step, numbered as at the marks in the form. */
export function FindingsTab() {
  const desk = useDesk()
  const draft = useDeskState((state) => state.draft)
  const touched = useDeskState(({ session }) => session.touched)
  const step = useDeskState(({ session }) => session.step)
  const findings = draft ? shownFindingsOf(draft, touched, step) : none
  if (findings.length === 0) return <p className="panel-empty">{texts.noFindings}</p>
  return (
    <ol className="finding-list">
      {findings.map((finding, index) => (
        <li key={fingerprint(finding)}>
          <FindingLine
            finding={finding}
            number={index + 1}
            fixable
            onGo={() => desk.goToFinding(finding)}
            onKept={desk.backToCaret}
          />
        </li>
      ))}
    </ol>
  )
}
