import { useDesk, useDeskState } from '../../desk/use-desk'
import { ExportOutcome } from '../export/export-outcome'
import { texts } from './review.texts'

/** The check sheet as a file of its own. */
export function CheckSheetSection() {
  const desk = useDesk()
  const running = useDeskState(({ session }) => session.exportedSheet?.kind === 'running')
  const choices = [
    { format: 'docx', words: texts.sheetWord },
    { format: 'pdf', words: texts.sheetPdf },
  ] as const
  return (
    <section className="review-sheet" aria-labelledby="review-sheet">
      <h2 className="section-heading" id="review-sheet">
        {texts.sheet}
      </h2>
      <p className="field-hint">{texts.sheetNote}</p>
      <div className="buttons">
        {choices.map(({ format, words }) => (
          <button
            key={format}
            type="button"
            className="button"
            aria-disabled={running}
            onClick={() => {
              if (!running) void desk.exportCheckSheet([format])
            }}
          >
            {running ? texts.sheetRunning : words}
          </button>
        ))}
      </div>
      <ExportOutcome of="exportedSheet" />
    </section>
  )
}
