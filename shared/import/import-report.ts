import type { Draft } from '../draft/draft'

/** A figure whose place or value is not certain, with what stands in the report. */
export interface DoubtfulFigure {
  address: string
  /** What it is: 表三（一）予以公开·总计. */
  name: string
  text: string
  reason: string
  /** It stands in the draft all the same, at this address. */
  isEntered?: true
}

/** What became of every figure of the format when a report was read. */
export interface FigureReport {
  taken: string[]
  doubtful: DoubtfulFigure[]
  missing: string[]
}

/** A report read from a Word file. */
export interface ImportedReport extends FigureReport {
  draft: Draft
  /** What else the clerk should know, a line of Chinese each. */
  notes: string[]
}
