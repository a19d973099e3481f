import { launch } from '../../electron/e2e/support/launch'
import { goToStep, openSample, stepNames } from '../scripts/sample-on-desk'
import { median, percentile } from './statistics'

/** Main-thread milliseconds for each key typed into Table 3: script, style, layout and paint of the window's process. */
export async function measureKeyToCommit(runs: number): Promise<number[]> {
  const desk = await launch()
  const { page } = desk
  await openSample(page, /2021年格式/)
  const table3 = (await stepNames(page)).find((name) => name.includes('依申请公开'))
  if (table3 === undefined) throw new Error('The rail has no step for Table 3.')
  await goToStep(page, table3)
  const cells = page.locator('table input')
  await cells.first().waitFor()
  const debug = await page.context().newCDPSession(page)
  await debug.send('Performance.enable')
  const busy = async (): Promise<number> => {
    const { metrics } = await debug.send('Performance.getMetrics')
    return 1000 * (metrics.find(({ name }) => name === 'TaskDuration')?.value ?? Number.NaN)
  }
  const settle = () =>
    page.evaluate(
      () =>
        new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(done, 20)))),
    )
  const work = async (key: string): Promise<number> => {
    await settle()
    const before = await busy()
    await page.keyboard.press(key)
    await settle()
    return (await busy()) - before
  }
  await cells.nth(20).focus()
  const idle: number[] = []
  for (let run = 0; run < runs; run++) idle.push(await work('Shift'))
  const typed: number[] = []
  for (let run = 0; run < runs; run++) {
    await cells.nth(20 + run).focus()
    typed.push(await work(String(1 + (run % 9))))
  }
  await desk.kill()
  desk.removeProfile()
  // What a key that changes nothing costs is the measuring itself: its two frames and its questions.
  const measuring = median(idle)
  return typed.map((time) => Math.max(0, time - measuring))
}

export function keyToCommitLines(times: number[]): string[] {
  return [
    `Key to commit in Table 3, all rules live, ${times.length} keys`,
    `  main thread    median ${median(times).toFixed(1)} ms, 95 % ${percentile(times, 0.95).toFixed(1)} ms (goal 8 ms)`,
  ]
}
