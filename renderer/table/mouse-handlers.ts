import type { MouseEvent, RefObject } from 'react'
import { type FigureGrid, writeInside } from './figure-grid'

/** `drawnFrom`: the figure a range is being drawn from with the mouse. */
export function mouseHandlers(grid: FigureGrid, drawnFrom: RefObject<string | undefined>) {
  return {
    onMouseDown(event: MouseEvent) {
      drawnFrom.current = undefined
      const place = grid.placeOf(event.target)
      if (!place || event.button !== 0) return
      const here = place.cell === grid.focused
      if (here && grid.mode.current !== 'navigate') {
        // Whoever is writing points at a place in the text.
        grid.mode.current = 'edit'
        return
      }
      event.preventDefault()
      if (event.shiftKey && grid.focused !== undefined) {
        grid.setRange({ anchor: grid.focused, head: place.cell })
        return
      }
      if (here && event.detail > 1) {
        writeInside(grid, place.cell)
        return
      }
      drawnFrom.current = place.cell
      grid.setRange(undefined)
      if (here) grid.inputOf(place.cell)?.select()
      else grid.focus(place.cell)
    },
    onMouseOver(event: MouseEvent) {
      const place = grid.placeOf(event.target)
      const anchor = drawnFrom.current
      if (!place || anchor === undefined || event.buttons !== 1) return
      if (grid.range || place.cell !== anchor) grid.setRange({ anchor, head: place.cell })
    },
  }
}
