/**
 * The whole contract between the window and the main process: channel → request and reply.
 * The renderer never names a path: main chooses files through dialogs and hands out opaque handles.
 */
import type { OfficeStyle } from './compose/office-style'
import type { StyleVariant } from './compose/style-variant'
import type { Draft, ImageData } from './draft/draft'
import type { DraftError } from './draft/draft-error'
import type { EarlierChannels } from './ipc-earlier'
import type { Recovered, SafetyChannels } from './ipc-safety'
import type { WordChannels } from './ipc-word'
import type { Result } from './result'

/**
 * An opaque name for a file main knows; it means nothing outside this run of the app. A draft's handle stands
 * for the file as it was last read or saved through it: the same file, unchanged, opened again has the same handle.
 */
export type Handle = string

export interface OpenedDraft {
  /** null: a sample or a new draft, not yet saved anywhere. */
  file: { handle: Handle; name: string; heldBy?: Holder } | null
  draft: Draft
  /** The draft is not what its file holds: it comes from a recovery, or has no file. */
  unsaved?: true
}

/** Who has a draft open: until they close it, everyone else only reads. */
export interface Holder {
  owner: string
  machine: string
  /** ISO time. */
  since: string
}

/** The file that did not open, for reading what can be read of it; absent where there is nothing to read. */
export type OpenError = DraftError & { handle?: Handle }

export interface RecentFile {
  handle: Handle
  /** File name without folder. */
  name: string
  /** Where it lies, in the names of the last folders: no path. */
  folder: string
  /** What the report is, as far as it was known when last saved. */
  publisher: string
  year: number
  /** ISO time of the last save or opening in this app. */
  usedAt: string
  /** The file is no longer where it was. */
  missing?: true
}

export interface Sample {
  id: string
  title: string
}

export interface Start {
  /** Local date, ISO. */
  today: string
  recent: RecentFile[]
  samples: Sample[]
  /** A file named on the command line or by double click, or what was on the desk when the page was lost. */
  opened: Result<OpenedDraft, OpenError> | null
  /** The page was lost and this is its next start. */
  resumed: boolean
  /** Work that an earlier run could not save, newest first. */
  recovered: Recovered[]
}

/** Why a file could not be written; the old file is whole in every case. */
export type WriteError = {
  kind: 'readOnly' | 'diskFull' | 'missingFolder' | 'inUse' | 'changedOnDisk' | 'pathTooLong' | 'unwritable'
  /** File name without folder. */
  name: string
}

/** In the order in which they are offered and written. */
export const exportFormats = ['docx', 'pdf', 'html', 'xlsx'] as const

export type ExportFormat = (typeof exportFormats)[number]

/**
 * Which Word file is made: for publication it holds nothing but the report; a working copy (工作稿) carries its draft
 * inside and can be opened here again.
 */
export type WordCopy = 'publication' | 'working'

/** Word files that hold this year's report against last year's. */
export type ComparisonFile = 'tracked' | 'figures'

/** Why a report was not exported as asked. */
export type ExportError = (WriteError | PdfError) & {
  /** Files of the same export that were written all the same. */
  written?: ExportedFile[]
}

/** Pages that could not be made, or not in the time there is. */
export interface PdfError {
  kind: 'pdfNotMade' | 'pdfTooSlow'
  /** File name without folder; '' for a preview. */
  name: string
}

export interface ExportedFile {
  handle: Handle
  format: ExportFormat
  name: string
}

/** A picture taken into the draft, scaled down where it was large. */
export interface TakenImage {
  /** SHA-256 of the bytes, hex. */
  hash: string
  image: ImageData
}

export type ImageError = { kind: 'notAnImage' | 'tooLarge' | 'unreadable' }

