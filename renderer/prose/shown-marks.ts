import type { Node } from 'prosemirror-model'
import { type EditorState, Plugin, PluginKey } from 'prosemirror-state'
import { Decoration, DecorationSet } from 'prosemirror-view'
import type { Level } from '../../shared/draft/draft'
import { countLevel, levelMark, listMark, type Numbering, noCounts } from '../../shared/prose/marks'
import { proseSchema } from './schema'
import { texts } from './texts'

const { nodes } = proseSchema

/** What is printed before each of the document's nodes: （一）, 1., 一是 …; '' where nothing is. */
export function nodeMarks(doc: Node, numbering: Numbering): string[] {
  let counts = noCounts
  let items = 0
  return doc.children.map((node) => {
    if (node.type === nodes.listItem) {
      items = node.attrs.starts ? 1 : items + 1
      return listMark(items - 1)
    }
    // An empty paragraph is not stored, so a list goes on across it.
    if (!(node.type === nodes.paragraph && node.content.size === 0)) items = 0
    const level: Level | undefined = node.attrs.level
    if (level === undefined) return ''
    counts = countLevel(counts, level)
    return levelMark(level, counts[level - 1] ?? 0, numbering)
  })
}

interface Shown {
  numbering: Numbering
  marks: DecorationSet
}

const key = new PluginKey<Shown>('shownMarks')

/** The numbering the document is shown with. */
export function shownNumbering(state: EditorState): Numbering {
  return key.getState(state)?.numbering ?? 'dot'
}

/** The key under which a transaction changes how the second level is shown. */
export const numberingKey = key

/** Draws the numbers beside the text and the hints into what is empty; neither is part of the text. */
export function shownMarks(numbering: Numbering): Plugin<Shown> {
  return new Plugin<Shown>({
    key,
    state: {
      init: (_, state) => ({ numbering, marks: decorations(state.doc, numbering) }),
      apply(transaction, shown) {
        const next: Numbering = transaction.getMeta(key) ?? shown.numbering
        if (!transaction.docChanged && next === shown.numbering) return shown
        return { numbering: next, marks: decorations(transaction.doc, next) }
      },
    },
    props: {
      decorations: (state) => key.getState(state)?.marks,
    },
  })
}

function decorations(doc: Node, numbering: Numbering): DecorationSet {
  const marks = nodeMarks(doc, numbering)
  const shown: Decoration[] = []
  doc.forEach((node, offset, index) => {
    const mark = marks[index]
    if (mark) shown.push(Decoration.node(offset, offset + node.nodeSize, { 'data-mark': mark }))
    const hint = node.content.size > 0 ? undefined : hintFor(doc, node)
    if (hint) shown.push(Decoration.node(offset, offset + node.nodeSize, { 'data-hint': hint }))
  })
  return DecorationSet.create(doc, shown)
}

function hintFor(doc: Node, node: Node): string | undefined {
  if (node.type === nodes.image) return texts.captionHint
  return doc.childCount === 1 && node.type === nodes.paragraph ? texts.emptyHint : undefined
}
