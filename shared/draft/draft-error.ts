/** Why a file could not be opened as a draft. The file itself is left as it is in every case. */
export type DraftError =
  /** Not a `.nianbao` file at all: another kind of file, or JSON of another kind. */
  | { kind: 'notADraft'; name: string }
  /** A draft, but its text is cut off or garbled. */
  | { kind: 'damaged'; name: string; detail: string }
  /** A draft whose content breaks the schema: the place and what is wrong there, in Chinese. */
  | { kind: 'invalid'; name: string; detail: string }
  /** Saved by a later version of this app. */
  | { kind: 'newer'; name: string; version: number }
  /** Written for a report format this app does not know. */
  | { kind: 'unknownFormat'; name: string; format: string }
  | { kind: 'tooLarge'; name: string }
  | { kind: 'missing'; name: string }
  | { kind: 'unreadable'; name: string }
