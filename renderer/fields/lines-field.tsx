import { useState } from 'react'
import type { Draft } from '../../shared/draft/draft'
import type { Step } from '../desk/place'
import { useDraft } from '../desk/use-desk'
import { describedBy, Field, fieldId } from './field'
import { fieldName } from './field-names'
import { useField } from './use-field'

const noLines: string[] = []

/** Several short texts, one a line; empty lines are not kept. */
export function LinesField(props: {
  step: Step
  field: string
  hint?: string
  read(draft: Draft): string[] | undefined
  write(draft: Draft, lines: string[]): void
}) {
  const lines = useDraft(props.read) ?? noLines
  const access = useField(props.step, props.field)
  const [typed, setTyped] = useState(() => lines.join('\n'))
  // What was typed holds line ends the draft does not keep; it stands as long as it means the same lines.
  const text = sameLines(linesOf(typed), lines) ? typed : lines.join('\n')
  return (
    <Field field={props.field} label={fieldName(props.field)} hint={props.hint} problem={access.problem} wide>
      <textarea
        id={fieldId(props.field)}
        className="input input-lines"
        rows={2}
        value={text}
        aria-invalid={access.problem !== undefined}
        data-severity={access.problem?.severity}
        aria-describedby={describedBy(props.field, props.hint, access.problem)}
        spellCheck={false}
        onChange={(event) => {
          setTyped(event.target.value)
          access.type((draft) => props.write(draft, linesOf(event.target.value)))
        }}
        onFocus={access.onFocus}
        onBlur={access.onBlur}
      />
    </Field>
  )
}

function linesOf(text: string): string[] {
  return text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
}

function sameLines(one: string[], other: string[]): boolean {
  return one.length === other.length && one.every((line, index) => line === other[index])
}
