import { sampleDrafts } from '../../../electron/e2e/support/sample-drafts'
import { carryOver, nextYear } from '../../../shared/carry-over/carry-over'
import { median, percentile } from '../statistics'

/** Issue 5: the start of this year's draft from last year's, in milliseconds. */
export const BOUND = 50

const WARM_UP = 20

export interface RollOver {
  name: string
  /** Milliseconds, one for each round. */
  times: number[]
}

/** Carries every sample over to its next year, round after round. Each round starts from a copy nobody has read. */
export function measureRollOver(rounds: number): RollOver[] {
  const measured = sampleDrafts.map(({ name }): RollOver => ({ name, times: [] }))
  for (let round = -WARM_UP; round < rounds; round++)
    for (const [index, { draft }] of sampleDrafts.entries()) {
      const last = structuredClone(draft)
      const started = performance.now()
      carryOver(last, { year: nextYear(last) })
      const took = performance.now() - started
      if (round >= 0) measured[index]?.times.push(took)
    }
  return measured
}

export function slowest(measured: RollOver[]): number {
  return Math.max(...measured.map(({ times }) => percentile(times, 0.95)))
}

export function rollOverLines(measured: RollOver[]): string[] {
  const rows = measured.map(
    ({ name, times }) =>
      `  ${name.padEnd(16)} ${median(times).toFixed(2)} ms median, ${percentile(times, 0.95).toFixed(2)} ms p95`,
  )
  return [`Roll-over to the next year (bound ${BOUND} ms)`, ...rows]
}
