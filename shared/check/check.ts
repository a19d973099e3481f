import type { Draft } from '../draft/draft'
import { computeFigures } from '../draft/figures'
import type { Format } from '../format/format'
import { printedDraft } from '../linked/printed-prose'
import { checkBasics } from './check-basics'
import { checkChapters } from './check-chapters'
import { checkEntries } from './check-entries'
import { checkLinked } from './check-linked'
import { checkSums } from './check-sums'
import { checkContent, checkProse } from './content/check-content'
import {
  type CheckContext,
  checkAgainstEarlier,
  checkTextsAgainstEarlier,
} from './continuity/check-continuity'
import type { Finding } from './finding'
import { fingerprint } from './fingerprint'
import { checkText } from './text/check-text'

/**
 * Everything that is wrong or doubtful in the draft, in the order of the report. Findings the clerk keeps on purpose
 * are among them, each with its reason. `context` brings in what lies outside the draft: its file's name and the files
 * of earlier years.
 */
export function check(draft: Draft, format: Format, context: CheckContext = {}): Finding[] {
  return inReportOrder(draft, format, [
    ...checkFigures(draft, format, context),
    ...checkWords(draft, format, context),
  ])
}

/** What the fields and tables show, and what is missing: quick, however long the text is. */
export function checkFigures(draft: Draft, format: Format, context: CheckContext = {}): Finding[] {
  const printed = printedDraft(draft, format)
  const values = computeFigures(format, draft.figures)
  return [
    ...checkBasics(draft),
    ...checkEntries(format, draft.figures, values),
    ...checkSums(format, draft.figures, values),
    ...checkChapters(format, printed.prose),
    ...checkContent(format, printed, values),
    ...checkLinked(draft, format),
    ...checkAgainstEarlier(format, printed, values, context),
  ]
}

/** What only reading the text shows: takes the longer, the longer it is. */
export function checkWords(draft: Draft, format: Format, context: CheckContext = {}): Finding[] {
  const printed = printedDraft(draft, format)
  return [
    ...checkProse(format, printed),
    ...checkText(draft, format),
    ...checkTextsAgainstEarlier(format, printed, context),
  ]
}

/** The findings of both as they are shown: in the order of the report, with the reasons of those that are kept. */
export function inReportOrder(draft: Draft, format: Format, findings: Finding[]): Finding[] {
  const order = ['basics', 'preamble', ...format.chapters.map(({ id }) => id)]
  const inOrder = withoutRepeats(findings).sort(
    (one, other) => order.indexOf(one.chapter) - order.indexOf(other.chapter),
  )
  return withWaivers(inOrder, draft)
}

/** A wrong year is told once: as a wrong year (P-9), not also as a remnant of last year's text. */
function withoutRepeats(findings: Finding[]): Finding[] {
  const years = findings.flatMap(({ rule, text }) => (rule === 'P-9' && text ? [text] : []))
  if (years.length === 0) return findings
  return findings.filter(
    ({ rule, text }) =>
      rule !== 'X-4' ||
      !years.some(({ slot, start, end }) => slot === text?.slot && start <= text.start && text.end <= end),
  )
}

function withWaivers(findings: Finding[], { waivers }: Pick<Draft, 'waivers'>): Finding[] {
  if (waivers.length === 0) return findings
  const reasons = new Map(waivers.map(({ finding, reason }) => [finding, reason]))
  return findings.map((finding) => {
    const reason = reasons.get(fingerprint(finding))
    return reason === undefined ? finding : { ...finding, waived: { reason } }
  })
}
