import type { TextBlock, TextRun } from '../draft/draft'
import { blockMarks, listMark, type Numbering } from './marks'

/** The runs' text without their look. */
export function runsText(runs: TextRun[]): string {
  return runs.map((run) => run.text).join('')
}

/** One printed line of a slot: a paragraph, a list item, a caption or a row of a table. */
export interface SlotLine {
  /** Index of its block. */
  block: number
  /** Index among its block's lines. */
  line: number
  /** （一）, 1., 一是 …; '' where there is none. */
  mark: string
  text: string
  /** Offset of the mark in slotText. */
  start: number
}

/** Between the cells of a table row in slotText. */
export const cellSeparator = '\t'

/** The lines a reader sees, in order; an empty paragraph prints nothing and is left out. */
export function slotLines(blocks: TextBlock[], numbering: Numbering): SlotLine[] {
  const marks = blockMarks(blocks, numbering)
  const lines: SlotLine[] = []
  let start = 0
  blocks.forEach((block, index) => {
    blockTexts(block).forEach((text, line) => {
      const mark = block.kind === 'list' ? listMark(line) : (marks[index] ?? '')
      if (mark === '' && text.trim() === '') return
      lines.push({ block: index, line, mark, text, start })
      start += mark.length + text.length + 1
    })
  })
  return lines
}

/** The prose of a slot as a reader sees it: a line each, marks included. Offsets of findings refer to this text. */
export function slotText(blocks: TextBlock[], numbering: Numbering): string {
  return slotLines(blocks, numbering)
    .map((line) => line.mark + line.text)
    .join('\n')
}

/** How long a reader finds the prose: its characters without spaces (domain rule P-12), marks counted as they are seen. */
export function readerLength(blocks: TextBlock[], numbering: Numbering): number {
  const text = slotText(blocks, numbering).replace(/\s/gu, '')
  // A character beyond the first 65,536 is two units of a string.
  return text.length - (text.match(/[\ud800-\udbff](?=[\udc00-\udfff])/g)?.length ?? 0)
}

function blockTexts(block: TextBlock): string[] {
  switch (block.kind) {
    case 'heading':
    case 'numbered':
    case 'paragraph':
      return [runsText(block.text)]
    case 'runInHeading':
      return [runsText(block.heading) + runsText(block.text)]
    case 'list':
      return block.items.map(runsText)
    case 'image':
      return [block.caption ?? '']
    case 'table':
      return block.rows.map(rowText)
  }
}

function rowText(cells: TextRun[][]): string {
  return cells.map(runsText).join(cellSeparator)
}
