import { useId } from 'react'
import { type ExportFormat, exportFormats } from '../../../shared/ipc'
import { texts } from './export.texts'

/** Which files to make, each with what it is good for. */
export function FormatChoices(props: { chosen: ExportFormat[]; onChoose(chosen: ExportFormat[]): void }) {
  const id = useId()
  return (
    <fieldset className="field">
      <legend className="field-label">{texts.chooseFormats}</legend>
      <div className="choices choices-explained">
        {exportFormats.map((format) => (
          <div className="choice" key={format}>
            <input
              type="checkbox"
              id={`${id}-${format}`}
              checked={props.chosen.includes(format)}
              aria-describedby={`${id}-${format}-explanation`}
              onChange={({ target }) =>
                props.onChoose(
                  exportFormats.filter((other) =>
                    other === format ? target.checked : props.chosen.includes(other),
                  ),
                )
              }
            />
            <label htmlFor={`${id}-${format}`}>{texts.formats[format]}</label>
            <p className="field-hint" id={`${id}-${format}-explanation`}>
              {texts.explanations[format]}
            </p>
          </div>
        ))}
      </div>
    </fieldset>
  )
}
