import type { KeyboardEvent, RefObject } from 'react'
import { clearChanges, fillChanges } from './block-edits'
import { type FigurePlace, type Step, stepFrom } from './cell-map'
import { type FigureGrid, report, writeInside } from './figure-grid'
import { type Action, actionOf } from './keys'

/** The grid column that up and down keep to while they cross merged figures. */
export type Course = RefObject<{ cell: string; column: number } | undefined>

export function keyHandlers(grid: FigureGrid, course: Course) {
  return {
    onKeyDown(event: KeyboardEvent) {
      const place = grid.placeOf(event.target)
      if (!place || !(event.target instanceof HTMLInputElement)) return
      const { selectionStart: start, selectionEnd: end, value } = event.target
      const action = actionOf(event.nativeEvent, grid.mode.current, { start, end, length: value.length })
      // Save and undo act before their key comes here: they must find what is half written.
      if ((event.key === 'Control' || event.key === 'Meta') && grid.editing.holdsBack()) grid.finish()
      if (event.key === 'Enter' && action && grid.carried?.has(place.cell)) grid.onConfirm?.(place.cell)
      if (action && act(grid, course, place, action)) event.preventDefault()
    },
  }
}

/** false: there was nothing to do, so the key may mean something elsewhere. */
function act(grid: FigureGrid, course: Course, place: FigurePlace, action: Action): boolean {
  switch (action.kind) {
    case 'step':
      step(grid, course, place, action.step, action.extend)
      return true
    case 'selectAll':
      selectAll(grid)
      return true
    case 'clear':
      clear(grid, place)
      return true
    case 'edit':
      writeInside(grid, place.cell)
      return true
    case 'fillDown':
      report(grid, fillChanges(grid.figures, grid.rowsAt(place)), 'fill')
      return true
    case 'restore':
      return restore(grid, place)
  }
}

function step(grid: FigureGrid, course: Course, from: FigurePlace, direction: Step, extend: boolean): void {
  const { map, range } = grid
  const head = extend && range ? (map.byCell.get(range.head) ?? from) : from
  const column = course.current?.cell === head.cell ? course.current.column : head.column
  const to = stepFrom(map, head, direction, column)
  course.current = { cell: to.cell, column: direction === 'up' || direction === 'down' ? column : to.column }
  if (extend) {
    grid.setRange({ anchor: range?.anchor ?? from.cell, head: to.cell })
    grid.inputOf(to.cell)?.scrollIntoView({ block: 'nearest', inline: 'nearest' })
  } else if (to === from) {
    grid.settle(from.cell, () => {
      grid.finish()
      grid.setRange(undefined)
    })
  } else grid.focus(to.cell)
}

function selectAll({ map, setRange }: FigureGrid): void {
  const [first, last] = [map.places[0], map.places.at(-1)]
  if (first && last) setRange({ anchor: first.cell, head: last.cell })
}

export function clear(grid: FigureGrid, place: FigurePlace): void {
  grid.settle(place.cell, () => {
    grid.say('')
    report(grid, clearChanges(grid.figures, grid.rowsAt(place)), 'clear')
  })
}

function restore(grid: FigureGrid, place: FigurePlace): boolean {
  const { range, mode, editing } = grid
  if (!range && mode.current === 'navigate' && editing.textIn(place.cell) === undefined) return false
  grid.settle(place.cell, () => {
    editing.restore()
    grid.setRange(undefined)
  })
  return true
}
