import type { Node } from 'prosemirror-model'
import { Plugin } from 'prosemirror-state'
import { proseSchema } from './schema'

const { paragraph, table, image } = proseSchema.nodes

/**
 * The nodes with an empty paragraph wherever the caret could not get between a table or image and its neighbour.
 * Empty paragraphs are not stored (doc-to-blocks.ts), so the frame never reaches the draft.
 */
export function framedNodes(nodes: Node[]): Node[] {
  const framed: Node[] = []
  for (const node of nodes) {
    if (needsGap(framed.at(-1), node)) framed.push(paragraph.create())
    framed.push(node)
  }
  if (needsGap(framed.at(-1), undefined)) framed.push(paragraph.create())
  return framed
}

function needsGap(before: Node | undefined, after: Node | undefined): boolean {
  if (before === undefined && after === undefined) return false
  return isFrameless(before) && isFrameless(after)
}

/** Edges of the slot count like tables: there is no text to put the caret in. */
function isFrameless(node: Node | undefined): boolean {
  return node === undefined || node.type === table || node.type === image
}

/** Keeps the frame while the prose is edited. */
export const tableFrame = new Plugin({
  appendTransaction(transactions, _, state) {
    if (!transactions.some((transaction) => transaction.docChanged)) return null
    const gaps: number[] = []
    state.doc.forEach((node, offset, index) => {
      if (needsGap(index === 0 ? undefined : state.doc.child(index - 1), node)) gaps.push(offset)
    })
    if (needsGap(state.doc.lastChild ?? undefined, undefined)) gaps.push(state.doc.content.size)
    if (gaps.length === 0) return null
    const transaction = state.tr
    for (const gap of gaps.reverse()) transaction.insert(gap, paragraph.create())
    return transaction
  },
})
