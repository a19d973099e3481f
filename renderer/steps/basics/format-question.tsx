import type { Format } from '../../../shared/format/format'
import { texts } from './basics.texts'

/** Asks, in the page, before a format is taken: which cells have no place in it is said cell by cell. */
export function FormatQuestion(props: {
  reason: string
  format: Format
  lost: { cell: string; name: string; reason: string }[]
  onTake(): void
  onKeep?(): void
}) {
  return (
    <div className="note note-warning field-wide" role="status">
      <p>{props.reason}</p>
      {props.lost.length === 0 ? (
        <p>{texts.allHavePlace}</p>
      ) : (
        <>
          <p>{texts.noPlace(props.lost.length)}</p>
          <ul className="lost-cells">
            {props.lost.map(({ cell, name, reason }) => (
              <li key={cell}>
                {name}：{reason}
              </li>
            ))}
          </ul>
        </>
      )}
      <div className="buttons">
        <button type="button" className="button" onClick={props.onTake}>
          {props.lost.length === 0 ? texts.take(props.format.name) : texts.takeWithout(props.format.name)}
        </button>
        {props.onKeep && (
          <button type="button" className="button" onClick={props.onKeep}>
            {texts.keep}
          </button>
        )}
      </div>
    </div>
  )
}
