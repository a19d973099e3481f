import type { Attrs, Node, NodeType } from 'prosemirror-model'
import type { EditorState } from 'prosemirror-state'
import type { Level } from '../../shared/draft/draft'
import { proseSchema } from './schema'

const { nodes } = proseSchema

/** What a printed paragraph is, as the toolbar names it. */
export type BlockKind =
  | { kind: 'paragraph' }
  | { kind: 'listItem' }
  | { kind: 'heading' | 'runInHeading' | 'numbered'; level: Level }

/** The kind of this node; undefined for images and what lies in tables. */
export function kindOf(node: Node): BlockKind | undefined {
  switch (node.type) {
    case nodes.paragraph:
      return { kind: 'paragraph' }
    case nodes.listItem:
      return { kind: 'listItem' }
    case nodes.heading:
      return { kind: 'heading', level: node.attrs.level }
    case nodes.runInHeading:
      return { kind: 'runInHeading', level: node.attrs.level }
    case nodes.numbered:
      return { kind: 'numbered', level: node.attrs.level }
    default:
      return undefined
  }
}

export function sameKind(one: BlockKind | undefined, other: BlockKind): boolean {
  if (one?.kind !== other.kind) return false
  return !('level' in one && 'level' in other) || one.level === other.level
}

/** The node type and attributes of a kind. */
export function nodeOfKind(kind: BlockKind): { type: NodeType; attrs: Attrs | null } {
  return { type: nodes[kind.kind], attrs: 'level' in kind ? { level: kind.level } : null }
}

/** A block of a kind in the document, with its position. */
export interface PlacedBlock {
  node: Node
  position: number
  kind: BlockKind
}

/** The printed paragraphs the selection touches, without images and tables. */
export function selectedBlocks(state: EditorState): PlacedBlock[] {
  const blocks: PlacedBlock[] = []
  const { from, to } = state.selection
  state.doc.nodesBetween(from, to, (node, position, parent) => {
    const kind = parent === state.doc ? kindOf(node) : undefined
    if (kind) blocks.push({ node, position, kind })
    return false
  })
  return blocks
}
