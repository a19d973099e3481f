/** Keeping a finding on purpose, with its reason. Recipes, each one undo step. */

import type { Finding } from '../../shared/check/finding'
import { fingerprint } from '../../shared/check/fingerprint'
import type { Draft } from '../../shared/draft/draft'

/** Longer reasons belong in the report. */
export const REASON_LIMIT = 200

/** Recipe: the finding stays, for this reason. */
export function keep(draft: Draft, finding: Finding, reason: string): void {
  takeBack(draft, finding)
  draft.waivers.push({ finding: fingerprint(finding), reason: reason.trim() })
}

/** Recipe: the finding is open again. */
export function takeBack(draft: Draft, finding: Finding): void {
  const mark = fingerprint(finding)
  draft.waivers = draft.waivers.filter((waiver) => waiver.finding !== mark)
}
