/** The review's order: what must be put right first, and in each group chapter by chapter. */

import type { Finding } from '../../../shared/check/finding'
import type { Step } from '../../desk/place'
import { isGap } from '../../desk/readiness'

export type GroupName = 'error' | 'gap' | 'warning' | 'info'

export interface ReviewGroup {
  name: GroupName
  chapters: { step: Step; findings: Finding[] }[]
  count: number
}

const order: GroupName[] = ['error', 'gap', 'warning', 'info']

/** Groups that have something in them; findings kept on purpose are left out. */
export function reviewGroups(findings: Finding[], steps: Step[]): ReviewGroup[] {
  const open = findings.filter((finding) => !finding.waived)
  return order.flatMap((name) => {
    const mine = open.filter((finding) => groupOf(finding) === name)
    const chapters = steps
      .map((step) => ({ step, findings: mine.filter((finding) => finding.chapter === step) }))
      .filter(({ findings: here }) => here.length > 0)
    return chapters.length > 0 ? [{ name, chapters, count: mine.length }] : []
  })
}

function groupOf(finding: Finding): GroupName {
  return isGap(finding) ? 'gap' : finding.severity
}
