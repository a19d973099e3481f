/** Files of earlier years main found changed, by the copy the draft keeps: edits never change that copy. */

import type { CheckContext } from '../../shared/check/continuity/check-continuity'
import type { EarlierDraft } from '../../shared/check/continuity/earlier-reports'
import type { Draft, PreviousReport } from '../../shared/draft/draft'

const files = new WeakMap<PreviousReport, { file: string; previous: EarlierDraft[] }>()
const none: EarlierDraft[] = []

export function earlierFilesOf({ previous }: Draft): EarlierDraft[] {
  return (previous && files.get(previous)?.previous) ?? none
}

/** The same with the name of the draft's own file: what differs is told with both. */
export function besideOf({ previous }: Draft): CheckContext {
  return (previous && files.get(previous)) ?? { previous: none }
}

/** `file` is the name of the draft's own file. */
export function noteEarlierFiles(previous: PreviousReport, file: string, found: EarlierDraft[]): void {
  files.set(previous, { file, previous: found })
}
