import type { Node } from 'prosemirror-model'
import { type EditorState, Plugin, type Transaction } from 'prosemirror-state'
import { leadSize } from './doc-to-blocks'
import { proseSchema } from './schema'

const { marks, nodes } = proseSchema
const lead = marks.lead.create()

/**
 * Keeps the heading of a run-in heading in one piece at its head, and decides on which side of its end the next
 * character goes: into the heading until that ends with 。 or ：, into the text from then on.
 */
export const runInHeadings = new Plugin({
  appendTransaction(transactions, _, state) {
    const transaction = state.tr
    if (transactions.some((applied) => applied.docChanged)) removeStrayLeads(transaction)
    chooseSide(transaction, state)
    return transaction.docChanged || transaction.storedMarksSet ? transaction : null
  },
})

function removeStrayLeads(transaction: Transaction): void {
  transaction.doc.forEach((node, offset) => {
    if (node.type !== nodes.runInHeading) return
    const body = offset + 1 + leadSize(node)
    const end = offset + 1 + node.content.size
    if (transaction.doc.rangeHasMark(body, end, marks.lead)) transaction.removeMark(body, end, marks.lead)
  })
}

function chooseSide(transaction: Transaction, state: EditorState): void {
  const { selection } = transaction
  const { $from } = selection
  const block = $from.parent
  if (!selection.empty || block.type !== nodes.runInHeading || $from.parentOffset !== leadSize(block)) return
  const looks = state.storedMarks ?? $from.marks()
  const wanted = !headingEnded(block)
  if ((marks.lead.isInSet(looks) !== undefined) === wanted) return
  transaction.setStoredMarks(wanted ? lead.addToSet(looks) : lead.removeFromSet(looks))
}

function headingEnded(block: Node): boolean {
  return /[。：]$/u.test(block.textBetween(0, leadSize(block)))
}
