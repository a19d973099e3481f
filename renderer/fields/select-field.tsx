import type { Step } from '../desk/place'
import { describedBy, Field, fieldId } from './field'
import { fieldName } from './field-names'
import { useField } from './use-field'

/** One of many, behind a list. */
export function SelectField(props: {
  step: Step
  field: string
  hint?: string
  value: string
  options: { value: string; label: string }[]
  onChoose(value: string): void
}) {
  const access = useField(props.step, props.field)
  return (
    <Field field={props.field} label={fieldName(props.field)} hint={props.hint} problem={access.problem}>
      <select
        id={fieldId(props.field)}
        className="input"
        value={props.value}
        aria-describedby={describedBy(props.field, props.hint, access.problem)}
        onChange={(event) => props.onChoose(event.target.value)}
        onFocus={access.onFocus}
        onBlur={access.onBlur}
      >
        {props.options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.label}
          </option>
        ))}
      </select>
    </Field>
  )
}
