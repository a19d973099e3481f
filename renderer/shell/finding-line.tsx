import { type ReactNode, useState } from 'react'
import type { Finding, Fix } from '../../shared/check/finding'
import { formatOf } from '../desk/derived'
import { cellPlace } from '../desk/place'
import { applyFix } from '../desk/repair'
import { useDesk, useDraft } from '../desk/use-desk'
import { fixWords } from './fix-words'
import { KeepButton, KeptNote } from './kept-finding'
import { RuleNoteLines } from './rule-note-lines'
import { texts } from './shell.texts'
import './finding-line.css'

/** A finding: its line leads to the place; what it proposes can be taken over, or the finding kept, here. */
export function FindingLine(props: {
  finding: Finding
  number?: number
  fixable?: boolean
  onGo(): void
  /** It was kept: the line is about to leave its list. */
  onKept?(): void
}) {
  const { finding } = props
  const look = finding.waived ? 'finding finding-kept' : `finding finding-${finding.severity}`
  return (
    <div className={look}>
      <button type="button" className="finding-go" onClick={props.onGo}>
        {props.number !== undefined && <span className="finding-number">{props.number}</span>}
        <span>
          {finding.message}
          {finding.suspicion !== undefined && !finding.waived && (
            <span className="finding-suspicion">{finding.suspicion}</span>
          )}
        </span>
      </button>
      {props.fixable && <FindingActions finding={finding} onKept={props.onKept ?? (() => {})} />}
    </div>
  )
}

function FindingActions({ finding, onKept }: { finding: Finding; onKept(): void }) {
  if (finding.waived) return <KeptNote finding={finding} reason={finding.waived.reason} />
  return (
    <WithNote finding={finding}>
      <Fixes finding={finding} fixes={finding.fixes ?? []} />
      <KeepButton finding={finding} onKept={onKept} />
    </WithNote>
  )
}

/** Possibilities shown at once; the others wait behind a button, so that a line stays a line. */
const FIXES_SHOWN = 3

/** Repairs, the most likely first. */
function Fixes({ finding, fixes }: { finding: Finding; fixes: Fix[] }) {
  const [open, setOpen] = useState(false)
  const folds = fixes.length > FIXES_SHOWN + 1
  return (
    <>
      {(folds && !open ? fixes.slice(0, FIXES_SHOWN) : fixes).map((fix) => (
        <FixButton
          key={fix.cells.map(({ cell, to }) => `${cell} ${to}`).join()}
          finding={finding}
          fix={fix}
        />
      ))}
      {folds && (
        <button
          type="button"
          className="button button-quiet finding-action"
          aria-expanded={open}
          onClick={() => setOpen(!open)}
        >
          {open ? texts.fewerFixes : texts.moreFixes(fixes.length - FIXES_SHOWN)}
        </button>
      )}
    </>
  )
}

function WithNote({ finding, children }: { finding: Finding; children: ReactNode }) {
  const [open, setOpen] = useState(false)
  return (
    <>
      <div className="finding-actions">
        {children}
        <button
          type="button"
          className="button button-quiet finding-action"
          aria-expanded={open}
          aria-label={`${texts.why}：${finding.message}`}
          onClick={() => setOpen(!open)}
        >
          {texts.why}
        </button>
      </div>
      {open && <RuleNoteLines rule={finding.rule} />}
    </>
  )
}

function FixButton({ finding, fix }: { finding: Finding; fix: Fix }) {
  const desk = useDesk()
  const format = useDraft(formatOf)
  const words = fixWords(format, finding, fix)
  const place = cellPlace(finding.chapter, fix.cells[0]?.cell ?? '')
  return (
    <button
      type="button"
      className="button finding-action"
      aria-label={texts.fixOf(finding.message, words)}
      onClick={() => desk.edit({ kind: 'once', place }, (draft) => applyFix(draft, format, fix))}
    >
      {words}
    </button>
  )
}
