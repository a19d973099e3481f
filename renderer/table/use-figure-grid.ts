import {
  type ClipboardEvent,
  type CompositionEvent,
  type FocusEvent,
  type FormEvent,
  type KeyboardEvent,
  type MouseEvent,
  type RefObject,
  useRef,
  useState,
} from 'react'
import { flushSync } from 'react-dom'
import { cellInfo } from '../../shared/format/cells'
import { type Changes, clearChanges, copiedRows, fillChanges, pasteChanges } from './block-edits'
import { type CellMap, type FigurePlace, type Step, stepFrom } from './cell-map'
import type { FigureTableProps } from './figure-table'
import { actionOf, type Mode } from './keys'
import { placeBlock } from './place-block'
import { type Block, longestText, readClipboard } from './read-clipboard'
import { type Range, rowsOfRange } from './selection'
import { texts } from './texts'
import { useEditing } from './use-editing'
import { writeHtml, writeTsv } from './write-clipboard'

/** A little more than the table is read of a copied block: a title above it, a column of notes beside it. */
const slack = 10

/** Focus, selection, keys, mouse and clipboard of a figure table; the handlers belong on its `<table>`. */
export function useFigureGrid(
  props: FigureTableProps,
  map: CellMap,
  table: RefObject<HTMLTableElement | null>,
) {
  const { figures, values, format, onEdit } = props
  const editing = useEditing(map, figures, onEdit)
  const [focused, setFocused] = useState<string>()
  const [range, setRange] = useState<Range>()
  const [summary, setSummary] = useState('')
  const [leftRefused, setLeftRefused] = useState<string>()
  const mode = useRef<Mode>('navigate')
  /** The grid column that up and down keep to while they cross merged figures. */
  const course = useRef<{ cell: string; column: number }>(undefined)
  /** The figure a range is being drawn from with the mouse. */
  const drawnFrom = useRef<string>(undefined)

  const inputOf = (cell: string) =>
    [...(table.current?.querySelectorAll('input') ?? [])].find((input) => input.dataset.cell === cell)
  const placeOf = (target: EventTarget): FigurePlace | undefined => {
    const input = target instanceof Element ? target.closest('td')?.querySelector('input') : undefined
    return map.byCell.get(input?.dataset.cell ?? '')
  }
  const rowsAt = (place: FigurePlace) => (range ? rowsOfRange(map, range) : [[place]])

  function focus(cell: string) {
    inputOf(cell)?.focus()
  }

  function say(message: string, refused?: string) {
    setSummary(message)
    setLeftRefused(refused)
  }

  function finish() {
    const refused = editing.finish()
    if (!refused) return
    const name = cellInfo(format, refused.cell)?.name ?? ''
    say(`${name}：${texts.refused(refused.entry, refused.reason)}`, refused.cell)
  }

  /** Ends writing without leaving the figure: what it became is shown and selected. */
  function settle(cell: string, change: () => void) {
    flushSync(change)
    mode.current = 'navigate'
    inputOf(cell)?.select()
  }

  function edit(cell: string) {
    mode.current = 'edit'
    const input = inputOf(cell)
    input?.setSelectionRange(input.value.length, input.value.length)
  }

  function step(from: FigurePlace, direction: Step, extend: boolean) {
    const head = extend && range ? (map.byCell.get(range.head) ?? from) : from
    const column = course.current?.cell === head.cell ? course.current.column : head.column
    const to = stepFrom(map, head, direction, column)
    course.current = {
      cell: to.cell,
      column: direction === 'up' || direction === 'down' ? column : to.column,
    }
    if (extend) {
      setRange({ anchor: range?.anchor ?? from.cell, head: to.cell })
      inputOf(to.cell)?.scrollIntoView({ block: 'nearest', inline: 'nearest' })
    } else if (to === from) {
      settle(from.cell, () => {
        finish()
        setRange(undefined)
      })
    } else focus(to.cell)
  }

  function change(changes: Changes, what: 'clear' | 'fill') {
    if (Object.keys(changes).length > 0) onEdit(changes, what)
  }

  function clear(place: FigurePlace) {
    say('')
    settle(place.cell, () => change(clearChanges(figures, rowsAt(place)), 'clear'))
  }

  /** false: there was nothing to take back, so the key may mean something elsewhere. */
  function restore(place: FigurePlace): boolean {
    const active =
      range !== undefined || mode.current !== 'navigate' || editing.textIn(place.cell) !== undefined
    settle(place.cell, () => {
      editing.restore()
      setRange(undefined)
    })
    return active
  }

  function paste(place: FigurePlace, block: Block) {
    const grid = props.table.grid
    const [only] = block.rows.length === 1 && block.rows[0]?.length === 1 ? block.rows[0] : []
    // One text over a range goes into all of it, as in a spreadsheet.
    const placed =
      only !== undefined && range
        ? {
            texts: new Map(rowsAt(place).flatMap((row) => row.map((one) => [one, only] as const))),
            outside: 0,
          }
        : placeBlock(grid, map, place, block)
    const cells = [...placed.texts.keys()]
    const { changes, refused, tooLong } = pasteChanges(placed.texts)
    const outside = placed.outside + (block.more ? 1 : 0)
    settle(place.cell, () => {
      editing.drop()
      editing.rejectTooLong(tooLong)
      if (cells.length > tooLong.length) onEdit(changes, 'paste')
      const [anchor, head] = [cells[0], cells.at(-1)]
      setRange(anchor && head && anchor !== head ? { anchor: anchor.cell, head: head.cell } : undefined)
      const count = { cells: cells.length - tooLong.length, refused, tooLong: tooLong.length, outside }
      say(cells.length > 0 || outside > 0 ? texts.pasted(count) : texts.nothingPasted)
    })
  }

  function copy(event: ClipboardEvent): FigurePlace | undefined {
    const place = placeOf(event.target)
    if (!place || (mode.current !== 'navigate' && !range)) return undefined
    const rows = copiedRows(values, rowsAt(place))
    event.clipboardData.setData('text/plain', writeTsv(rows.map((row) => row.map(({ text }) => text))))
    event.clipboardData.setData('text/html', writeHtml(rows))
    event.preventDefault()
    return place
  }

  const handlers = {
    onFocus(event: FocusEvent) {
      const place = placeOf(event.target)
      if (!place) return
      mode.current = 'navigate'
      setFocused(place.cell)
      setRange(undefined)
      if (event.target instanceof HTMLInputElement) event.target.select()
      props.onFocusCell(place.cell)
    },
    onBlur(event: FocusEvent) {
      finish()
      if (!(event.relatedTarget instanceof Node && table.current?.contains(event.relatedTarget)))
        setFocused(undefined)
    },
    onKeyDown(event: KeyboardEvent) {
      const place = placeOf(event.target)
      if (!place || !(event.target instanceof HTMLInputElement)) return
      const { selectionStart: start, selectionEnd: end, value } = event.target
      const action = actionOf(event.nativeEvent, mode.current, { start, end, length: value.length })
      if (!action) {
        // Save and undo act before the key itself comes here: they must find what is half written.
        if ((event.key === 'Control' || event.key === 'Meta') && editing.holdsBack()) finish()
        return
      }
      if (action.kind === 'restore' && !restore(place)) return
      event.preventDefault()
      if (action.kind === 'step') step(place, action.step, action.extend)
      else if (action.kind === 'clear') clear(place)
      else if (action.kind === 'edit') edit(place.cell)
      else if (action.kind === 'fillDown') change(fillChanges(figures, rowsAt(place)), 'fill')
      else if (action.kind === 'selectAll') {
        const [first, last] = [map.places[0], map.places.at(-1)]
        if (first && last) setRange({ anchor: first.cell, head: last.cell })
      }
    },
    onInput(event: FormEvent) {
      const place = placeOf(event.target)
      if (!place || !(event.target instanceof HTMLInputElement)) return
      if (mode.current === 'navigate') mode.current = 'typing'
      setRange(undefined)
      say('')
      const composing = event.nativeEvent instanceof InputEvent && event.nativeEvent.isComposing
      editing.write(place.cell, event.target.value, composing)
    },
    onCompositionEnd(event: CompositionEvent) {
      const place = placeOf(event.target)
      if (place && event.target instanceof HTMLInputElement)
        editing.write(place.cell, event.target.value, false)
    },
    onMouseDown(event: MouseEvent) {
      drawnFrom.current = undefined
      const place = placeOf(event.target)
      if (!place || event.button !== 0) return
      const here = place.cell === focused
      if (here && mode.current !== 'navigate') {
        mode.current = 'edit'
        return
      }
      event.preventDefault()
      if (event.shiftKey && focused !== undefined) return setRange({ anchor: focused, head: place.cell })
      if (here && event.detail > 1) return edit(place.cell)
      drawnFrom.current = place.cell
      setRange(undefined)
      if (here) inputOf(place.cell)?.select()
      else focus(place.cell)
    },
    onMouseOver(event: MouseEvent) {
      const place = placeOf(event.target)
      const anchor = drawnFrom.current
      if (!place || anchor === undefined || event.buttons !== 1) return
      if (range || place.cell !== anchor) setRange({ anchor, head: place.cell })
    },
    onCopy: copy,
    onCut(event: ClipboardEvent) {
      const place = copy(event)
      if (place) clear(place)
    },
    onPaste(event: ClipboardEvent) {
      const place = placeOf(event.target)
      if (!place) return
      const { rows, columns } = { rows: map.rows.length + slack, columns: map.columns + slack }
      const block = readClipboard(event.clipboardData, { rows, columns })
      const one = block.rows.length <= 1 && (block.rows[0]?.length ?? 0) <= 1
      // While the text of one figure is being written, a single text goes in at the caret as in any field.
      const short = event.clipboardData.getData('text/plain').length <= longestText
      if (one && short && mode.current !== 'navigate') return
      event.preventDefault()
      paste(place, block)
    },
  }

  return { editing, focused, range, leftRefused, summary, handlers, focus }
}
