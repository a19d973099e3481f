import type { FigureValue } from '../../draft/figures'
import type { Format } from '../../format/format'
import type { PrintedDraft } from '../../linked/printed-prose'
import type { Finding } from '../finding'
import { checkChangedFiles } from './check-changed-files'
import { checkChanges } from './check-changes'
import { checkContinuity, checkEarlierYears, checkUnconfirmed } from './check-figures'
import { checkReappearance } from './check-reappearance'
import { checkSlips } from './check-slips'
import { checkTexts } from './check-texts'
import { type EarlierDraft, earlierReports, lastReport } from './earlier-reports'

/** What the draft is checked with besides itself. */
export interface CheckContext {
  /** Name of the draft's own file. */
  file?: string
  /** Drafts of earlier years as they lie in their files. */
  previous?: EarlierDraft[]
}

/** Everything that shows only beside the reports of earlier years (domain.md X-1, T2-1, T2-2, T2-6 to T2-8, T4-3). */
export function checkAgainstEarlier(
  format: Format,
  draft: PrintedDraft,
  values: Map<string, FigureValue>,
  { file, previous = [] }: CheckContext,
): Finding[] {
  const reports = earlierReports(draft, previous)
  const last = lastReport(draft, reports)
  const continuity = checkContinuity(draft, format, values, last, file)
  return [
    ...continuity,
    ...checkChangedFiles(draft, format, previous, continuity, file),
    ...checkSlips(format, values, last),
    ...checkReappearance(format, values, last),
    ...checkEarlierYears(format, reports),
    ...checkUnconfirmed(draft, format),
    ...checkChanges(draft, format, values, last, reports),
  ]
}

/** The text beside that of earlier years (domain.md X-4). */
export function checkTextsAgainstEarlier(
  format: Format,
  draft: PrintedDraft,
  { previous = [] }: CheckContext,
): Finding[] {
  return checkTexts(draft, format, earlierReports(draft, previous))
}
