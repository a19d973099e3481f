/** The part of the contract that brings in Word files: reports somebody else made, and this report edited in Word. */
import type { Draft } from './draft/draft'
import type { ImportedReport } from './import/import-report'
import type { ReadError } from './import/read-error'
import type { Handle } from './ipc'
import type { FileText } from './read-back/file-text'
import type { Result } from './result'

/** A report read from a Word file, which stays as it is. */
export interface WordReport {
  handle: Handle
  /** File name without folder. */
  name: string
  /** SHA-256 of the file's bytes. */
  hash: string
  report: ImportedReport
}

/** What was edited in a Word file of the report on the desk. */
export interface ReadBack {
  name: string
  /** The draft as it was when the file was exported; absent: the file does not hold it. */
  base?: Draft
  text: FileText
}

export interface WordChannels {
  /** A reply of null is a dialog the clerk closed. */
  'word:choose': { request: null; reply: Result<WordReport, ReadError> | null }
  /** The same file once more, as the report of this year where the clerk names it. */
  'word:read': { request: { handle: Handle; year: number | null }; reply: Result<WordReport, ReadError> }
  /** What was edited in the Word file the clerk chooses, against the draft inside it or else this one. */
  'word:readBack': { request: { draft: Draft }; reply: Result<ReadBack, ReadError> | null }
}
