import type { Page } from 'playwright-core'
import { launch } from '../../electron/e2e/support/launch'
import { goToStep, openSample, stepNames } from '../scripts/sample-on-desk'
import { median, percentile } from './statistics'

/** Keys typed in each of the runs: enough that the 95th percentile is not the slowest of a handful. */
const KEYS_A_RUN = 5

/**
 * Main-thread milliseconds from the key to the committed page for keys typed into Table 3 of a full report: the
 * handlers, the new draft, its totals and findings, React's commit, style and layout. Painting comes after.
 */
export async function measureKeyToCommit(runs: number): Promise<number[]> {
  const desk = await launch()
  const { page } = desk
  await openSample(page, /2021年格式/)
  const table3 = (await stepNames(page)).find((name) => name.includes('依申请公开'))
  if (table3 === undefined) throw new Error('The rail has no step for Table 3.')
  await goToStep(page, table3)
  const cells = page.locator('table input')
  await cells.first().waitFor()
  await page.evaluate(watchKeys)
  const count = await cells.count()
  for (let key = 0; key < runs * KEYS_A_RUN; key++) {
    await cells.nth((key * 37) % count).focus()
    await untilIdle(page)
    await page.keyboard.press(String(1 + (key % 9)))
  }
  await untilIdle(page)
  const times = await page.evaluate(() => (globalThis as unknown as { keyTimes: number[] }).keyTimes)
  await desk.kill()
  desk.removeProfile()
  return times
}

export function keyToCommitLines(times: number[]): string[] {
  return [
    `Key to commit in Table 3, all rules live, ${times.length} keys`,
    `  main thread    median ${median(times).toFixed(1)} ms, 95 % ${percentile(times, 0.95).toFixed(1)} ms (goal 8 ms)`,
  ]
}

/** Runs in the page. React flushes what a key changed in a microtask of the input event; ours comes after it. */
function watchKeys(): void {
  const keyTimes: number[] = []
  Object.assign(globalThis, { keyTimes })
  let started = 0
  addEventListener('keydown', () => (started = performance.now()), { capture: true })
  addEventListener('input', () =>
    queueMicrotask(() =>
      queueMicrotask(() => {
        document.body.getBoundingClientRect()
        keyTimes.push(performance.now() - started)
      }),
    ),
  )
}

function untilIdle(page: Page): Promise<unknown> {
  return page.evaluate(() => new Promise((done) => requestIdleCallback(done)))
}
