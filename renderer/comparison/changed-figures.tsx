import type { ChangedFigure } from '../../shared/compare/compare-figures'
import { cellPlace } from '../desk/place'
import { useDesk } from '../desk/use-desk'
import { texts } from './comparison.texts'

/** Every figure that is not last year's, table by table; each leads to its cell. */
export function ChangedFigures({ figures }: { figures: ChangedFigure[] }) {
  const desk = useDesk()
  if (figures.length === 0) return <p className="field-hint">{texts.noChangedFigures}</p>
  const notes = [...new Set(figures.flatMap(({ note }) => note ?? []))]
  return (
    <>
      <table className="changed-figures" aria-label={texts.figures}>
        <thead>
          <tr>
            {[texts.item, texts.last, texts.now, texts.change, texts.rate].map((words) => (
              <th key={words} scope="col">
                {words}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {figures.map(({ info, last, now, change, rate }) => (
            <tr key={info.cell}>
              <th scope="row">
                <button
                  type="button"
                  className="link"
                  onClick={() => desk.goTo(cellPlace(info.chapter, info.cell))}
                >
                  {info.name}
                </button>
              </th>
              <td>{last ?? texts.blank}</td>
              <td>{now ?? texts.blank}</td>
              <td>{change ?? ''}</td>
              <td>{rate ?? ''}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {notes.map((note) => (
        <p className="field-hint" key={note}>
          {note}
        </p>
      ))}
    </>
  )
}
