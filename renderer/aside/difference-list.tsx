import type { Comparison } from '../../shared/ipc-safety'
import { texts } from './aside.texts'

/** Where two versions differ, side by side. */
export function DifferenceList(props: { comparison: Comparison; one: string; other: string }) {
  const { comparison, one, other } = props
  const { count, differences } = comparison
  if (count === 0) return <p className="differences-count">{texts.differences(0)}</p>
  return (
    <section className="differences">
      <p className="differences-count">{texts.differences(count)}</p>
      <table className="differences-table">
        <thead>
          <tr>
            <th scope="col">{texts.place}</th>
            <th scope="col">{one}</th>
            <th scope="col">{other}</th>
          </tr>
        </thead>
        <tbody>
          {differences.map((difference) => (
            <tr key={`${difference.place} ${difference.one} ${difference.other}`}>
              <th scope="row">{difference.place}</th>
              <td>{difference.one || texts.blank}</td>
              <td>{difference.other || texts.blank}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {count > differences.length && <p className="aside-note">{texts.more(count - differences.length)}</p>}
    </section>
  )
}
