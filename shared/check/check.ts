import type { Draft } from '../draft/draft'
import { computeFigures } from '../draft/figures'
import type { Format } from '../format/format'
import { checkBasics } from './check-basics'
import { checkChapters } from './check-chapters'
import { checkEntries } from './check-entries'
import { checkSums } from './check-sums'
import { checkContent } from './content/check-content'
import type { Finding } from './finding'
import { fingerprint } from './fingerprint'

/**
 * Everything that is wrong or doubtful in the draft, in the order of the report. Findings the clerk keeps on purpose
 * are among them, each with its reason.
 */
export function check(draft: Draft, format: Format): Finding[] {
  const values = computeFigures(format, draft.figures)
  const findings = [
    ...checkBasics(draft),
    ...checkEntries(format, draft.figures, values),
    ...checkSums(format, values),
    ...checkChapters(format, draft.prose),
    ...checkContent(format, draft, values),
  ]
  const order = ['basics', 'preamble', ...format.chapters.map(({ id }) => id)]
  const inOrder = findings.sort((one, other) => order.indexOf(one.chapter) - order.indexOf(other.chapter))
  return withWaivers(inOrder, draft)
}

function withWaivers(findings: Finding[], { waivers }: Draft): Finding[] {
  if (waivers.length === 0) return findings
  const reasons = new Map(waivers.map(({ finding, reason }) => [finding, reason]))
  return findings.map((finding) => {
    const reason = reasons.get(fingerprint(finding))
    return reason === undefined ? finding : { ...finding, waived: { reason } }
  })
}
