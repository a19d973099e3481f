import { type EditorState, NodeSelection } from 'prosemirror-state'
import type { FigureRun, TextBlock } from '../../shared/draft/draft'
import type { Numbering } from '../../shared/prose/marks'
import { slotText } from '../../shared/prose/plain-text'
import { runOf } from './figure-view'
import { proseSchema } from './schema'
import { shownNumbering } from './shown-marks'
import { type FigureWords, offsetAt } from './text-places'

/** Where the selection is, in the slot's text, and the linked figure that is selected. */
export interface Spot {
  /** undefined: nothing is printed there. */
  caret?: { start: number; end: number }
  chosen?: Pick<FigureRun, 'value' | 'style'>
}

export function spotOf(state: EditorState, words: FigureWords): Spot {
  const { doc, selection } = state
  const numbering = shownNumbering(state)
  const start = offsetAt(doc, numbering, selection.from, words)
  const end = selection.empty ? start : offsetAt(doc, numbering, selection.to, words)
  const isFigure = selection instanceof NodeSelection && selection.node.type === proseSchema.nodes.figure
  return {
    ...(start !== undefined && end !== undefined && { caret: { start, end } }),
    ...(isFigure && { chosen: runOf(selection.node) }),
  }
}

/** Characters of the line shown around a place. */
const AROUND = 14

/** The words of the line before and after the selection. */
export function wordsAt(
  blocks: TextBlock[],
  numbering: Numbering,
  { caret }: Spot,
): { before: string; after: string } {
  if (!caret) return { before: '', after: '' }
  const text = slotText(blocks, numbering)
  return {
    before: text.slice(Math.max(0, caret.start - AROUND), caret.start).replace(/^.*\n/su, ''),
    after: text.slice(caret.end, caret.end + AROUND).replace(/\n.*$/su, ''),
  }
}