/** Channel → what the window asks and what main answers. A reply of null is a dialog the clerk closed. */
export interface Channels extends SafetyChannels, EarlierChannels, WordChannels {
  'app:start': { request: null; reply: Start }
  'recent:list': { request: null; reply: RecentFile[] }
  'recent:forget': { request: { handle: Handle }; reply: RecentFile[] }
  /** word: she chose a Word file, which is read with 'word:read'. */
  'draft:open': {
    request: null
    reply: Result<OpenedDraft, OpenError> | { kind: 'word'; handle: Handle } | null
  }
  'draft:openRecent': { request: { handle: Handle }; reply: Result<OpenedDraft, OpenError> }
  'draft:openSample': { request: { id: string }; reply: Result<OpenedDraft, DraftError> }
  'draft:save': { request: { handle: Handle; draft: Draft }; reply: Result<{ name: string }, WriteError> }
  'draft:saveAs': {
    request: { draft: Draft; suggestedName: string }
    reply: Result<{ handle: Handle; name: string }, WriteError> | null
  }
  'report:export': {
    request: { draft: Draft; formats: ExportFormat[]; copy: WordCopy; suggestedName: string }
    reply: Result<ExportedFile[], ExportError> | null
  }
  /** The check sheet (勾稽核对表) of the draft, with the SHA-256 of its text. */
  'checkSheet:export': {
    /** `handle`: the draft's file, beside which that of last year is looked for. */
    request: { handle: Handle | null; draft: Draft; formats: ('docx' | 'pdf')[]; suggestedName: string }
    reply: Result<ExportedFile[], ExportError> | null
  }
  /** This year's report beside last year's: the text with tracked changes, or the table of changed figures. */
  'comparison:export': {
    request: { draft: Draft; what: ComparisonFile; suggestedName: string }
    reply: Result<ExportedFile[], ExportError> | null
  }
  /** The pages as they will be exported, as PDF; block n of the document has the destination 'block-n'. */
  'report:preview': { request: { draft: Draft }; reply: Result<Uint8Array, PdfError> }
  /** Family names of the fonts of this computer, in every language they give themselves. */
  'fonts:installed': { request: null; reply: string[] }
  /** How this office's documents look otherwise than the standard's. */
  'style:office': { request: null; reply: OfficeStyle }
  /** Keeps it for all reports from now on. The style is checked as a file would be. */
  'style:keep': { request: { style: StyleVariant }; reply: Result<OfficeStyle, WriteError> }
  'report:reveal': { request: { handle: Handle }; reply: null }
  'image:choose': { request: null; reply: Result<TakenImage, ImageError> | null }
  'image:take': { request: { bytes: Uint8Array }; reply: Result<TakenImage, ImageError> }
  /**
   * What is on the desk: main asks before closing when there is unsaved work, shows the name in the window's title,
   * and lets go of every other file.
   */
  'window:state': { request: { title: string; unsaved: boolean; handle: Handle | null }; reply: null }
  /** The window has dealt with 'closing' and may go. */
  'window:close': { request: null; reply: null }
}

export type Channel = keyof Channels

/** A menu item or its key; the window decides what it means where the caret is. */
export type Command =
  | 'home'
  | 'open'
  | 'save'
  | 'saveAs'
  | 'versions'
  | 'export'
  | 'readBack'
  | 'undo'
  | 'redo'
  | 'nextFinding'
  | 'previousFinding'
  | 'choices'
  | 'nextStep'
  | 'previousStep'
  | 'help'

/** What main tells the window unasked. */
export interface Events {
  command: Command
  /**
   * A draft handed over by a second start of the app or a double click. Where its handle is that of the draft
   * on the desk, it is the same file: the window keeps what it has, which may be newer.
   */
  opened: Result<OpenedDraft, OpenError>
  /** The clerk closes the window while work is unsaved. 'save' was chosen: save, then window:close. */
  closing: 'save'
}

/** What the preload script puts on `window.desk`. */
export interface Desk {
  /** Rejects only where main refuses the request itself as malformed, or fails in a way it did not foresee. */
  ask<C extends Channel>(channel: C, request: Channels[C]['request']): Promise<Channels[C]['reply']>
  /** Returns the function that stops listening. */
  on<E extends keyof Events>(event: E, listener: (value: Events[E]) => void): () => void
}
