import type { Backup } from '../../shared/ipc-safety'
import { useDesk } from '../desk/use-desk'
import { texts, timeWords } from './aside.texts'

/** Earlier versions, newest first; each opens as a report of its own. */
export function VersionList({ versions }: { versions: Backup[] }) {
  const desk = useDesk()
  if (versions.length === 0) return <p className="aside-note">{texts.noVersions}</p>
  return (
    <ul className="version-list">
      {versions.map(({ handle, name, publisher, year, keptAt }) => (
        <li key={handle}>
          <button type="button" className="version-open" onClick={() => void desk.openVersion(handle)}>
            <time className="version-time" dateTime={keptAt}>
              {timeWords(keptAt)}
            </time>
            <span>{year === undefined ? texts.unreadable : texts.report(publisher, year)}</span>
            <span className="version-place">{name === '' ? texts.noName : name}</span>
          </button>
        </li>
      ))}
    </ul>
  )
}
