/**
 * The report as it will be read: a small tree that knows nothing of Word or HTML.
 * Every output is drawn from it; nothing below this line computes a figure, a number or a label.
 */

export interface DocumentRun {
  text: string
  bold?: true
}

/** 1: 一、 2: （一） 3: 1. 4: （1） — the levels of GB/T 9704—2012, 7.3.3. The mark is part of the text. */
export type HeadingLevel = 1 | 2 | 3 | 4

export interface DocumentCell {
  role: 'band' | 'header' | 'stub' | 'note' | 'figure' | 'text'
  runs: DocumentRun[]
  colSpan: number
  rowSpan: number
  vertical?: true
  /** Address of the figure shown, for readers that check the output. */
  cell?: string
}

export interface DocumentTable {
  /** 't2' … for an official table; absent for a table of the clerk's own. */
  id?: string
  /** Accessible name. */
  caption: string
  /** Relative widths of the grid columns. */
  widths: number[]
  headerRows: number
  /** Cells in reading order; a cell covered by a span is left out. */
  rows: DocumentCell[][]
}

export type DocumentBlock =
  | { kind: 'title'; lines: string[] }
  | { kind: 'issuingLine'; text: string }
  | { kind: 'heading'; level: HeadingLevel; runs: DocumentRun[] }
  | { kind: 'runInHeading'; level: HeadingLevel; heading: DocumentRun[]; runs: DocumentRun[] }
  | { kind: 'paragraph'; runs: DocumentRun[] }
  | {
      kind: 'image'
      type: 'image/png' | 'image/jpeg'
      data: string
      width: number
      height: number
      alt: string
    }
  | { kind: 'caption'; text: string }
  | { kind: 'table'; table: DocumentTable }
  | { kind: 'signature'; name?: string; date?: string }

export interface Document {
  /** Core properties: the title on one line and the publishing organ. */
  title: string
  author: string
  blocks: DocumentBlock[]
}
