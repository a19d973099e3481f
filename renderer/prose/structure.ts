import type { Plugin } from 'prosemirror-state'
import { tableEditing } from 'prosemirror-tables'
import { carriedFigures } from './carried-figures'
import { runInHeadings } from './run-in'
import { headerRows } from './table-commands'
import { tableFrame } from './table-frame'

/** What keeps the prose in the shape its blocks have, whatever is typed, deleted or pasted. */
export function structure(): Plugin[] {
  return [tableEditing(), runInHeadings, headerRows, tableFrame, carriedFigures]
}
