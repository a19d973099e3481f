import type { Node } from 'prosemirror-model'
import type { Numbering } from '../../shared/prose/marks'
import { cellSeparator } from '../../shared/prose/plain-text'
import { proseSchema } from './schema'
import { nodeMarks } from './shown-marks'

const { nodes } = proseSchema

/** What a linked figure of the document shows now. */
export type FigureWords = (figure: Node) => string

/** A stretch of text that lies in one piece in both the document and the slot's plain text, or one linked figure. */
interface Piece {
  /** Position of its beginning in the document, and how many places it takes there. */
  position: number
  size: number
  /** Offset of its first character in the slot's text, and how many it has there. */
  offset: number
  length: number
}

/**
 * The document position of an offset into the slot's text (slotText of its blocks). An offset on a number is the
 * beginning of the text after it; one beyond the end is the end. Inside a linked figure it is the figure's beginning,
 * or its end where that is asked for.
 */
export function positionAt(
  doc: Node,
  numbering: Numbering,
  offset: number,
  words: FigureWords,
  side: 'start' | 'end' = 'start',
): number {
  return positionIn(textPieces(doc, numbering, words), offset, side)
}

/** The same for many offsets of one document. */
export function positionsIn(
  doc: Node,
  numbering: Numbering,
  words: FigureWords,
): (offset: number, side: 'start' | 'end') => number {
  const pieces = textPieces(doc, numbering, words)
  return (offset, side) => positionIn(pieces, offset, side)
}

function positionIn(pieces: Piece[], offset: number, side: 'start' | 'end'): number {
  const piece = pieces.find((candidate) => offset <= candidate.offset + candidate.length) ?? pieces.at(-1)
  if (piece === undefined) return 1
  const within = Math.min(piece.length, Math.max(0, offset - piece.offset))
  if (piece.size === piece.length) return piece.position + within
  return piece.position + (within === piece.length || (within > 0 && side === 'end') ? piece.size : 0)
}

/** The offset into the slot's text of a document position: the other way round. undefined: nothing is printed there. */
export function offsetAt(
  doc: Node,
  numbering: Numbering,
  position: number,
  words: FigureWords,
): number | undefined {
  const piece = textPieces(doc, numbering, words).find(
    (candidate) => position >= candidate.position && position <= candidate.position + candidate.size,
  )
  if (piece === undefined) return undefined
  const within = position - piece.position
  return piece.offset + (within === piece.size ? piece.length : within)
}

/** The text of a paragraph or cell as it is read. */
export function shownText(block: Node, words: FigureWords): string {
  return block.children.map((node) => inlineText(node, words)).join('')
}

function inlineText(node: Node, words: FigureWords): string {
  return node.type === nodes.figure ? words(node) : (node.text ?? '')
}

/** The pieces of text in printed order, as slotLines lays them out. */
function textPieces(doc: Node, numbering: Numbering, words: FigureWords): Piece[] {
  const marks = nodeMarks(doc, numbering)
  const pieces: Piece[] = []
  let offset = 0
  const add = (block: Node, position: number): void => {
    let at = position
    if (block.childCount === 0) pieces.push({ position: at, size: 0, offset, length: 0 })
    for (const node of block.children) {
      const { length } = inlineText(node, words)
      pieces.push({ position: at, size: node.nodeSize, offset, length })
      at += node.nodeSize
      offset += length
    }
  }
  doc.forEach((node, before, index) => {
    const mark = marks[index] ?? ''
    if (node.type === nodes.table) {
      node.forEach((row, rowOffset) => {
        const texts = row.children.map((cell) => cell.firstChild && shownText(cell.firstChild, words))
        if (texts.every((text) => text === null || text.trim() === '')) return
        row.forEach((cell, cellOffset) => {
          // Table, row, cell and its text each open with one position.
          if (cell.firstChild) add(cell.firstChild, before + rowOffset + cellOffset + 4)
          offset += cellSeparator.length
        })
      })
      return
    }
    if (mark === '' && shownText(node, words).trim() === '') return
    offset += mark.length
    add(node, before + 1)
    offset += 1
  })
  return pieces
}
