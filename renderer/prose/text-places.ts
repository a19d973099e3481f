import type { Node } from 'prosemirror-model'
import type { Numbering } from '../../shared/prose/marks'
import { cellSeparator } from '../../shared/prose/plain-text'
import { proseSchema } from './schema'
import { nodeMarks } from './shown-marks'

const { nodes } = proseSchema

/** A stretch of text that lies in one piece in both the document and the slot's plain text. */
interface Piece {
  /** Position of its first character in the document. */
  position: number
  /** Offset of its first character in the slot's text. */
  offset: number
  length: number
}

/**
 * The document position of an offset into the slot's text (slotText of its blocks). An offset on a number is the
 * beginning of the text after it; one beyond the end is the end.
 */
export function positionAt(doc: Node, numbering: Numbering, offset: number): number {
  const pieces = textPieces(doc, numbering)
  const piece = pieces.find((candidate) => offset <= candidate.offset + candidate.length) ?? pieces.at(-1)
  if (piece === undefined) return 1
  return piece.position + Math.min(piece.length, Math.max(0, offset - piece.offset))
}

/** The pieces of text in printed order, as slotLines lays them out. */
function textPieces(doc: Node, numbering: Numbering): Piece[] {
  const marks = nodeMarks(doc, numbering)
  const pieces: Piece[] = []
  let offset = 0
  doc.forEach((node, before, index) => {
    const mark = marks[index] ?? ''
    if (node.type === nodes.table) {
      node.forEach((row, rowOffset) => {
        if (row.textContent.trim() === '') return
        row.forEach((cell, cellOffset) => {
          // Table, row, cell and its text each open with one position.
          pieces.push({
            position: before + rowOffset + cellOffset + 4,
            offset,
            length: cell.textContent.length,
          })
          offset += cell.textContent.length + cellSeparator.length
        })
      })
      return
    }
    const length = node.textContent.length
    if (mark === '' && node.textContent.trim() === '') return
    pieces.push({ position: before + 1, offset: offset + mark.length, length })
    offset += mark.length + length + 1
  })
  return pieces
}
