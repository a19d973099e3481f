import type { Node } from 'prosemirror-model'
import { type Command, TextSelection } from 'prosemirror-state'
import type { Block, Run } from '../../shared/draft/draft'
import { blockNodes } from './blocks-to-doc'

const emptyRow: Run[][] = [[], [], []]

/** Three rows of three cells below the paragraph with the caret; the first row is the header. */
export const insertTable: Command = insertBlock({
  kind: 'table',
  header: true,
  rows: [emptyRow, emptyRow, emptyRow],
})

/** An image of the draft below the paragraph with the caret. */
export function insertImage(hash: string): Command {
  return insertBlock({ kind: 'image', image: hash })
}

/** Puts the block below the caret's, or in place of an empty paragraph, and the caret into it. */
function insertBlock(block: Block): Command {
  return (state, dispatch) => {
    const inserted: Node[] = blockNodes(block)
    const { $to } = state.selection
    const current = state.doc.nodeAt($to.before(1))
    if (!dispatch) return true
    const isBlank = current?.type.name === 'paragraph' && current.content.size === 0
    const from = isBlank ? $to.before(1) : $to.after(1)
    const transaction = state.tr.replaceWith(from, $to.after(1), inserted)
    transaction.setSelection(TextSelection.near(transaction.doc.resolve(from + 1)))
    dispatch(transaction.scrollIntoView())
    return true
  }
}
