import { type Command, NodeSelection } from 'prosemirror-state'
import type { FigureRun } from '../../shared/draft/draft'
import { proseSchema } from './schema'

const { nodes, marks } = proseSchema

type Figure = Pick<FigureRun, 'value' | 'style'>

/** A linked figure in the place of the selection, in the look of the text there. */
export function insertFigure(figure: Figure): Command {
  return (state, dispatch) => {
    const { $from } = state.selection
    if (!$from.parent.inlineContent || $from.parent.type === nodes.image) return false
    if (!dispatch) return true
    const looks = (state.storedMarks ?? $from.marks()).filter((mark) => mark.type !== marks.carried)
    const node = nodes.figure.create({ value: figure.value, style: figure.style }, null, looks)
    const transaction = state.tr.replaceSelectionWith(node, false)
    dispatch(transaction.ensureMarks(looks).scrollIntoView())
    return true
  }
}

/** The selected linked figure becomes what it shows now, and no longer follows the tables. */
export function figureToText(text: string): Command {
  return (state, dispatch) => {
    const { selection } = state
    if (!(selection instanceof NodeSelection) || selection.node.type !== nodes.figure) return false
    const written = proseSchema.text(text, selection.node.marks)
    dispatch?.(state.tr.replaceWith(selection.from, selection.to, written).scrollIntoView())
    return true
  }
}
