import { useId } from 'react'
import type { WordCopy } from '../../../shared/ipc'
import { texts } from './export.texts'

const copies: WordCopy[] = ['publication', 'working']

/** Whether the Word file is for others or for going on with: asked, so that no draft is published by mistake. */
export function WordCopyChoice(props: { chosen: WordCopy; onChoose(copy: WordCopy): void }) {
  const id = useId()
  return (
    <fieldset className="field">
      <legend className="field-label">{texts.wordCopy}</legend>
      <div className="choices choices-explained">
        {copies.map((copy) => (
          <div className="choice" key={copy}>
            <input
              type="radio"
              id={`${id}-${copy}`}
              name={id}
              checked={props.chosen === copy}
              aria-describedby={`${id}-${copy}-explanation`}
              onChange={() => props.onChoose(copy)}
            />
            <label htmlFor={`${id}-${copy}`}>{texts.copies[copy].label}</label>
            <p className="field-hint" id={`${id}-${copy}-explanation`}>
              {texts.copies[copy].explanation}
            </p>
          </div>
        ))}
      </div>
    </fieldset>
  )
}
