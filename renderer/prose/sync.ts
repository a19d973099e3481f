import type { Node } from 'prosemirror-model'
import { type EditorState, Selection, type Transaction } from 'prosemirror-state'
import { ReplaceStep } from 'prosemirror-transform'
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
  const range = changedRange(state.doc, target)
  if (range === undefined) return undefined
  const transaction =
    replaceRange(state, target, range) ?? replaceRange(state, target, wholeBlocks(state.doc, target))
  if (transaction === undefined) return undefined
  return transaction.setMeta(fromDraft, true)
}

/** A stretch of the document and the stretch of the target that stands in its place. */
interface Range {
  from: number
  to: number
  targetTo: number
}

/** The least stretch that differs, down to characters. */
function changedRange(doc: Node, target: Node): Range | undefined {
  const from = doc.content.findDiffStart(target.content)
  const ends = doc.content.findDiffEnd(target.content)
  if (from === null || ends === null) return undefined
  // Equal neighbours (aa → a) make the ends overlap the start: push them behind it.
  const overlap = Math.max(0, from - Math.min(ends.a, ends.b))
  return { from, to: ends.a + overlap, targetTo: ends.b + overlap }
}

/** The blocks that differ, as a whole. */
function wholeBlocks(doc: Node, target: Node): Range {
  const [old, now] = [doc.children, target.children]
  const isSame = (one: Node | undefined, other: Node | undefined) => one && other && one.eq(other)
  let head = 0
  while (isSame(old[head], now[head])) head += 1
  let tail = 0
  const longest = Math.min(old.length, now.length) - head
  while (tail < longest && isSame(old.at(-1 - tail), now.at(-1 - tail))) tail += 1
  const size = (nodes: Node[]) => nodes.reduce((sum, node) => sum + node.nodeSize, 0)
  const rest = size(old.slice(old.length - tail))
  return {
    from: size(old.slice(0, head)),
    to: doc.content.size - rest,
    targetTo: target.content.size - rest,
  }
}

/** undefined where the stretch begins and ends at different depths and cannot be replaced by itself. */
function replaceRange(
  state: EditorState,
  target: Node,
  { from, to, targetTo }: Range,
): Transaction | undefined {
  const transaction = state.tr
  const step = new ReplaceStep(from, to, target.slice(from, targetTo))
  if (transaction.maybeStep(step).failed !== null || !transaction.doc.eq(target)) return undefined
  return transaction.setSelection(Selection.near(transaction.doc.resolve(targetTo), -1))
}
