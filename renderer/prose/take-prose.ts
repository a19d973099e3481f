import { Fragment, type Node, type ResolvedPos } from 'prosemirror-model'
import { type EditorState, Selection, type Transaction } from 'prosemirror-state'
import type { Block } from '../../shared/draft/draft'
import { cleanText } from '../../shared/prose/clean-text'
import { proseFromText } from '../../shared/prose/from-text'
import { countBlocks } from '../../shared/prose/marks'
import { plainRuns } from '../../shared/prose/runs'
import { blockNodes } from './blocks-to-doc'
import { contentToBlocks } from './doc-to-blocks'
import type { HtmlPart } from './read-html'
import { proseSchema } from './schema'

const { nodes } = proseSchema

/**
 * Puts foreign text and tables where the caret is, in one step; nothing that was there goes but the selection.
 * In a table's cell or a caption everything becomes one line of text.
 */
export function takeProse(state: EditorState, parts: HtmlPart[]): Transaction {
  const transaction = state.tr
  if (!state.selection.empty) transaction.deleteSelection()
  const { $from } = transaction.selection
  const block = $from.parent
  const lines = linesOf(parts)
  if (lines.length === 0) return transaction
  if ($from.depth !== 1 || block.type === nodes.image) {
    return transaction.insertText(lines.join(' ')).scrollIntoView()
  }
  if (block.content.size > 0 && lines.length === 1 && parts.every((part) => part.kind === 'text')) {
    return transaction.insertText(lines.join('')).scrollIntoView()
  }
  const end = $from.parentOffset > 0 ? $from.after() : $from.before()
  const prose = proseOf(parts, contentToBlocks(transaction.doc.content.cut(0, end)))
  return insertNodes(transaction, prose.flatMap(blockNodes)).scrollIntoView()
}

function insertNodes(transaction: Transaction, prose: Node[]): Transaction {
  const { $from } = transaction.selection
  const block = $from.parent
  const rest = [...prose]
  let from = $from.before()
  let to = from
  if (block.content.size === 0) {
    // Text pasted into an empty heading or list item takes its place.
    to = $from.after()
    if (rest[0]?.type === nodes.paragraph) rest[0] = block.copy(rest[0].content)
  } else if ($from.parentOffset > 0) {
    if ($from.parentOffset < block.content.size) splitBlock(transaction, $from)
    const joined = rest[0]?.type === nodes.paragraph ? rest.shift()?.content : undefined
    if (joined) transaction.insert($from.pos, joined)
    from = $from.pos + (joined?.size ?? 0) + 1
    to = from
  }
  transaction.replaceWith(from, to, Fragment.from(rest))
  const end = rest.reduce((position, node) => position + node.nodeSize, from)
  return transaction.setSelection(Selection.near(transaction.doc.resolve(end), -1))
}

/** What stands behind the caret becomes a block of its own: numbered text and items go on, a heading's rest is text. */
function splitBlock(transaction: Transaction, $caret: ResolvedPos): void {
  const { type, attrs } = $caret.parent
  transaction.removeMark($caret.pos, $caret.end(), proseSchema.marks.lead)
  if (type === nodes.numbered) transaction.split($caret.pos, 1, [{ type, attrs }])
  else transaction.split($caret.pos, 1, [{ type: type === nodes.listItem ? type : nodes.paragraph }])
}

function proseOf(parts: HtmlPart[], before: Block[]): Block[] {
  const blocks: Block[] = []
  for (const part of parts) {
    if (part.kind === 'text') blocks.push(...proseFromText(part.text, countBlocks([...before, ...blocks])))
    else blocks.push({ kind: 'table', header: part.header, rows: part.rows.map((row) => row.map(cellRuns)) })
  }
  return blocks
}

function cellRuns(text: string) {
  return plainRuns(cleanText(text).replaceAll('\n', ' '))
}

/** The text of all parts, without blank lines. */
function linesOf(parts: HtmlPart[]): string[] {
  const texts = parts.map((part) =>
    part.kind === 'text' ? part.text : part.rows.map((row) => row.join(' ')).join('\n'),
  )
  return cleanText(texts.join('\n'))
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
}
