import type { EditorState } from 'prosemirror-state'
import { isInTable } from 'prosemirror-tables'
import { type BlockKind, selectedBlocks } from './block-kind'
import { hasHeader } from './doc-to-blocks'
import { proseSchema } from './schema'

const { marks, nodes } = proseSchema

/** What the toolbar shows about the place of the caret. */
export interface Look {
  /** The kind all selected paragraphs share; undefined where they differ, in tables and in captions. */
  kind: BlockKind | undefined
  /** There are paragraphs here whose kind can change. */
  hasParagraphs: boolean
  bold: boolean
  canBeBold: boolean
  table: { header: boolean } | undefined
}

export function lookOf(state: EditorState): Look {
  const kinds = selectedBlocks(state).map((block) => block.kind)
  const [kind] = kinds
  const { $from, from, to, empty } = state.selection
  const table = isInTable(state) ? state.doc.nodeAt($from.before(1)) : null
  return {
    kind: kinds.every((other) => JSON.stringify(other) === JSON.stringify(kind)) ? kind : undefined,
    hasParagraphs: kinds.length > 0,
    bold: empty
      ? marks.bold.isInSet(state.storedMarks ?? $from.marks()) !== undefined
      : state.doc.rangeHasMark(from, to, marks.bold),
    canBeBold: $from.parent.type !== nodes.image,
    table: table?.type === nodes.table ? { header: hasHeader(table) } : undefined,
  }
}
