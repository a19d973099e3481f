import { baseKeymap, chainCommands, splitBlockAs, toggleMark } from 'prosemirror-commands'
import { type Command, NodeSelection, TextSelection } from 'prosemirror-state'
import { goToNextCell, isInTable } from 'prosemirror-tables'
import type { Level } from '../../shared/draft/draft'
import { setBlockKind, turnInto } from './block-commands'
import { kindOf } from './block-kind'
import { leadSize } from './doc-to-blocks'
import { proseSchema } from './schema'

const { nodes, marks } = proseSchema

/**
 * Enter: numbered text and list items go on with the next number, an empty one ends the numbering; after anything
 * else comes a plain paragraph.
 */
const splitParagraph = splitBlockAs((node, atEnd, $from) => {
  if (node.type === nodes.numbered) return { type: node.type, attrs: node.attrs }
  if (node.type === nodes.listItem) return { type: node.type, attrs: { starts: false } }
  if (node.type === nodes.runInHeading) {
    return $from.parentOffset >= leadSize(node) ? { type: nodes.paragraph } : null
  }
  return atEnd ? { type: nodes.paragraph } : null
})

const endNumbering: Command = (state, dispatch) => {
  const { $from, empty } = state.selection
  const kind = kindOf($from.parent)
  if (!empty || $from.parent.content.size > 0 || kind === undefined || kind.kind === 'paragraph') return false
  return setBlockKind({ kind: 'paragraph' })(state, dispatch)
}

/** Enter in a table goes to the next cell, after the last one below the table. */
const nextCell: Command = (state, dispatch) => {
  if (!isInTable(state)) return false
  if (goToNextCell(1)(state, dispatch)) return true
  const { $from } = state.selection
  const below = TextSelection.near(state.doc.resolve($from.after(1)), 1)
  dispatch?.(state.tr.setSelection(below).scrollIntoView())
  return true
}

/** Enter in a caption goes on below the image. */
const leaveCaption: Command = (state, dispatch) => {
  const { $from } = state.selection
  if ($from.parent.type !== nodes.image) return false
  if (dispatch) {
    const after = $from.after()
    const transaction = state.tr.insert(after, nodes.paragraph.create())
    dispatch(transaction.setSelection(TextSelection.create(transaction.doc, after + 1)).scrollIntoView())
  }
  return true
}

/** Backspace at the head of a heading or numbered text takes the number away and leaves the text. */
const removeNumber: Command = (state, dispatch) => {
  const { $from, empty } = state.selection
  const kind = kindOf($from.parent)
  if (!empty || $from.parentOffset > 0 || kind === undefined || kind.kind === 'paragraph') return false
  if (dispatch) {
    const transaction = state.tr
    turnInto(transaction, { node: $from.parent, position: $from.before(), kind }, { kind: 'paragraph' })
    dispatch(transaction.scrollIntoView())
  }
  return true
}

/** Backspace at the head of a caption selects the image, so that the next one removes it. */
const selectImage: Command = (state, dispatch) => {
  const { $from, empty } = state.selection
  if (!empty || $from.parent.type !== nodes.image || $from.parentOffset > 0) return false
  dispatch?.(state.tr.setSelection(NodeSelection.create(state.doc, $from.before())))
  return true
}

/** Backspace behind a table goes into its last cell: a table is never removed by a key alone. */
const intoTable: Command = (state, dispatch) => {
  const { $from, empty } = state.selection
  if (!empty || $from.depth !== 1 || $from.parentOffset > 0) return false
  const before = state.doc.resolve($from.before()).nodeBefore
  if (before?.type !== nodes.table) return false
  dispatch?.(
    state.tr.setSelection(TextSelection.near(state.doc.resolve($from.before()), -1)).scrollIntoView(),
  )
  return true
}

const heading = (level: Level): Command => setBlockKind({ kind: 'heading', level })

const enter = chainCommands(nextCell, leaveCaption, endNumbering, splitParagraph)
const backspace = (rest: Command | undefined): Command =>
  chainCommands(selectImage, removeNumber, intoTable, ...(rest ? [rest] : []))

/** The editor's keys. Tab is not among them: it leaves the editor. Undo and redo are the desk's. */
export const proseKeys: Record<string, Command> = {
  ...baseKeymap,
  Enter: enter,
  'Shift-Enter': enter,
  'Mod-Enter': enter,
  Backspace: backspace(baseKeymap.Backspace),
  'Mod-Backspace': backspace(baseKeymap['Mod-Backspace']),
  'Shift-Backspace': backspace(baseKeymap['Shift-Backspace']),
  'Mod-b': toggleMark(marks.bold),
  'Mod-B': toggleMark(marks.bold),
  'Mod-Alt-0': setBlockKind({ kind: 'paragraph' }),
  'Mod-Alt-1': heading(1),
  'Mod-Alt-2': heading(2),
  'Mod-Alt-3': heading(3),
}
