import { expect, test } from 'vitest'
import { localDate } from './local-date'

test.each([
  [new Date(2026, 0, 5, 0, 0, 0), '2026-01-05'],
  [new Date(2026, 11, 31, 23, 59, 59), '2026-12-31'],
])('the day is the one on the wall', (time, day) => {
  expect(localDate(time)).toBe(day)
})
