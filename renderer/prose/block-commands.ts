import type { Command, Transaction } from 'prosemirror-state'
import { runInHeadingLength, writtenMark } from '../../shared/prose/from-text'
import { listMark } from '../../shared/prose/marks'
import { type BlockKind, nodeOfKind, type PlacedBlock, sameKind, selectedBlocks } from './block-kind'
import { proseSchema } from './schema'

const { marks, nodes } = proseSchema

/** Turns the selected paragraphs into this kind; where all are of it already, back into plain text. */
export function setBlockKind(kind: BlockKind): Command {
  return (state, dispatch) => {
    // An empty paragraph within a selection is only a gap.
    const blocks = selectedBlocks(state).filter(({ node }) => state.selection.empty || node.content.size > 0)
    if (blocks.length === 0) return false
    const wanted: BlockKind = blocks.every((block) => sameKind(block.kind, kind))
      ? { kind: 'paragraph' }
      : kind
    if (dispatch) {
      const transaction = state.tr
      for (const block of blocks.reverse()) turnInto(transaction, block, wanted)
      dispatch(transaction.scrollIntoView())
    }
    return true
  }
}

/** One block into another kind. A number typed by hand goes where the app now counts. */
export function turnInto(transaction: Transaction, block: PlacedBlock, kind: BlockKind): void {
  const { type, attrs } = nodeOfKind(kind)
  const start = block.position + 1
  const typed = typedMarkLength(block, kind)
  if (typed > 0) transaction.delete(start, start + typed)
  const text = block.node.textContent.slice(typed)
  if (type !== nodes.runInHeading) transaction.removeMark(start, start + text.length, marks.lead)
  transaction.setNodeMarkup(block.position, type, attrs)
  if (type === nodes.runInHeading && block.node.type !== type) {
    transaction.addMark(start, start + (runInHeadingLength(text) ?? text.length), marks.lead.create())
  }
}

function typedMarkLength({ node, kind: before }: PlacedBlock, kind: BlockKind): number {
  if (before.kind !== 'paragraph' || kind.kind === 'paragraph') return 0
  const text = node.textContent
  if (kind.kind === 'listItem') {
    const mark = Array.from({ length: 20 }, (_, index) => listMark(index)).find((mark) =>
      text.startsWith(mark),
    )
    return mark?.length ?? 0
  }
  const mark = writtenMark(text)
  return mark?.level === kind.level ? mark.length : 0
}
