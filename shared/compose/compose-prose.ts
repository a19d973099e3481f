import type { Draft, TextBlock, TextRun } from '../draft/draft'
import { blockMarks, listMark } from '../prose/marks'
import { composeRunLines, composeRuns, marked } from './compose-runs'
import type { DocumentBlock, DocumentCell, DocumentRun, HeadingLevel } from './document'
import { printedText } from './printed-text'

/** The blocks of one prose slot as printed, numbers and all. A paragraph without text is not printed. */
export function composeProse(
  blocks: TextBlock[],
  draft: Pick<Draft, 'numbering' | 'images'>,
): DocumentBlock[] {
  const marks = blockMarks(blocks, draft.numbering)
  return blocks.flatMap((block, index) => composeBlock(block, marks[index] ?? '', draft.images))
}

function composeBlock(block: TextBlock, mark: string, images: Draft['images']): DocumentBlock[] {
  switch (block.kind) {
    case 'heading':
      return [
        { kind: 'heading', level: headingLevel(block.level), runs: marked(mark, composeRuns(block.text)) },
      ]
    case 'runInHeading': {
      const [runs = [], ...more] = composeRunLines(block.text)
      const heading = marked(mark, composeRuns(block.heading))
      return [
        { kind: 'runInHeading', level: headingLevel(block.level), heading, runs },
        ...more.map(paragraph),
      ]
    }
    case 'numbered':
    case 'paragraph':
      return paragraphs(mark, block.text)
    case 'list':
      return block.items.flatMap((item, index) => paragraphs(listMark(index), item))
    case 'image':
      return composeImage(block, images)
    case 'table':
      return composeTable(block)
  }
}

/** Level 一、 is the chapters'; the clerk's own levels begin below it. */
function headingLevel(level: 1 | 2 | 3): HeadingLevel {
  const levels: Record<1 | 2 | 3, HeadingLevel> = { 1: 2, 2: 3, 3: 4 }
  return levels[level]
}

function paragraphs(mark: string, text: TextRun[]): DocumentBlock[] {
  const [first = [], ...more] = composeRunLines(text)
  return [marked(mark, first), ...more].filter((runs) => runs.length > 0).map(paragraph)
}

function paragraph(runs: DocumentRun[]): DocumentBlock {
  return { kind: 'paragraph', runs }
}

/** An image the draft lost leaves its caption. */
function composeImage(block: TextBlock & { kind: 'image' }, images: Draft['images']): DocumentBlock[] {
  const image = Object.hasOwn(images, block.image) ? images[block.image] : undefined
  const caption = printedText(block.caption ?? '').trim()
  return [
    ...(image ? [{ kind: 'image' as const, image, alt: caption || '图片' }] : []),
    ...(caption ? [{ kind: 'caption' as const, text: caption }] : []),
  ]
}

/** Short rows are filled up with empty cells, so that every output has a grid. */
function composeTable(block: TextBlock & { kind: 'table' }): DocumentBlock[] {
  const columns = Math.max(0, ...block.rows.map((row) => row.length))
  if (columns === 0) return []
  const headerRows = block.header ? 1 : 0
  const rows = block.rows.map((row, index) =>
    Array.from({ length: columns }, (_, column): DocumentCell => {
      const role = index < headerRows ? 'header' : 'text'
      return { role, runs: composeRuns(row[column] ?? []), colSpan: 1, rowSpan: 1 }
    }),
  )
  return [{ kind: 'table', table: { caption: '表格', widths: Array(columns).fill(1), headerRows, rows } }]
}
