import { type KeyboardEvent, useEffect, useId, useMemo, useRef, useState } from 'react'
import { formulaOf } from '../../shared/check/text/expression'
import type { FigureRun, NumberStyle } from '../../shared/draft/draft'
import { type FigureChoice, findChoices, sameStyle, styleChoices } from '../../shared/linked/figure-choices'
import { figureText } from '../../shared/linked/figure-text'
import type { TableValues } from '../../shared/linked/table-values'
import { texts } from './figure-texts'

type Figure = Pick<FigureRun, 'value' | 'style'>

interface FigurePickerProps {
  choices: FigureChoice[]
  values: TableValues
  /** The linked figure to be changed; undefined: a new one is put in. */
  chosen: Figure | undefined
  /** The words of the line before and after the place. */
  around: { before: string; after: string }
  onPick(figure: Figure): void
  onClose(): void
}

/** More than this nobody reads through. */
const MOST_SHOWN = 60

const zeroWords: NonNullable<NumberStyle['zero']>[] = ['无', '零', '未发生', '持平']

/** Finds a figure of the tables by words and writes it in a style, all of it from the keyboard. */
export function FigurePicker({ choices, values, chosen, around, onPick, onClose }: FigurePickerProps) {
  const id = useId()
  const search = useRef<HTMLInputElement>(null)
  const [words, setWords] = useState('')
  const [active, setActive] = useState(() => Math.max(0, indexOf(choices, chosen)))
  const found = useMemo(() => findChoices(choices, words), [choices, words])
  const shown = shownAround(found, active)
  const choice = found[Math.min(active, found.length - 1)]
  const [styleName, setStyleName] = useState<number>()
  const [zero, setZero] = useState<NumberStyle['zero']>(chosen?.style.zero)
  const styles = choice ? stylesFor(choice, chosen, values) : []
  const style = styles[Math.min(styleName ?? 0, styles.length - 1)]?.style
  const figure = choice && style && { value: choice.value, style: withZero(style, zero) }

  useEffect(() => search.current?.focus(), [])

  function pick(): void {
    if (figure) onPick(figure)
  }

  function go(to: number): void {
    setActive(Math.max(0, Math.min(found.length - 1, to)))
    setStyleName(undefined)
  }

  function onSearchKey(event: KeyboardEvent): void {
    const steps: Record<string, number> = {
      ArrowDown: active + 1,
      ArrowUp: active - 1,
      PageDown: active + 10,
      PageUp: active - 10,
    }
    const to = steps[event.key]
    // While an input method composes, its keys are its own.
    if (event.nativeEvent.isComposing) return
    if (event.key === 'Enter') pick()
    else if (to !== undefined) go(to)
    else return
    event.preventDefault()
  }

  return (
    <div
      role="dialog"
      aria-label={texts.picker}
      className="figure-picker"
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return
        event.preventDefault()
        event.stopPropagation()
        onClose()
      }}
    >
      <input
        ref={search}
        className="input"
        type="search"
        role="combobox"
        aria-label={texts.search}
        aria-expanded="true"
        aria-controls={`${id}-list`}
        aria-activedescendant={choice ? `${id}-${found.indexOf(choice)}` : undefined}
        autoComplete="off"
        spellCheck={false}
        placeholder={texts.searchHint}
        value={words}
        onChange={(event) => {
          setWords(event.target.value)
          go(0)
        }}
        onKeyDown={onSearchKey}
      />
      <div role="listbox" id={`${id}-list`} aria-label={texts.results} className="figure-choices">
        {shown.map(({ one, index }) => (
          <Option
            key={one.name}
            id={`${id}-${index}`}
            choice={one}
            values={values}
            isActive={one === choice}
            onChoose={() => go(index)}
          />
        ))}
      </div>
      {found.length === 0 && <p className="figure-note">{texts.none}</p>}
      {found.length > shown.length && (
        <p className="figure-note">{texts.more(found.length - shown.length)}</p>
      )}
      <fieldset className="figure-styles">
        <legend>{texts.style}</legend>
        {styles.map(({ name, style: one }, index) => (
          <label key={JSON.stringify(one)}>
            <input
              type="radio"
              name={`${id}-style`}
              checked={one === style}
              onChange={() => setStyleName(index)}
            />
            {name}
          </label>
        ))}
        <label>
          {texts.whenZero}
          <select
            className="input"
            value={zero ?? ''}
            onChange={(event) => setZero(zeroWords.find((word) => word === event.target.value))}
          >
            <option value="">{texts.asZero}</option>
            {zeroWords.map((word) => (
              <option key={word} value={word}>
                {word}
              </option>
            ))}
          </select>
        </label>
      </fieldset>
      <div className="figure-ending">
        <p className="figure-preview" aria-live="polite">
          {texts.preview}：…{around.before}
          <strong>{figure ? figureText(figure, values).text : ''}</strong>
          {around.after}…
        </p>
        <button type="button" className="button" disabled={!figure} onClick={pick}>
          {chosen ? texts.change : texts.insert}
        </button>
        <button type="button" className="button button-quiet" onClick={onClose}>
          {texts.cancel}
        </button>
      </div>
    </div>
  )
}

function Option(props: {
  id: string
  choice: FigureChoice
  values: TableValues
  isActive: boolean
  onChoose(): void
}) {
  const { id, choice, values, isActive, onChoose } = props
  const option = useRef<HTMLDivElement>(null)
  useEffect(() => {
    if (isActive) option.current?.scrollIntoView?.({ block: 'nearest' })
  }, [isActive])
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the keys are the search field's (ARIA combobox).
    // biome-ignore lint/a11y/useFocusableInteractive: the caret stays in the search field.
    <div
      ref={option}
      role="option"
      id={id}
      aria-selected={isActive}
      onMouseDown={(event) => event.preventDefault()}
      onClick={onChoose}
    >
      <span>{choice.name}</span>
      <span className="figure-value">
        {figureText({ value: choice.value, style: { digits: 'plain' } }, values).text}
      </span>
    </div>
  )
}

function indexOf(choices: FigureChoice[], chosen: Figure | undefined): number {
  const formula = chosen && formulaOf(chosen.value)
  return choices.findIndex((choice) => formulaOf(choice.value) === formula)
}

/** The stretch of the list around the active choice. */
function shownAround(found: FigureChoice[], active: number): { one: FigureChoice; index: number }[] {
  const from = Math.max(0, Math.min(active - MOST_SHOWN / 2, found.length - MOST_SHOWN))
  return found.slice(from, from + MOST_SHOWN).map((one, index) => ({ one, index: from + index }))
}

/** The style the figure has now comes first, so that changing what it counts does not change how it reads. */
function stylesFor(choice: FigureChoice, chosen: Figure | undefined, values: TableValues) {
  const styles = styleChoices(choice.value, values)
  if (!chosen) return styles
  const { zero: _, ...own } = chosen.style
  const same = styles.filter(({ style }) => sameStyle(style, own))
  const text = figureText({ value: choice.value, style: own }, values).text
  return [
    ...(same.length > 0 ? same : [{ name: text, style: own }]),
    ...styles.filter((one) => !same.includes(one)),
  ]
}

function withZero(style: NumberStyle, zero: NumberStyle['zero']): NumberStyle {
  return zero === undefined ? style : { ...style, zero }
}
