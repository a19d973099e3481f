/** The review's order: what must be put right first, and in each group chapter by chapter. */

import type { Finding } from '../../../shared/check/finding'
import type { Step } from '../../desk/place'
import { isGap } from '../../desk/readiness'

export type GroupName = 'error' | 'gap' | 'warning' | 'info' | 'kept'

export interface ReviewGroup {
  name: GroupName
  chapters: { step: Step; findings: Finding[] }[]
  count: number
}

/** What of the review is shown; undefined: everything. */
export interface ReviewFilter {
  group?: GroupName | undefined
  step?: Step | undefined
}

const order: GroupName[] = ['error', 'gap', 'warning', 'info', 'kept']

/** Groups that have something in them; findings kept on purpose are a group of their own, the last. */
export function reviewGroups(findings: Finding[], steps: Step[]): ReviewGroup[] {
  return order.flatMap((name) => {
    const mine = findings.filter((finding) => groupOf(finding) === name)
    const chapters = steps
      .map((step) => ({ step, findings: mine.filter((finding) => finding.chapter === step) }))
      .filter(({ findings: here }) => here.length > 0)
    return chapters.length > 0 ? [{ name, chapters, count: mine.length }] : []
  })
}

/** The groups as far as the filter lets them through. */
export function filterGroups(groups: ReviewGroup[], { group, step }: ReviewFilter): ReviewGroup[] {
  return groups.flatMap(({ name, chapters }) => {
    const here = step === undefined ? chapters : chapters.filter((chapter) => chapter.step === step)
    if (here.length === 0 || (group !== undefined && group !== name)) return []
    return [{ name, chapters: here, count: here.reduce((sum, { findings }) => sum + findings.length, 0) }]
  })
}

function groupOf(finding: Finding): GroupName {
  if (finding.waived) return 'kept'
  return isGap(finding) ? 'gap' : finding.severity
}
