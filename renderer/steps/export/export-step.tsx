import { useId, useState } from 'react'
import { titleLines } from '../../../shared/compose/title'
import type { ExportFormat, WordCopy } from '../../../shared/ipc'
import { findingsOf, formatOf } from '../../desk/derived'
import { mustBePutRight } from '../../desk/readiness'
import { useDesk, useDeskState, useDraft } from '../../desk/use-desk'
import { PagesView } from '../../preview/pages-view'
import { FindingLine } from '../../shell/finding-line'
import { StepFrame } from '../../shell/step-frame'
import { texts } from './export.texts'
import { ExportOutcome } from './export-outcome'
import { FormatChoices } from './format-choices'
import { MissingFontsNote } from './missing-fonts-note'
import { StyleSection } from './style-section'
import { WordCopyChoice } from './word-copy-choice'
import './export.css'

export function ExportStep() {
  const desk = useDesk()
  const title = useDraft((draft) => titleLines(draft).join('\n'))
  const format = useDraft((draft) => formatOf(draft).name)
  const pages = useId()
  const [formats, setFormats] = useState<ExportFormat[]>(['docx'])
  const [copy, setCopy] = useState<WordCopy>('publication')
  const running = useDeskState(({ session }) => session.exported?.kind === 'running')
  return (
    <StepFrame heading={texts.heading}>
      <section className="export-report" aria-label={texts.report}>
        <p className="export-title">{title}</p>
        <p className="field-hint">{format}</p>
      </section>
      <Left />
      <FormatChoices chosen={formats} onChoose={setFormats} />
      {formats.includes('docx') && <WordCopyChoice chosen={copy} onChoose={setCopy} />}
      <StyleSection />
      <MissingFontsNote />
      <div className="buttons">
        <button
          type="button"
          className="button button-main button-large"
          title={texts.exportKey}
          // aria-disabled keeps the caret on the button while the file is made.
          aria-disabled={running || formats.length === 0}
          onClick={() => {
            if (!running && formats.length > 0)
              void desk.exportReport(formats, formats.includes('docx') ? copy : 'publication')
          }}
        >
          {running ? texts.exporting : texts.exportFormats(formats)}
        </button>
        {formats.length === 0 && <p className="field-hint">{texts.nothingChosen}</p>}
      </div>
      <ExportOutcome of="exported" />
      <section className="pages-section" aria-labelledby={pages}>
        <h2 className="section-heading" id={pages}>
          {texts.pages}
        </h2>
        <PagesView follow={false} />
      </section>
    </StepFrame>
  )
}

/** The errors are named, and exporting stays allowed: a draft is also shown around. */
function Left() {
  const desk = useDesk()
  const findings = useDraft(findingsOf).filter(mustBePutRight)
  const errors = findings.filter(({ severity }) => severity === 'error')
  if (findings.length === 0) return null
  return (
    <div className="note note-warning">
      <p>{texts.left(errors.length, findings.length - errors.length)}</p>
      <ul className="finding-list">
        {errors.slice(0, 5).map((finding) => (
          <li key={`${finding.rule} ${finding.message}`}>
            <FindingLine finding={finding} onGo={() => desk.goToFinding(finding)} />
          </li>
        ))}
      </ul>
      <button type="button" className="button" onClick={() => desk.goToStep('review')}>
        {texts.toReview}
      </button>
    </div>
  )
}
