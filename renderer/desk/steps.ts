/** The wizard's steps, in the report's order. */

import type { Format } from '../../shared/format/format'
import type { Step } from './place'

export function stepsOf(format: Format): Step[] {
  return ['basics', 'preamble', ...format.chapters.map((chapter) => chapter.id), 'review', 'export']
}

/** Review and export speak of the whole report: nothing stands beside them. */
export function stepHasPanel(step: Step): boolean {
  return step !== 'review' && step !== 'export'
}

/** The step before (-1) or after (1); the first and last have no neighbour on that side. */
export function neighbour(format: Format, step: Step, direction: 1 | -1): Step | undefined {
  const steps = stepsOf(format)
  return steps[steps.indexOf(step) + direction]
}
