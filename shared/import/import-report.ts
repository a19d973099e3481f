import type { Draft, Entry } from '../draft/draft'
import type { FileText } from '../read-back/file-text'
import type { PieceOf } from './table-piece'

/** A figure whose place or value is not certain, with what stands in the report. */
export interface DoubtfulFigure {
  address: string
  /** What it is: 表三（一）予以公开·总计. */
  name: string
  text: string
  reason: string
  /** It stands in the draft all the same, at this address. */
  isEntered?: true
  /** What the text would be in this cell; absent: no cell of its kind accepts it, or the format has none. */
  offered?: Entry
  /** The picture of where it stood. */
  where?: PieceOf
}

/** What became of every figure of the format when a report was read. */
export interface FigureReport {
  taken: string[]
  /** What was taken as certain, totals among it, by address. */
  values: Record<string, Entry>
  doubtful: DoubtfulFigure[]
  missing: string[]
  /** Of the missing: their places were found beyond doubt, with nothing in them. */
  blank: string[]
}

/** A report read from a Word file. */
export interface ImportedReport extends FigureReport {
  draft: Draft
  /** What else the clerk should know, a line of Chinese each. */
  notes: string[]
  /** A working copy of this app gave its draft back; nothing was read off the page. */
  isCarried?: true
  /** A working copy whose text was edited in Word after it was exported: what stands there now. */
  edited?: FileText
  /** The report names no year: the draft's is a guess. */
  isYearAssumed?: true
}
