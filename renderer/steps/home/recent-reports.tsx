import type { RecentFile } from '../../../shared/ipc'
import { useDesk, useDeskState } from '../../desk/use-desk'
import { texts } from './home.texts'

/** The reports last worked on, newest first as main gives them. */
export function RecentReports() {
  const recent = useDeskState(({ home }) => home.recent)
  return (
    <section className="recent" aria-labelledby="recent-heading">
      <h2 className="section-heading" id="recent-heading">
        {texts.recent}
      </h2>
      {recent.length === 0 ? (
        <p className="recent-none">{texts.noRecent}</p>
      ) : (
        <ul className="recent-list">
          {recent.map((file) => (
            <RecentReport key={file.handle} file={file} />
          ))}
        </ul>
      )}
    </section>
  )
}

function RecentReport({ file }: { file: RecentFile }) {
  const desk = useDesk()
  return (
    <li className="recent-report">
      <button
        type="button"
        className="recent-open"
        onClick={() => void desk.begin({ kind: 'recent', handle: file.handle })}
      >
        <span className="recent-name">{texts.report(file.publisher, file.year)}</span>
        <span className="recent-file">
          {file.name}
          <span className="recent-folder">{file.folder}</span>
        </span>
        {file.missing ? (
          <span className="recent-missing">{texts.missing}</span>
        ) : (
          <time className="recent-date" dateTime={file.usedAt}>
            {dateWords(file.usedAt)}
          </time>
        )}
      </button>
      <button
        type="button"
        className="link recent-forget"
        aria-label={texts.forgetFile(file.name)}
        onClick={() => void desk.forget(file.handle)}
      >
        {texts.forget}
      </button>
    </li>
  )
}

/** 2026年1月20日, in the clerk's own time zone. */
function dateWords(time: string): string {
  const date = new Date(time)
  return `${date.getFullYear()}年${date.getMonth() + 1}月${date.getDate()}日`
}
