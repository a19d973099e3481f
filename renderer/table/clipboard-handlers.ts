import type { ClipboardEvent } from 'react'
import { copiedRows, pasteChanges } from './block-edits'
import type { FigurePlace } from './cell-map'
import type { FigureGrid } from './figure-grid'
import { clear } from './key-handlers'
import { type Placement, placeBlock } from './place-block'
import { type Block, longestText, readClipboard } from './read-clipboard'
import { texts } from './texts'
import { writeHtml, writeTsv } from './write-clipboard'

/** A little more than the table is read of a copied block: a title above it, a column of notes beside it. */
const slack = 10

export function clipboardHandlers(grid: FigureGrid) {
  return {
    onCopy(event: ClipboardEvent) {
      copy(grid, event)
    },
    onCut(event: ClipboardEvent) {
      const place = copy(grid, event)
      if (place) clear(grid, place)
    },
    onPaste(event: ClipboardEvent) {
      const place = grid.placeOf(event.target)
      if (!place) return
      const { map, mode } = grid
      const size = { rows: map.rows.length + slack, columns: map.columns + slack }
      const block = readClipboard(event.clipboardData, size)
      const one = block.rows.length <= 1 && (block.rows[0]?.length ?? 0) <= 1
      // While the text of one figure is being written, a single text goes in at the caret as in any field.
      const short = event.clipboardData.getData('text/plain').length <= longestText
      if (one && short && mode.current !== 'navigate') return
      event.preventDefault()
      paste(grid, place, block)
    },
  }
}

/** The figure the copied range starts from; undefined: text is being written, which the field itself copies. */
function copy(grid: FigureGrid, event: ClipboardEvent): FigurePlace | undefined {
  const place = grid.placeOf(event.target)
  if (!place || (grid.mode.current !== 'navigate' && !grid.range)) return undefined
  const rows = copiedRows(grid.values, grid.rowsAt(place))
  event.clipboardData.setData('text/plain', writeTsv(rows.map((row) => row.map(({ text }) => text))))
  event.clipboardData.setData('text/html', writeHtml(rows))
  event.preventDefault()
  return place
}

function paste(grid: FigureGrid, place: FigurePlace, block: Block): void {
  const placed = placementOf(grid, place, block)
  const cells = [...placed.texts.keys()]
  const { changes, refused, tooLong } = pasteChanges(placed.texts)
  const taken = cells.length - tooLong.length
  const outside = placed.outside + (block.more ? 1 : 0)
  grid.settle(place.cell, () => {
    grid.editing.drop()
    grid.editing.rejectTooLong(tooLong)
    if (taken > 0) grid.onEdit(changes, 'paste')
    const [anchor, head] = [cells[0], cells.at(-1)]
    grid.setRange(anchor && head && anchor !== head ? { anchor: anchor.cell, head: head.cell } : undefined)
    const count = { cells: taken, refused, tooLong: tooLong.length, outside }
    grid.say(cells.length > 0 || outside > 0 ? texts.pasted(count) : texts.nothingPasted)
  })
}

/** One text over a range goes into all of it, as in a spreadsheet; anything else lies where it was copied from. */
function placementOf(grid: FigureGrid, place: FigurePlace, block: Block): Placement {
  const [only, ...others] = block.rows.flat()
  if (!grid.range || only === undefined || others.length > 0)
    return placeBlock(grid.table.grid, grid.map, place, block)
  return { texts: new Map(grid.rowsAt(place).flatMap((row) => row.map((one) => [one, only]))), outside: 0 }
}
