import type { ReactNode } from 'react'
import type { ExportedFile } from '../../../shared/ipc'
import { useDesk, useDeskState, useDraft } from '../../desk/use-desk'
import { exportProblem, texts } from './export.texts'
import './export.css'

/** What became of the export: the files and where they are, or why there are none. */
export function ExportOutcome({ of }: { of: 'exported' | 'exportedSheet' | 'exportedComparison' }) {
  return (
    <div aria-live="polite">
      <Outcome of={of} />
    </div>
  )
}

function Outcome({ of }: { of: 'exported' | 'exportedSheet' | 'exportedComparison' }) {
  const exported = useDeskState(({ session }) => session[of])
  const draft = useDraft((whole) => whole)
  if (!exported || exported.kind === 'running') return null
  if (exported.kind === 'failed') {
    const { title, advice } = exportProblem(exported.error)
    return (
      <>
        <div className="note note-error">
          <p>{title}</p>
          <p>{advice}</p>
        </div>
        {exported.error.written && <Files files={exported.error.written} />}
      </>
    )
  }
  return (
    <Files files={exported.files}>
      {exported.draft !== draft && <p className="field-hint">{texts.outdated}</p>}
    </Files>
  )
}

function Files(props: { files: ExportedFile[]; children?: ReactNode }) {
  const desk = useDesk()
  return (
    <section className="export-files" aria-label={texts.done}>
      <h2 className="section-heading">{texts.done}</h2>
      <ul>
        {props.files.map((file) => (
          <li className="export-file" key={file.handle}>
            <span className="export-file-kind">{texts.formats[file.format]}</span>
            <span className="export-file-name">{file.name}</span>
            <button
              type="button"
              className="button"
              aria-label={texts.revealFile(file.name)}
              onClick={() => desk.reveal(file.handle)}
            >
              {texts.reveal}
            </button>
          </li>
        ))}
      </ul>
      {props.children}
    </section>
  )
}
