/** What a Word file says, as data: read by electron/import, understood by shared/import. */
export interface WordDocument {
  blocks: WordBlock[]
  /** Core properties: who is named as the author; '' where nobody is. */
  author: string
  /** What the reader of the file had to decide about its text. */
  notes: WordNote[]
}

/**
 * tracked: changes were being tracked and count as accepted; revisedCells: cells taken out or merged that way; struck:
 * text was struck out and is not read.
 */
export type WordNote = 'tracked' | 'revisedCells' | 'struck'

export type WordBlock = WordParagraph | WordTable

export interface WordRun {
  text: string
  bold?: true
  /** Id of the run's own style: part of a paragraph that looks like a heading has one. */
  style?: string
}

export interface WordParagraph {
  kind: 'paragraph'
  /** A line break is \n, a tab \t. */
  runs: WordRun[]
  /** Id of the paragraph's style. */
  style?: string
  /** 0 is the highest level; absent: body text. */
  outline?: number
  /** The number Word puts before the paragraph by itself: （一）, 1. */
  number?: string
  /** Paths of the parts that hold its pictures. */
  images: string[]
}

export interface WordTable {
  kind: 'table'
  /** Twips of the grid columns as the file names them; often wrong, sometimes absent. */
  widths: number[]
  rows: WordRow[]
}

export interface WordRow {
  /** Repeats on a new page. */
  isHeader: boolean
  /** Grid columns left out before the first and after the last cell. */
  before: number
  after: number
  cells: WordCell[]
}

export interface WordCell {
  /** Grid columns it covers. */
  span: number
  /** continue: belongs to the cell above (vertical) or to the left (horizontal). */
  vertical?: 'restart' | 'continue'
  horizontal?: 'restart' | 'continue'
  blocks: WordBlock[]
}

export function paragraphText({ runs }: WordParagraph): string {
  return runs.map(({ text }) => text).join('')
}

/** All that a reader sees in a cell, a paragraph to a line. */
export function cellText({ blocks }: WordCell): string {
  return blocks
    .map((block) =>
      block.kind === 'paragraph'
        ? (block.number ?? '') + paragraphText(block)
        : block.rows.map((row) => row.cells.map(cellText).join('\t')).join('\n'),
    )
    .filter((text) => text.trim() !== '')
    .join('\n')
}
