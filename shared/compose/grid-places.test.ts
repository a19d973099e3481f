import { expect, it } from 'vitest'
import type { DocumentCell } from './document'
import { gridPlaces } from './grid-places'

it('gridPlaces has a cell that reaches down in every row it covers', () => {
  const cell = (text: string, colSpan: number, rowSpan: number): DocumentCell => ({
    role: 'text',
    runs: [{ text }],
    colSpan,
    rowSpan,
  })
  const rows = [
    [cell('甲', 2, 2), cell('乙', 1, 1)],
    [cell('丙', 1, 1)],
    [cell('丁', 1, 1), cell('戊', 1, 1), cell('己', 1, 1)],
  ]
  const places = gridPlaces({ caption: '', widths: [1, 1, 1], headerRows: 0, rows })
  expect(
    places.map((row) => row.map(({ cell, column, continues }) => [cell.runs[0]?.text, column, continues])),
  ).toEqual([
    [
      ['甲', 0, false],
      ['乙', 2, false],
    ],
    [
      ['甲', 0, true],
      ['丙', 2, false],
    ],
    [
      ['丁', 0, false],
      ['戊', 1, false],
      ['己', 2, false],
    ],
  ])
})
