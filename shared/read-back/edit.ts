import type { Entry } from '../draft/draft'
import type { PieceOf } from '../import/table-piece'
import type { FileLine } from './file-text'

export type EditedField =
  | { kind: 'title' | 'issuingLine' | 'preamble' | 'signatureName' | 'signatureDate' }
  | { kind: 'chapterTitle'; chapter: string }

/** One change somebody made in a Word file of the report. */
export type Edit = FieldEdit | ProseEdit | CellEdit

interface Common {
  /** Its own among the edits of a file. */
  id: string
  /** As the clerk knows it: 第 5 章正文第 2 段. */
  place: string
  /** Id of the chapter; '' for what stands before and after them. */
  chapter: string
  /** What stood there when the file was exported, and what stands there now; '' is nothing. */
  from: string
  to: string
}

export interface FieldEdit extends Common {
  kind: 'field'
  field: EditedField
}

/** A line of prose changed, added or taken out. */
export interface ProseEdit extends Common {
  kind: 'prose'
  slot: string
  what: 'changed' | 'added' | 'removed'
  /** Index among the slot's units in the draft of the export: of the line, or of the line before one that was added. */
  unit: number
  /** What stands in the file; absent: it was taken out. */
  line?: Exclude<FileLine, { kind: 'officialTable' }>
}

export interface CellEdit extends Common {
  kind: 'cell'
  cell: string
  /** Absent: the cell is blank now; where it is doubtful too, there is nothing to take over. */
  entry?: Entry
  /** It may belong somewhere else or be no figure, and why. */
  doubt?: { reason: string; where?: PieceOf }
}

export interface FileEditList {
  edits: Edit[]
  /** What was not compared, or cannot be taken over; a line of Chinese each. */
  notes: string[]
}
