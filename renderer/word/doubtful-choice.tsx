import { useId, useState } from 'react'
import { entryText, readEntry } from '../../shared/draft/read-entry'
import { cellInfo } from '../../shared/format/cells'
import type { Format } from '../../shared/format/format'
import type { Decision, DoubtfulPlace } from '../../shared/import/settle-report'
import { texts } from './word.texts'

/** One doubtful place: what was found there is taken, something else is typed, or it stays blank. */
export function DoubtfulChoice(props: {
  place: DoubtfulPlace
  format: Format
  decision: Decision | undefined
  /** stays: the caret is where the clerk put it. */
  decide(decision: Decision, stays?: boolean): void
}) {
  const { place, format, decision, decide } = props
  const { address, name, found } = place
  const holds = cellInfo(format, address)?.holds ?? 'count'
  return (
    <li className="doubtful-place" data-place={address} data-decided={decision !== undefined}>
      <span className="doubtful-name">{name}</span>
      <span className="doubtful-choices">
        {found
          .map((figure, at) => ({ ...figure, at }))
          .map(({ offered, text, at }) =>
            offered === undefined ? (
              <span key={at} className="doubtful-text">
                {texts.notTaken(text)}
              </span>
            ) : (
              <Choice
                key={at}
                label={
                  found.length > 1
                    ? texts.takeFrom(at + 1, entryText(holds, offered))
                    : texts.take(entryText(holds, offered))
                }
                name={name}
                isChosen={decision?.kind === 'taken' && decision.index === at}
                onChoose={() => decide({ kind: 'taken', index: at })}
              />
            ),
          )}
        <Choice
          label={texts.leaveBlank}
          name={name}
          isChosen={decision?.kind === 'blank'}
          onChoose={() => decide({ kind: 'blank' })}
        />
        <TypedChoice place={place} format={format} decision={decision} decide={decide} />
      </span>
    </li>
  )
}

function Choice(props: { label: string; name: string; isChosen: boolean; onChoose(): void }) {
  return (
    <button
      type="button"
      className="button doubtful-choice"
      aria-pressed={props.isChosen}
      aria-label={`${props.label}：${props.name}`}
      onClick={props.onChoose}
    >
      {props.label}
    </button>
  )
}

function TypedChoice({ place, format, decision, decide }: Parameters<typeof DoubtfulChoice>[0]) {
  const holds = cellInfo(format, place.address)?.holds ?? 'count'
  const [text, setText] = useState(decision?.kind === 'typed' ? entryText(holds, decision.entry) : '')
  const problem = useId()
  const read = readEntry(holds, text)
  function enter(stays: boolean): void {
    if (read.kind === 'value') decide({ kind: 'typed', entry: read.entry }, stays)
    else if (decision?.kind === 'typed') decide({ kind: 'blank' }, stays)
  }
  return (
    <span className="doubtful-other">
      <input
        className="input"
        placeholder={texts.other}
        aria-label={texts.otherOf(place.name)}
        aria-invalid={read.kind === 'refused'}
        aria-describedby={read.kind === 'refused' ? problem : undefined}
        data-chosen={decision?.kind === 'typed'}
        autoComplete="off"
        value={text}
        onChange={(event) => setText(event.target.value)}
        onBlur={() => enter(true)}
        onKeyDown={(event) => {
          if (event.key !== 'Enter') return
          // The caret goes on at once: the key must not press the button it comes to.
          event.preventDefault()
          enter(false)
        }}
      />
      {read.kind === 'refused' && (
        <span className="doubtful-problem" id={problem}>
          {read.reason}
        </span>
      )}
    </span>
  )
}
