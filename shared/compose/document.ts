import type { ImageData } from '../draft/draft'

/**
 * The report as it will be read: a small tree that knows nothing of Word or HTML.
 * Every output is drawn from it; nothing below this line computes a figure, a number or a label.
 */

/**
 * A part that stands in only one of two reports held against each other: added this year, or last year's and gone. A
 * document of one report has none.
 */
export interface Change {
  kind: 'added' | 'removed'
  /** Who the change is put down to. */
  by: string
}

/** Text without line breaks or anything unprintable. */
export interface DocumentRun {
  text: string
  bold?: true
  /** Absent in a block or row that changed as a whole. */
  change?: Change
}

/** 1: 一、 2: （一） 3: 1. 4: （1） — the levels of GB/T 9704—2012, 7.3.3. The mark is part of the text. */
export type HeadingLevel = 1 | 2 | 3 | 4

export interface DocumentCell {
  /** As GridCell of the format; text: a cell of the clerk's own table. */
  role: 'band' | 'header' | 'stub' | 'note' | 'figure' | 'text'
  runs: DocumentRun[]
  colSpan: number
  rowSpan: number
  vertical?: true
  /** Address of the figure shown, for readers that check the output. */
  cell?: string
  /** The figure as a number; absent where it is blank or an amount with its unit. */
  number?: number
  /** Addresses of the figures that this one is the sum of. */
  sumOf?: string[]
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
  /** By row: the rows that were added or removed as a whole. */
  rowChanges?: (Change | undefined)[]
}

/** `change`: the block was added or removed as a whole. */
export type DocumentBlock = (
  | { kind: 'title'; lines: string[] }
  | { kind: 'issuingLine'; text: string }
  | { kind: 'heading'; level: HeadingLevel; runs: DocumentRun[] }
  | { kind: 'runInHeading'; level: HeadingLevel; heading: DocumentRun[]; runs: DocumentRun[] }
  | { kind: 'paragraph'; runs: DocumentRun[] }
  | { kind: 'image'; image: ImageData; alt: string }
  /** Below an image. */
  | { kind: 'caption'; text: string }
  | { kind: 'table'; table: DocumentTable }
  /** The date as printed: 2026年1月20日. */
  | { kind: 'signature'; name?: string; date?: string }
) & { change?: Change }

export interface Document {
  /** Core properties: the title on one line and the publishing organ. */
  title: string
  author: string
  blocks: DocumentBlock[]
}
