import { type ReactNode, useEffect, useRef } from 'react'
import { fingerprint } from '../../shared/check/fingerprint'
import { formatOf } from '../desk/derived'
import { shownFindingsOf } from '../desk/shown-findings'
import { useDesk, useDeskState } from '../desk/use-desk'
import { FindingLine } from './finding-line'
import { texts } from './shell.texts'
import { TextFigures } from './text-figures'

const none: never[] = []

/** What is wrong in this step, and in a chapter what its text says of the tables. */
export function FindingsTab() {
  const step = useDeskState(({ session }) => session.step)
  const isChapter = useDeskState(
    ({ draft }) => draft !== null && formatOf(draft).chapters.some(({ id }) => id === step),
  )
  return (
    <>
      <StepFindings />
      {isChapter && <TextFigures chapter={step} />}
    </>
  )
}

/** Numbered as at the marks in the form. */
function StepFindings() {
  const desk = useDesk()
  const draft = useDeskState((state) => state.draft)
  const touched = useDeskState(({ session }) => session.touched)
  const step = useDeskState(({ session }) => session.step)
  const visited = useDeskState(({ session }) => session.visited)
  const findings = draft ? shownFindingsOf(draft, touched, step) : none
  if (findings.length === 0) return <p className="panel-empty">{texts.noFindings}</p>
  return (
    <ol className="finding-list">
      {findings.map((finding, index) => (
        <FindingItem key={fingerprint(finding)} isHere={fingerprint(finding) === visited}>
          <FindingLine
            finding={finding}
            number={index + 1}
            fixable
            onGo={() => desk.goToFinding(finding)}
            onKept={desk.backToCaret}
          />
        </FindingItem>
      ))}
    </ol>
  )
}

/** The finding the caret is at stands out in the list, and comes into sight. */
function FindingItem({ isHere, children }: { isHere: boolean; children: ReactNode }) {
  const item = useRef<HTMLLIElement>(null)
  useEffect(() => {
    if (isHere) item.current?.scrollIntoView?.({ block: 'nearest' })
  }, [isHere])
  return (
    <li ref={item} className={isHere ? 'finding-here' : undefined} aria-current={isHere || undefined}>
      {children}
    </li>
  )
}
