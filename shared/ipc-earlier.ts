/** The part of the contract that brings in reports of earlier years. */
import type { EarlierDraft } from './check/continuity/earlier-reports'
import type { Draft } from './draft/draft'
import type { DraftError } from './draft/draft-error'
import type { Handle } from './ipc'
import type { Result } from './result'

/** A draft of an earlier year to begin from: nothing is ever written to its file. */
export interface LastDraft {
  /** File name without folder. */
  name: string
  /** SHA-256 of the file's bytes. */
  hash: string
  draft: Draft
}

export interface EarlierChannels {
  /** A reply of null is a dialog the clerk closed. */
  'earlier:choose': { request: null; reply: Result<LastDraft, DraftError> | null }
  /**
   * The files of the earlier reports the draft remembers, where they lie beside it or among the recent files and have
   * changed since they were read.
   */
  'earlier:find': { request: { handle: Handle }; reply: EarlierDraft[] }
}
