import { expect, test } from 'vitest'
import { callRounds } from './support/call-rounds'

// A hundred thousand of them: npm run fuzz -- calls.
test('a page that somebody has taken over reaches no file, learns no path and stops nothing', {
  timeout: 180_000,
}, async () => {
  const seed = Date.now() % 2 ** 31
  const run = await callRounds(seed, 2000)
  expect(run, `npm run fuzz -- calls 2000 ${seed}`).toMatchObject({ isAlive: true, leaks: [], changed: [] })
  // Without strace nobody sees what was only read.
  expect(run.foreign ?? []).toEqual([])
  expect(run.refused).toBeGreaterThan(200)
  expect(run.replied).toBeGreaterThan(200)
})
