import type { ReactNode } from 'react'
import type { Finding } from '../../shared/check/finding'
import './fields.css'

/** The element id of a field, by which the caret finds it. */
export function fieldId(field: string): string {
  return `field-${field.replaceAll('.', '-')}`
}

/** Ids of the lines that describe the field, for aria-describedby. */
export function describedBy(field: string, hint?: string, problem?: Finding): string | undefined {
  const ids = [problem && `${fieldId(field)}-problem`, hint && `${fieldId(field)}-hint`].filter(Boolean)
  return ids.length > 0 ? ids.join(' ') : undefined
}

/** A label, its control, and one line below: what is wrong, or what belongs here. */
export function Field(props: {
  field: string
  label: string
  hint?: string | undefined
  problem?: Finding | undefined
  wide?: boolean
  children: ReactNode
}) {
  const id = fieldId(props.field)
  return (
    <div className={props.wide ? 'field field-wide' : 'field'}>
      <label className="field-label" htmlFor={id}>
        {props.label}
      </label>
      {props.children}
      {props.problem !== undefined && (
        <p className={`field-problem field-problem-${props.problem.severity}`} id={`${id}-problem`}>
          {props.problem.message}
        </p>
      )}
      {props.hint !== undefined && (
        <p className="field-hint" id={`${id}-hint`}>
          {props.hint}
        </p>
      )}
    </div>
  )
}
