/**
 * The part of the contract that keeps work from being lost: recovery after a crash, earlier versions, files that
 * changed elsewhere, damaged files.
 */
import type { Draft } from './draft/draft'
import type { Difference } from './draft/draft-differences'
import type { DraftError } from './draft/draft-error'
import type { Handle, OpenError, OpenedDraft, WriteError } from './ipc'
import type { Result } from './result'

/** One version of a report at a glance, for whoever must choose between two. */
export interface Glance {
  publisher: string
  year: number
  /** ISO time of its last change. */
  changedAt: string
}

/** Two versions of one report side by side. */
export interface Comparison {
  /** How many places differ; `differences` names the first of them. */
  count: number
  differences: Difference[]
}

/** Work that a run of the app left behind without having been able to save it. */
export interface Recovered {
  handle: Handle
  kept: Glance
  /** What of it could not be read, in the clerk's words. */
  lost: string[]
  saved:
    | ({ kind: 'file'; name: string; folder: string; glance: Glance } & Comparison)
    /** The file is gone, cannot be reached or cannot be read. */
    | { kind: 'gone'; name: string; folder: string }
    /** The report never had a file. */
    | { kind: 'never' }
}

/** An earlier version that was kept before something else took its place. */
export interface Backup {
  handle: Handle
  /** The file it is a version of; '' where the report had none. */
  name: string
  publisher: string
  /** undefined: the version itself cannot be read. */
  year?: number
  /** ISO time at which it was put away. */
  keptAt: string
}

/** What a file holds that has changed since the draft on the desk was read from it. */
export interface DiskVersion extends Comparison {
  name: string
  glance: Glance
  /** Both can come together: no place was changed in different ways. */
  canMerge: boolean
}

/** What could be proven of a damaged file. The file itself stays as it is. */
export interface SalvagedFile {
  name: string
  /** null: nothing. */
  opened: OpenedDraft | null
  lost: string[]
  /** The file holds a whole draft in another encoding, e.g. 'GBK'. */
  encoding?: string
  backups: Backup[]
}

export interface SafetyChannels {
  /** Writes the draft on the desk where it survives a crash; answered when it is on the disk. */
  'recovery:keep': { request: { handle: Handle | null; draft: Draft }; reply: Result<null, WriteError> }
  /** saved: the draft is in its file. givenUp: the clerk does not want it; it is put with the earlier versions. */
  'recovery:end': { request: { how: 'saved' | 'givenUp' }; reply: null }
  /** kept: what was recovered goes on the desk. saved: the file does. What is not chosen becomes a backup. */
  'recovery:choose': {
    request: { handle: Handle; choice: 'kept' | 'saved' }
    /** null: there was no file, and the recovered work was put away. */
    reply: Result<OpenedDraft, OpenError> | null
  }
  /** Earlier versions of one file; null: of all reports. Newest first. */
  'backup:list': { request: { handle: Handle | null }; reply: Backup[] }
  /** An earlier version as a report without a file. */
  'backup:open': { request: { handle: Handle }; reply: Result<OpenedDraft, DraftError> }
  /** What the file holds now, held against the draft on the desk; `base` is what both grew from, as far as known. */
  'draft:onDisk': {
    request: { handle: Handle; draft: Draft; base: Draft | null }
    reply: Result<DiskVersion, DraftError>
  }
  /** Opens what the file holds now with the changes of the draft on the desk, which becomes a backup first. */
  'draft:takeMerged': {
    request: { handle: Handle; draft: Draft; base: Draft | null }
    /** null: the file has changed again, and the two no longer come together. */
    reply: Result<OpenedDraft, OpenError> | null
  }
  /** Opens what the file holds now; the draft on the desk becomes a backup first. */
  'draft:takeDisk': { request: { handle: Handle; draft: Draft }; reply: Result<OpenedDraft, OpenError> }
  /** Writes over what the file holds now, which becomes a backup first. */
  'draft:saveOver': { request: { handle: Handle; draft: Draft }; reply: Result<{ name: string }, WriteError> }
  /** Opens the file once more, hoping that nobody else has it open now. */
  'draft:reopen': { request: { handle: Handle }; reply: Result<OpenedDraft, OpenError> }
  'draft:salvage': { request: { handle: Handle }; reply: Result<SalvagedFile, DraftError> }
  /** The page itself has failed: main notes it and starts the page anew with the work. */
  'window:failed': { request: { error: string }; reply: null }
}
