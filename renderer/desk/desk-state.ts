/** Everything the window knows: the draft, its history, and the session around them. */

import type { OfficeStyle } from '../../shared/compose/office-style'
import type { Draft } from '../../shared/draft/draft'
import type { ReadError } from '../../shared/import/read-error'
import type {
  ExportError,
  ExportedFile,
  Handle,
  Holder,
  ImageError,
  OpenError,
  OpenedDraft,
  RecentFile,
  Sample,
  WriteError,
} from '../../shared/ipc'
import type { LastDraft } from '../../shared/ipc-earlier'
import type { Backup, DiskVersion, Recovered, SalvagedFile } from '../../shared/ipc-safety'
import type { ReadBack, WordReport } from '../../shared/ipc-word'
import { emptyHistory, type History } from './history'
import type { Place, Step, Target } from './place'

export interface OpenFile {
  handle: Handle
  name: string
  /** Somebody else has it open: here it is only read. */
  heldBy?: Holder
}

/** What the clerk asked for while the report on the desk was not saved. */
export type Next =
  | { kind: 'new' }
  /** last: the report to begin from, where it was read from a Word file; else the clerk chooses a draft. */
  | { kind: 'fromLast'; last?: LastDraft }
  | { kind: 'open' }
  | { kind: 'recent'; handle: Handle }
  | { kind: 'sample'; id: string }
  | { kind: 'handed'; opened: OpenedDraft }

/** What the one place for messages says; its words are in messages.texts.ts. */
export type Message =
  | { kind: 'openFailed'; error: OpenError }
  | { kind: 'wordRefused'; error: ReadError }
  /** So many edits were taken over from a Word file. */
  | { kind: 'editsTaken'; count: number }
  | { kind: 'saveFailed'; error: WriteError }
  | { kind: 'imageRefused'; error: ImageError }
  | { kind: 'leavesUnsaved'; next: Next }
  /** A draft chosen as last year's is of this year or a later one. */
  | { kind: 'notEarlier'; name: string; year: number }
  /** A draft chosen as an earlier year's counts another scope. */
  | { kind: 'otherScope'; name: string }
  /** A draft chosen as an earlier year's is another organ's, or the organ had another name then. */
  | { kind: 'otherOrgan'; name: string; organ: string }
  | { kind: 'heldByOther'; name: string; holder: Holder }
  | { kind: 'keepFailed'; error: WriteError }
  /** The page was lost and has come back. */
  | { kind: 'resumed' }

/** A choice between versions of a report that takes the whole window until it is made or put off. */
export type Aside =
  | { kind: 'recovery'; recovered: Recovered[] }
  | { kind: 'conflict'; disk: DiskVersion }
  | { kind: 'damaged'; file: SalvagedFile }
  | { kind: 'word'; word: WordReport }
  | { kind: 'readBack'; read: ReadBack }
  /** name null: of all reports. */
  | { kind: 'versions'; name: string | null; versions: Backup[] }

export type Exported =
  | { kind: 'running' }
  | { kind: 'failed'; error: ExportError }
  | { kind: 'done'; files: ExportedFile[]; draft: Draft }

export type PanelTab = 'guidance' | 'previous' | 'findings' | 'preview'

export interface Session {
  screen: 'home' | 'report' | 'comparison'
  step: Step
  /** Where the caret is: decides the guidance beside the form. */
  focus: Target
  /** A place the caret is asked to go to; the nonce makes each request new. */
  request: { place: Place; nonce: number } | null
  /** Fields the caret has left once; until then nothing about them is shown. */
  touched: ReadonlySet<string>
  /** The finding last gone to with F8, by fingerprint. */
  visited: string | null
  /** What F8 goes through: what the form shows, or, begun in the review, all that is open. */
  round: 'shown' | 'all'
  /** The choices for the findings at the caret are open. */
  choosing: boolean
  file: OpenFile | null
  saving: boolean
  saveFailed: boolean
  /** The draft as it stands in the file, or as it was when nothing had been entered. */
  saved: Draft | null
  savedAt: number | null
  /** The draft as main last kept it for a crash. */
  kept: Draft | null
  keepFailed: boolean
  message: Message | null
  panel: PanelTab
  /** Only where the panel has no room of its own. */
  panelOpen: boolean
  /** How often help was asked for: each time the caret goes to the guidance. */
  helps: number
  exported: Exported | null
  /** The same of the check sheet. */
  exportedSheet: Exported | null
  /** The same of the comparison with last year's report. */
  exportedComparison: Exported | null
}

export interface Home {
  /** Local date, ISO; empty until main has answered. */
  today: string
  recent: RecentFile[]
  samples: Sample[]
}

export interface DeskState {
  draft: Draft | null
  history: History
  session: Session
  home: Home
  aside: Aside | null
  /** How this office's documents look, as main last said. */
  office: OfficeStyle
}

export const freshSession: Session = {
  screen: 'home',
  step: 'basics',
  focus: { kind: 'heading' },
  request: null,
  touched: new Set(),
  visited: null,
  round: 'shown',
  choosing: false,
  file: null,
  saving: false,
  saveFailed: false,
  saved: null,
  savedAt: null,
  kept: null,
  keepFailed: false,
  message: null,
  panel: 'guidance',
  panelOpen: false,
  helps: 0,
  exported: null,
  exportedSheet: null,
  exportedComparison: null,
}

export const initialState: DeskState = {
  draft: null,
  history: emptyHistory,
  session: freshSession,
  home: { today: '', recent: [], samples: [] },
  aside: null,
  office: { style: {} },
}

export function isUnsaved(state: DeskState): boolean {
  return state.draft !== null && state.draft !== state.session.saved
}
