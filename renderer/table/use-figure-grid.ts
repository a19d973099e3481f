import {
  type CompositionEvent,
  type FocusEvent,
  type FormEvent,
  type RefObject,
  useRef,
  useState,
} from 'react'
import { flushSync } from 'react-dom'
import { cellInfo } from '../../shared/format/cells'
import type { CellMap } from './cell-map'
import { clipboardHandlers } from './clipboard-handlers'
import type { FigureGrid } from './figure-grid'
import type { FigureTableProps } from './figure-table'
import { type Course, keyHandlers } from './key-handlers'
import type { Mode } from './keys'
import { mouseHandlers } from './mouse-handlers'
import { type Range, rowsOfRange } from './selection'
import { texts } from './texts'
import { useEditing } from './use-editing'

/** Focus, selection, keys, mouse and clipboard of a figure table; the handlers belong on its `<table>`. */
export function useFigureGrid(
  props: FigureTableProps,
  map: CellMap,
  table: RefObject<HTMLTableElement | null>,
) {
  const editing = useEditing(map, props.figures, props.onEdit)
  const [focused, setFocused] = useState<string>()
  const [range, setRange] = useState<Range>()
  const [summary, setSummary] = useState('')
  const [leftRefused, setLeftRefused] = useState<string>()
  const mode = useRef<Mode>('navigate')
  const course: Course = useRef(undefined)
  const drawnFrom = useRef<string>(undefined)

  const grid: FigureGrid = {
    ...props,
    map,
    editing,
    mode,
    focused,
    range,
    setRange,
    inputOf: (cell) =>
      [...(table.current?.querySelectorAll('input') ?? [])].find(({ dataset }) => dataset.cell === cell),
    placeOf(target) {
      const input = target instanceof Element ? target.closest('td')?.querySelector('input') : undefined
      return map.byCell.get(input?.dataset.cell ?? '')
    },
    rowsAt: (place) => (range ? rowsOfRange(map, range) : [[place]]),
    focus: (cell) => grid.inputOf(cell)?.focus(),
    settle(cell, change) {
      flushSync(change)
      mode.current = 'navigate'
      grid.inputOf(cell)?.select()
    },
    finish() {
      const refused = editing.finish()
      if (!refused) return
      const name = cellInfo(props.format, refused.cell)?.name ?? ''
      setSummary(`${name}：${texts.refused(refused.entry, refused.reason)}`)
      setLeftRefused(refused.cell)
    },
    say(message) {
      setSummary(message)
      setLeftRefused(undefined)
    },
  }

  const handlers = {
    ...keyHandlers(grid, course),
    ...mouseHandlers(grid, drawnFrom),
    ...clipboardHandlers(grid),
    onFocus(event: FocusEvent) {
      const place = grid.placeOf(event.target)
      if (!place) return
      mode.current = 'navigate'
      setFocused(place.cell)
      setRange(undefined)
      grid.inputOf(place.cell)?.select()
      props.onFocusCell(place.cell)
    },
    onBlur(event: FocusEvent) {
      grid.finish()
      const stays = event.relatedTarget instanceof Node && table.current?.contains(event.relatedTarget)
      if (!stays) setFocused(undefined)
    },
    onInput(event: FormEvent) {
      const composing = event.nativeEvent instanceof InputEvent && event.nativeEvent.isComposing
      if (mode.current === 'navigate') mode.current = 'typing'
      setRange(undefined)
      grid.say('')
      write(event.target, composing)
    },
    onCompositionEnd: (event: CompositionEvent) => write(event.target, false),
  }

  function write(target: EventTarget, composing: boolean) {
    const place = grid.placeOf(target)
    if (place && target instanceof HTMLInputElement) editing.write(place.cell, target.value, composing)
  }

  return {
    editing,
    focused,
    range,
    /** The cell whose refused text was left last: its reason stays in sight while the caret moves on. */
    leftRefused,
    /** Shown below the table and said aloud. */
    summary,
    handlers,
    focus: grid.focus,
  }
}
