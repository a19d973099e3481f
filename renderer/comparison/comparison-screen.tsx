import { useEffect, useId, useRef } from 'react'
import { chapterRepetition } from '../../shared/compare/chapter-repetition'
import { type ChangedFigure, changedFigures } from '../../shared/compare/compare-figures'
import { type TrackedPart, trackParts } from '../../shared/compare/track-reports'
import type { Draft } from '../../shared/draft/draft'
import type { Format } from '../../shared/format/format'
import { formatOf } from '../desk/derived'
import { useDesk, useDeskState, useDraft } from '../desk/use-desk'
import { MessageBar } from '../shell/message-bar'
import { stepName } from '../shell/shell.texts'
import { ExportOutcome } from '../steps/export/export-outcome'
import { ChangedFigures } from './changed-figures'
import { ComparedPart } from './compared-part'
import { texts } from './comparison.texts'
import './comparison.css'

/** This year's report against last year's: figures, texts, and the files an office hands on. */
export function ComparisonScreen() {
  const desk = useDesk()
  const id = useId()
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => heading.current?.focus(), [])
  const draft = useDraft((whole) => whole)
  const format = formatOf(draft)
  const figures = changedFigures(draft, format)
  const parts = trackParts(draft, format)
  return (
    <main
      className="comparison-screen"
      aria-labelledby={id}
      onKeyDown={(event) => {
        if (event.key === 'Escape') desk.backToCaret()
      }}
    >
      <MessageBar />
      <header className="comparison-head">
        <div>
          <h1 className="step-heading" id={id} tabIndex={-1} ref={heading}>
            {draft.previous ? texts.heading(draft.previous.year) : texts.none}
          </h1>
          {parts && <p className="field-hint">{texts.note}</p>}
        </div>
        <button type="button" className="button" onClick={desk.backToCaret}>
          {texts.back}
        </button>
      </header>
      {parts && figures ? (
        <Compared draft={draft} format={format} parts={parts} figures={figures} />
      ) : (
        draft.previous && <p>{texts.unknownFormat}</p>
      )}
    </main>
  )
}

interface Both {
  draft: Draft
  format: Format
  parts: TrackedPart[]
  figures: ChangedFigure[]
}

function Compared({ draft, format, parts, figures }: Both) {
  return (
    <>
      <Overview draft={draft} format={format} figures={figures} />
      <Files />
      <section className="comparison-section" aria-labelledby="comparison-figures">
        <h2 className="section-heading" id="comparison-figures">
          {texts.figures}
        </h2>
        <ChangedFigures figures={figures} />
      </section>
      <section className="comparison-section" aria-labelledby="comparison-texts">
        <h2 className="section-heading" id="comparison-texts">
          {texts.wording}
        </h2>
        {draft.previous?.frame === undefined && <p className="field-hint">{texts.noFrame}</p>}
        {parts.map((part) => (
          <ComparedPart
            key={part.id}
            part={part}
            name={texts.parts[part.id] ?? stepName(part.id, format.chapters).name}
          />
        ))}
      </section>
    </>
  )
}

/** How much of each chapter is last year's, and how many of its figures are not. */
function Overview({ draft, format, figures }: Omit<Both, 'parts'>) {
  const rates = chapterRepetition(draft, format)
  return (
    <section className="comparison-section" aria-labelledby="comparison-overview">
      <h2 className="section-heading" id="comparison-overview">
        {texts.overview}
      </h2>
      <table className="comparison-overview" aria-labelledby="comparison-overview">
        <thead>
          <tr>
            {[texts.chapter, texts.repetition, texts.figures].map((words) => (
              <th key={words} scope="col">
                {words}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {format.chapters.map(({ id, body }) => {
            const rate = rates.get(id)
            const count = figures.filter(({ info }) => info.chapter === id).length
            return (
              <tr key={id}>
                <th scope="row">{stepName(id, format.chapters).name}</th>
                <td>{rate === undefined ? texts.noText : `${Math.round(rate * 100)}%`}</td>
                <td>{body.kind === 'table' ? texts.cells(count) : texts.noTable}</td>
              </tr>
            )
          })}
        </tbody>
      </table>
    </section>
  )
}

function Files() {
  const desk = useDesk()
  const running = useDeskState(({ session }) => session.exportedComparison?.kind === 'running')
  return (
    <section className="comparison-section" aria-labelledby="comparison-files">
      <h2 className="section-heading" id="comparison-files">
        {texts.files}
      </h2>
      <p className="field-hint">{texts.filesNote}</p>
      <div className="buttons">
        {(['tracked', 'figures'] as const).map((what) => (
          <button
            key={what}
            type="button"
            className="button"
            aria-disabled={running}
            onClick={() => {
              if (!running) void desk.exportComparison(what)
            }}
          >
            {running ? texts.exporting : texts.exports[what]}
          </button>
        ))}
      </div>
      <ExportOutcome of="exportedComparison" />
    </section>
  )
}
