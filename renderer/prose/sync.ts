import type { Node } from 'prosemirror-model'
import { type EditorState, Selection, type Transaction } from 'prosemirror-state'
import type { Block } from '../../shared/draft/draft'
import { blocksToDoc } from './blocks-to-doc'
import { docToBlocks } from './doc-to-blocks'

/** Marks a transaction that brings in the draft's blocks: it is not the clerk's own and is not reported back. */
export const fromDraft = 'fromDraft'

export function sameBlocks(one: Block[], other: Block[]): boolean {
  return one === other || JSON.stringify(one) === JSON.stringify(other)
}

/**
 * The transaction that makes the document say these blocks, after undo, redo or a replacement elsewhere: only what
 * differs is replaced, so the caret stays where it was, or goes to the change if that lies outside. Undefined where
 * they agree already.
 */
export function takeBlocks(state: EditorState, blocks: Block[]): Transaction | undefined {
  if (sameBlocks(docToBlocks(state.doc), blocks)) return undefined
  const target = blocksToDoc(blocks)
  const change = changedRange(state.doc, target)
  if (change === undefined) return undefined
  const transaction = state.tr.replace(change.from, change.to, target.slice(change.from, change.targetTo))
  const end = Math.min(change.targetTo, transaction.doc.content.size)
  transaction.setSelection(Selection.near(transaction.doc.resolve(end), -1))
  return transaction.setMeta(fromDraft, true).setMeta('addToHistory', false)
}

function changedRange(doc: Node, target: Node): { from: number; to: number; targetTo: number } | undefined {
  const from = doc.content.findDiffStart(target.content)
  const ends = doc.content.findDiffEnd(target.content)
  if (from === null || ends === null) return undefined
  // Equal neighbours (aa → a) make the ends overlap the start: push them behind it.
  const overlap = Math.max(0, from - Math.min(ends.a, ends.b))
  return { from, to: ends.a + overlap, targetTo: ends.b + overlap }
}
