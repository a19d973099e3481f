import type { HTMLInputTypeAttribute } from 'react'
import type { Draft } from '../../shared/draft/draft'
import type { Step } from '../desk/place'
import { useDraft } from '../desk/use-desk'
import { describedBy, Field, fieldId } from './field'
import { fieldName } from './field-names'
import { useField } from './use-field'

/** One line of text of the draft. */
export function TextField(props: {
  step: Step
  field: string
  hint?: string
  type?: HTMLInputTypeAttribute
  wide?: boolean
  read(draft: Draft): string | undefined
  write(draft: Draft, value: string): void
}) {
  const value = useDraft(props.read) ?? ''
  const access = useField(props.step, props.field)
  return (
    <Field
      field={props.field}
      label={fieldName(props.field)}
      hint={props.hint}
      problem={access.problem}
      wide={props.wide ?? false}
    >
      <input
        id={fieldId(props.field)}
        className="input"
        type={props.type ?? 'text'}
        value={value}
        aria-invalid={access.problem !== undefined}
        data-severity={access.problem?.severity}
        aria-describedby={describedBy(props.field, props.hint, access.problem)}
        autoComplete="off"
        spellCheck={false}
        onChange={(event) => access.type((draft) => props.write(draft, event.target.value))}
        onFocus={access.onFocus}
        onBlur={access.onBlur}
      />
    </Field>
  )
}
