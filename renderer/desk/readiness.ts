/** What still stands between the draft and handing it in. */

import type { Finding } from '../../shared/check/finding'

/** An error, or a gap: a warning about a place where nothing stands. Other warnings are for the clerk to judge. */
export function mustBePutRight(finding: Finding): boolean {
  if (finding.waived) return false
  return finding.severity === 'error' || isGap(finding)
}

/** A place left empty: cells, a chapter, the organ's name. Something expected beside what stands there is no gap. */
export function isGap({ severity, found, expected, text }: Finding): boolean {
  return severity === 'warning' && found === undefined && expected === undefined && text === undefined
}
