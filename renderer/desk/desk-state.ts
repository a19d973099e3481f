/** Everything the window knows: the draft, its history, and the session around them. */

import type { Draft } from '../../shared/draft/draft'
import type { DraftError } from '../../shared/draft/draft-error'
import type {
  ExportError,
  ExportedFile,
  Handle,
  ImageError,
  OpenedDraft,
  RecentFile,
  Sample,
  WriteError,
} from '../../shared/ipc'
import { emptyHistory, type History } from './history'
import type { Place, Step, Target } from './place'

export interface OpenFile {
  handle: Handle
  name: string
}

/** What the clerk asked for while the report on the desk was not saved. */
export type Next =
  | { kind: 'new' }
  | { kind: 'open' }
  | { kind: 'recent'; handle: Handle }
  | { kind: 'sample'; id: string }
  | { kind: 'handed'; opened: OpenedDraft }

/** What the one place for messages says; its words are in messages.texts.ts. */
export type Message =
  | { kind: 'openFailed'; error: DraftError }
  | { kind: 'saveFailed'; error: WriteError }
  | { kind: 'imageRefused'; error: ImageError }
  | { kind: 'leavesUnsaved'; next: Next }

export type Exported =
  | { kind: 'running' }
  | { kind: 'failed'; error: ExportError }
  | { kind: 'done'; files: ExportedFile[]; draft: Draft }

export type PanelTab = 'guidance' | 'findings' | 'preview'

export interface Session {
  screen: 'home' | 'report'
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
  message: Message | null
  panel: PanelTab
  /** Only where the panel has no room of its own. */
  panelOpen: boolean
  /** How often help was asked for: each time the caret goes to the guidance. */
  helps: number
  exported: Exported | null
  /** The same of the check sheet. */
  exportedSheet: Exported | null
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
  message: null,
  panel: 'guidance',
  panelOpen: false,
  helps: 0,
  exported: null,
  exportedSheet: null,
}

export const initialState: DeskState = {
  draft: null,
  history: emptyHistory,
  session: freshSession,
  home: { today: '', recent: [], samples: [] },
}

export function isUnsaved(state: DeskState): boolean {
  return state.draft !== null && state.draft !== state.session.saved
}
