import { describe, expect, test } from 'vitest'
import { median, percentile } from './statistics'

describe('median', () => {
  test.each([
    ['one value is its own median', [7], 7],
    ['of an odd number it is the one in the middle', [9, 1, 5], 5],
    ['of an even number it is between the two in the middle', [4, 1, 2, 9], 3],
  ])('%s', (_name, values, expected) => {
    expect(median(values)).toBe(expected)
  })
})

describe('percentile', () => {
  const hundred = Array.from({ length: 100 }, (_, index) => 100 - index)

  test.each([
    [0.95, 95],
    [0.5, 50],
    [1, 100],
    [0, 1],
  ])('at %d of 1 to 100 it is %d', (share, expected) => {
    expect(percentile(hundred, share)).toBe(expected)
  })
})
