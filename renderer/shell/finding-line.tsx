import type { Finding, Fix } from '../../shared/check/finding'
import { formatOf } from '../desk/derived'
import { placeOfFinding } from '../desk/place'
import { applyFix } from '../desk/repair'
import { useDesk, useDraft } from '../desk/use-desk'
import { texts } from './shell.texts'
import './finding-line.css'

/** A finding: its line leads to the place; what it proposes can be taken over here. */
export function FindingLine(props: { finding: Finding; number?: number; fixable?: boolean; onGo(): void }) {
  const { finding } = props
  return (
    <div className={`finding finding-${finding.severity}`}>
      <button type="button" className="finding-go" onClick={props.onGo}>
        {props.number !== undefined && <span className="finding-number">{props.number}</span>}
        <span>{finding.message}</span>
      </button>
      {(props.fixable ? finding.fixes : undefined)?.map((fix) => (
        <FixButton
          key={fix.cells.map(({ cell, to }) => `${cell} ${to}`).join()}
          finding={finding}
          fix={fix}
        />
      ))}
    </div>
  )
}

function FixButton({ finding, fix }: { finding: Finding; fix: Fix }) {
  const desk = useDesk()
  const format = useDraft(formatOf)
  const words = fixWords(fix)
  return (
    <button
      type="button"
      className="button finding-fix"
      aria-label={texts.fixOf(finding.message, words)}
      onClick={() =>
        desk.edit({ kind: 'once', place: placeOfFinding(finding) }, (draft) => applyFix(draft, format, fix))
      }
    >
      {words}
    </button>
  )
}

function fixWords(fix: Fix): string {
  const values = new Set(fix.cells.map(({ to }) => to))
  const [only] = values
  if (values.size === 1 && only !== undefined && fix.cells.length > 1) return texts.fillAll(only)
  return texts.fix(fix.cells.map(({ to }) => to).join('、'))
}
