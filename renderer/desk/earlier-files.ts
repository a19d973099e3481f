/** Files of earlier years main found changed, by the copy the draft keeps: edits never change that copy. */

import type { EarlierDraft } from '../../shared/check/continuity/earlier-reports'
import type { Draft, PreviousReport } from '../../shared/draft/draft'

const files = new WeakMap<PreviousReport, EarlierDraft[]>()
const none: EarlierDraft[] = []

export function earlierFilesOf({ previous }: Draft): EarlierDraft[] {
  return (previous && files.get(previous)) ?? none
}

export function noteEarlierFiles(previous: PreviousReport, found: EarlierDraft[]): void {
  files.set(previous, found)
}
