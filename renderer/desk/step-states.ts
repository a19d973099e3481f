/** How far each step is, for the rail. */

import type { Finding } from '../../shared/check/finding'
import { preambleText } from '../../shared/compose/preamble'
import type { Draft } from '../../shared/draft/draft'
import type { Chapter, Format } from '../../shared/format/format'
import { findingsOf, formatOf } from './derived'
import type { Exported } from './desk-state'
import type { Step } from './place'
import { mustBePutRight } from './readiness'
import { shownFindings } from './shown-findings'
import { stepsOf } from './steps'

export type StepState = 'untouched' | 'inProgress' | 'problems' | 'done'

export interface StepProgress {
  step: Step
  state: StepState
  /** Problems the form shows: of this step, for the review of all steps. */
  problems: number
}

export function stepStates(
  draft: Draft,
  touched: ReadonlySet<string>,
  exported: Exported | null,
): StepProgress[] {
  const format = formatOf(draft)
  const all = findingsOf(draft)
  const shown = shownFindings(draft, touched).filter(isProblem)
  return stepsOf(format).map((step) => {
    if (step === 'review') return reviewState(draft, shown.length)
    if (step === 'export') return { step, state: exportState(draft, exported), problems: 0 }
    const problems = shown.filter((finding) => finding.chapter === step).length
    return { step, problems, state: contentState(draft, format, step, problems, all) }
  })
}

/** Information is no problem: it never marks a step. */
function isProblem(finding: Finding): boolean {
  return finding.severity !== 'info' && !finding.waived
}

function contentState(draft: Draft, format: Format, step: Step, problems: number, all: Finding[]): StepState {
  if (problems > 0) return 'problems'
  if (!hasContent(draft, format, step)) return 'untouched'
  const left = all.some((finding) => finding.chapter === step && isProblem(finding))
  return left || isIncomplete(draft, step) ? 'inProgress' : 'done'
}

function hasContent(draft: Draft, format: Format, step: Step): boolean {
  if (step === 'basics') return Object.values(draft.publisher).some(isFilledIn)
  if (step === 'preamble') return draft.publisher.name !== '' && preambleText(draft, format) !== ''
  const chapter = format.chapters.find((candidate) => candidate.id === step)
  return chapter !== undefined && (hasProse(draft, chapter) || hasFigures(draft, chapter))
}

/** The organ's kind is always set and says nothing about whether the clerk has begun. */
const kinds = new Set(['government', 'department', 'town', 'street'])

function isFilledIn(value: unknown): boolean {
  if (typeof value === 'string') return value !== '' && !kinds.has(value)
  if (Array.isArray(value)) return value.length > 0
  return typeof value === 'object' && value !== null && Object.keys(value).length > 0
}

function isIncomplete(draft: Draft, step: Step): boolean {
  return step === 'basics' && draft.publisher.name === ''
}

function hasProse(draft: Draft, chapter: Chapter): boolean {
  return Object.entries(draft.prose).some(
    ([slot, blocks]) => (slot === chapter.id || slot.startsWith(`${chapter.id}.`)) && blocks.length > 0,
  )
}

function hasFigures(draft: Draft, chapter: Chapter): boolean {
  if (chapter.body.kind !== 'table') return false
  const prefix = `${chapter.body.table}.`
  return Object.keys(draft.figures).some((cell) => cell.startsWith(prefix))
}

function reviewState(draft: Draft, problems: number): StepProgress {
  if (problems > 0) return { step: 'review', state: 'problems', problems }
  const begun = Object.keys(draft.figures).length > 0 || Object.keys(draft.prose).length > 0
  if (!begun) return { step: 'review', state: 'untouched', problems: 0 }
  const left = findingsOf(draft).some(mustBePutRight)
  return { step: 'review', state: left ? 'inProgress' : 'done', problems: 0 }
}

function exportState(draft: Draft, exported: Exported | null): StepState {
  if (exported?.kind === 'failed') return 'problems'
  if (exported?.kind !== 'done') return 'untouched'
  return exported.draft === draft ? 'done' : 'inProgress'
}
