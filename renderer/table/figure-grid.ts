import type { RefObject } from 'react'
import type { FigureValue } from '../../shared/draft/figures'
import type { Changes } from './block-edits'
import type { CellMap, FigurePlace } from './cell-map'
import type { FigureTableProps } from './figure-table'
import type { Mode } from './keys'
import type { Range } from './selection'
import type { Editing } from './use-editing'

/** What keys, mouse and clipboard work with: the table as it stands, and what can be done to it. */
export interface FigureGrid
  extends Pick<FigureTableProps, 'table' | 'figures' | 'onEdit' | 'carried' | 'onConfirm'> {
  map: CellMap
  values: Map<string, FigureValue>
  editing: Editing
  mode: RefObject<Mode>
  /** The figure in focus. */
  focused: string | undefined
  range: Range | undefined
  setRange(range: Range | undefined): void
  inputOf(cell: string): HTMLInputElement | undefined
  /** The figure that an event met. */
  placeOf(target: EventTarget): FigurePlace | undefined
  /** The figures of the range, or this one where there is no range. */
  rowsAt(place: FigurePlace): FigurePlace[][]
  focus(cell: string): void
  /** Changes a figure without leaving it: what it became is shown and selected. */
  settle(cell: string, change: () => void): void
  /** Ends writing; what no cell accepts is said. */
  finish(): void
  /** Shown below the table and said aloud. */
  say(message: string): void
}

/** Reports changes, unless there are none. */
export function report(grid: FigureGrid, changes: Changes, what: 'clear' | 'fill'): void {
  if (Object.keys(changes).length > 0) grid.onEdit(changes, what)
}

/** The caret goes into the text of a figure. */
export function writeInside(grid: FigureGrid, cell: string): void {
  grid.mode.current = 'edit'
  const input = grid.inputOf(cell)
  input?.setSelectionRange(input.value.length, input.value.length)
}
