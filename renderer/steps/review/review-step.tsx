import { useRef, useState } from 'react'
import { fingerprint } from '../../../shared/check/fingerprint'
import type { Chapter } from '../../../shared/format/format'
import { findingsOf, formatOf, keptSums } from '../../desk/derived'
import { mustBePutRight } from '../../desk/readiness'
import { applyFix, fillableGaps } from '../../desk/repair'
import { stepsOf } from '../../desk/steps'
import { useDesk, useDraft } from '../../desk/use-desk'
import { FindingLine } from '../../shell/finding-line'
import { stepName } from '../../shell/shell.texts'
import { StepFrame } from '../../shell/step-frame'
import { CheckSheetSection } from './check-sheet-section'
import { ComparisonSection } from './comparison-section'
import { texts } from './review.texts'
import { ReviewFilters } from './review-filters'
import { filterGroups, type ReviewFilter, type ReviewGroup, reviewGroups } from './review-groups'
import './review.css'

/** Everything still to be done, each line leading to its place. */
export function ReviewStep() {
  const format = useDraft(formatOf)
  const findings = useDraft(findingsOf)
  const [filter, setFilter] = useState<ReviewFilter>({})
  const verdict = useRef<HTMLDivElement>(null)
  const groups = reviewGroups(findings, stepsOf(format))
  const shown = filterGroups(groups, filter)
  return (
    <StepFrame heading={texts.heading}>
      <div ref={verdict} tabIndex={-1}>
        <Verdict />
      </div>
      {groups.length > 0 && (
        <ReviewFilters groups={groups} filter={filter} chapters={format.chapters} onFilter={setFilter} />
      )}
      {groups.length > 0 && shown.length === 0 && <p className="review-nothing">{texts.nothingHere}</p>}
      {shown.map((group) => (
        <Group
          key={group.name}
          group={group}
          chapters={format.chapters}
          onKept={() => verdict.current?.focus({ preventScroll: true })}
        />
      ))}
      <CheckSheetSection />
      <ComparisonSection />
    </StepFrame>
  )
}

function Verdict() {
  const desk = useDesk()
  const findings = useDraft(findingsOf)
  const kept = useDraft(keptSums)
  const left = findings.filter(mustBePutRight).length
  const warnings = findings.filter(
    (finding) => finding.severity === 'warning' && !finding.waived && !mustBePutRight(finding),
  ).length
  if (left > 0)
    return (
      <div className="verdict" role="status">
        <p className="verdict-words">{texts.left(left)}</p>
        <p className="verdict-note">{warnings > 0 ? texts.leftWithWarnings(warnings) : texts.leftNote}</p>
      </div>
    )
  return (
    <div className="verdict verdict-ready" role="status">
      <p className="verdict-words">{texts.ready}</p>
      <p className="verdict-note">{texts.readyNote(kept) + (warnings > 0 ? texts.warnings(warnings) : '')}</p>
      <button type="button" className="button button-main" onClick={() => desk.goToStep('export')}>
        {texts.toExport}
      </button>
    </div>
  )
}

function Group({ group, chapters, onKept }: { group: ReviewGroup; chapters: Chapter[]; onKept(): void }) {
  const desk = useDesk()
  const id = `review-${group.name}`
  return (
    <section className={`review-group review-group-${group.name}`} aria-labelledby={id}>
      <h2 className="section-heading" id={id}>
        {texts.groups[group.name]}
        <span className="review-count">{group.count}</span>
      </h2>
      {group.name === 'gap' && <ZerosButton />}
      {group.chapters.map(({ step, findings }) => (
        <div className="review-chapter" key={step}>
          <h3 className="review-chapter-name">{stepName(step, chapters).name}</h3>
          <ul className="finding-list">
            {findings.map((finding) => (
              <li key={fingerprint(finding)}>
                <FindingLine
                  finding={finding}
                  fixable
                  onGo={() => desk.goToFinding(finding)}
                  onKept={onKept}
                />
              </li>
            ))}
          </ul>
        </div>
      ))}
    </section>
  )
}

function ZerosButton() {
  const desk = useDesk()
  const format = useDraft(formatOf)
  const findings = useDraft(findingsOf)
  const gaps = fillableGaps(findings)
  if (gaps.length === 0) return null
  return (
    <div className="buttons">
      <button
        type="button"
        className="button"
        onClick={() =>
          desk.edit({ kind: 'once', place: { step: 'review', target: { kind: 'heading' } } }, (draft) => {
            for (const { fix } of gaps) applyFix(draft, format, fix)
          })
        }
      >
        {texts.zeros}
      </button>
      <span className="field-hint">{texts.zerosNote}</span>
    </div>
  )
}
