import { expect, test } from 'vitest'
import { formats } from '../../shared/format/formats'
import { mapCells } from './cell-map'
import { rowsOfRange } from './selection'

function range(table: string, anchor: string, head: string): string[][] {
  const grid = formats.find(({ id }) => id === '2021')?.tables.find(({ id }) => id === table)?.grid
  if (!grid) throw new Error(`no table ${table}`)
  return rowsOfRange(mapCells(grid), { anchor, head }).map((row) => row.map(({ cell }) => cell))
}

test.each([
  ['one figure', 't4', 't4.review.other', 't4.review.other', [['t4.review.other']]],
  [
    'drawn backwards',
    't3',
    't3.partial.business',
    't3.granted.individual',
    [
      ['t3.granted.individual', 't3.granted.business'],
      ['t3.partial.individual', 't3.partial.business'],
    ],
  ],
  [
    'a merged figure belongs to it when touched, bands and headings never',
    't2',
    't2.normative.repealed',
    't2.licensing.decisions',
    [['t2.normative.issued', 't2.normative.repealed', 't2.normative.inForce'], ['t2.licensing.decisions']],
  ],
  ['a figure of another table', 't4', 't4.review.other', 't3.granted.total', []],
])('%s', (_, table, anchor, head, cells) => {
  expect(range(table, anchor, head)).toEqual(cells)
})
