import type { Draft } from '../../shared/draft/draft'
import type { Step } from '../desk/place'
import { useDraft } from '../desk/use-desk'
import { fieldId } from './field'
import { fieldName } from './field-names'
import { useField } from './use-field'
import './fields.css'

export interface Choice<Value extends string> {
  value: Value
  label: string
  /** What the choice means, in one sentence. */
  explanation?: string
}

/** One of a few, all in sight. */
export function ChoiceField<Value extends string>(props: {
  step: Step
  field: string
  choices: Choice<Value>[]
  read(draft: Draft): Value
  write(draft: Draft, value: Value): void
}) {
  const chosen = useDraft(props.read)
  const access = useField(props.step, props.field)
  const id = fieldId(props.field)
  const explained = props.choices.some((choice) => choice.explanation !== undefined)
  return (
    <fieldset className="field field-wide" onFocus={access.onFocus} onBlur={access.onBlur}>
      <legend className="field-label">{fieldName(props.field)}</legend>
      <div className={explained ? 'choices choices-explained' : 'choices'}>
        {props.choices.map((choice) => (
          <div className="choice" key={choice.value}>
            <input
              type="radio"
              id={`${id}-${choice.value}`}
              name={props.field}
              value={choice.value}
              checked={choice.value === chosen}
              aria-describedby={choice.explanation ? `${id}-${choice.value}-explanation` : undefined}
              onChange={() => access.choose((draft) => props.write(draft, choice.value))}
            />
            <label htmlFor={`${id}-${choice.value}`}>{choice.label}</label>
            {choice.explanation && (
              <p className="field-hint" id={`${id}-${choice.value}-explanation`}>
                {choice.explanation}
              </p>
            )}
          </div>
        ))}
      </div>
    </fieldset>
  )
}
