import type { Node } from 'prosemirror-model'
import { Plugin } from 'prosemirror-state'
import { proseSchema } from './schema'
import { fromDraft } from './sync'

interface Stretch {
  from: number
  to: number
  text: string
}

/**
 * A figure of last year's that the clerk changes is hers: it loses its mark. A figure is changed when its words were
 * not among the marked ones before; moving it, or changing what stands around it, leaves it last year's.
 */
export const carriedFigures = new Plugin({
  appendTransaction(transactions, before, state) {
    const isEdit = transactions.some((one) => one.docChanged && one.getMeta(fromDraft) === undefined)
    if (!isEdit) return null
    const now = stretches(state.doc)
    if (now.length === 0) return null
    const known = new Set(stretches(before.doc).map(({ text }) => text))
    const changed = now.filter(({ text }) => !known.has(text))
    if (changed.length === 0) return null
    const transaction = state.tr
    for (const { from, to } of changed) transaction.removeMark(from, to, proseSchema.marks.carried)
    return transaction
  },
})

/** The marked figures; a part of one in bold is no figure of its own. */
function stretches(doc: Node): Stretch[] {
  const found: Stretch[] = []
  doc.descendants((node, position) => {
    if (!node.isText || !proseSchema.marks.carried.isInSet(node.marks)) return
    const last = found.at(-1)
    const text = node.text ?? ''
    if (last && last.to === position) {
      last.to += node.nodeSize
      last.text += text
    } else found.push({ from: position, to: position + node.nodeSize, text })
  })
  return found
}
