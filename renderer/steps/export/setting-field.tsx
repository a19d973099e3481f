import { useEffect, useId, useState } from 'react'

/** Fonts' names may be no longer in Word. */
const LONGEST = 31

/** One line of the office's settings: kept when the caret leaves it, not at every key. Empty is the standard's. */
export function SettingField(props: {
  label: string
  hint?: string
  value: string
  standard: string
  /** Id of a datalist. */
  list?: string
  onKeep(value: string): void
}) {
  const id = useId()
  const [text, setText] = useState(props.value)
  useEffect(() => setText(props.value), [props.value])
  const keep = (): void => {
    const value = text.trim()
    if (value !== props.value) props.onKeep(value === props.standard ? '' : value)
  }
  return (
    <div className="field">
      <label className="field-label" htmlFor={id}>
        {props.label}
      </label>
      <input
        className="input"
        id={id}
        value={text}
        placeholder={props.standard}
        list={props.list}
        maxLength={LONGEST}
        autoComplete="off"
        spellCheck={false}
        aria-describedby={props.hint === undefined ? undefined : `${id}-hint`}
        onChange={({ target }) => setText(target.value)}
        onBlur={keep}
        onKeyDown={({ key }) => {
          if (key === 'Enter') keep()
        }}
      />
      {props.hint !== undefined && (
        <p className="field-hint" id={`${id}-hint`}>
          {props.hint}
        </p>
      )}
    </div>
  )
}
