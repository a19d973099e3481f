import { describe, expect, it } from 'vitest'
import { digitSlip, placeSlip } from './slips'

describe('what stands there looks like what should', () => {
  it.each([
    ['two digits swapped', 12, 21, 'swapped'],
    ['two digits swapped that are no neighbours', 321, 123, 'swapped'],
    ['a digit left out', 15, 125, 'dropped'],
    ['a leading digit left out, a nought behind it', 5, 105, 'dropped'],
    ['a digit typed twice', 1225, 125, 'doubled'],
    ['a digit too many', 1275, 125, 'extra'],
    ['a nought left out', 12, 120, 'factorTen'],
    ['a nought too many', 120, 12, 'factorTen'],
    ['one digit wrong', 127, 125, 'wrongDigit'],
    ['two numbers that have nothing in common', 127, 803, undefined],
    ['one-digit numbers, which are all one digit apart', 3, 4, undefined],
    ['nothing in place of a number', 0, 7, undefined],
    ['a number in place of nothing', 7, 0, undefined],
  ])('%s: %d for %d', (_fact, stands, right, slip) => {
    expect(digitSlip(stands, right)).toBe(slip)
  })
})

describe('values that moved', () => {
  const at = (row: number, column: number, stands: number | undefined, right: number) => ({
    row,
    column,
    stands,
    right,
  })

  it.each([
    ['one column off, its place blank', [at(3, 1, undefined, 7), at(3, 2, 7, 0)], 'column'],
    ['one column off, over what belongs there', [at(3, 1, 0, 7), at(3, 2, 7, 4)], 'column'],
    ['one column off, added to what belongs there', [at(3, 1, 0, 7), at(3, 2, 11, 4)], 'addedColumn'],
    ['one row off', [at(3, 1, 0, 7), at(4, 1, 7, 0)], 'row'],
    ['two neighbours exchanged', [at(3, 1, 4, 7), at(3, 2, 7, 4)], 'exchanged'],
    [
      'a row pasted one column off',
      [at(3, 0, 0, 7), at(3, 1, 7, 8), at(3, 2, 8, 9), at(3, 3, 9, 5)],
      'column',
    ],
    ['two columns off, which nobody does', [at(3, 1, 0, 7), at(3, 3, 7, 0)], undefined],
    ['neighbours that are wrong each for itself', [at(3, 1, 3, 7), at(3, 2, 5, 6)], undefined],
    ['a single cell', [at(3, 1, 3, 7)], undefined],
  ])('%s', (_fact, changes, slip) => {
    expect(placeSlip(changes)).toBe(slip)
  })
})
