import { describe, expect, test } from 'vitest'
import type { CellKind } from '../../shared/format/format'
import { clearChanges, fillChanges, pasteChanges } from './block-edits'
import type { FigurePlace } from './cell-map'

function figure(cell: string, holds: CellKind = 'count', row = 0, column = 0): FigurePlace {
  return { cell, holds, row, column, end: column + 1 }
}

describe('pasting', () => {
  test.each<[string, CellKind, unknown]>([
    ['1,234', 'count', 1234],
    ['５６ 件', 'count', 56],
    ['-', 'count', undefined],
    ['', 'count', undefined],
    ['六十', 'count', '六十'],
    ['-5', 'count', '-5'],
    ['😀', 'count', '😀'],
    ['增加 62 个', 'change', 62],
    ['12.50', 'amount', '12.50'],
    ['973.90万元', 'money', '973.90万元'],
  ])('%s into a %s leaves %j in the draft', (text, holds, entry) => {
    expect(pasteChanges(new Map([[figure('a', holds), text]])).changes).toEqual({ a: entry })
  })

  test('texts no cell accepts are counted, those too long leave the cell as it was', () => {
    const texts = new Map([
      [figure('a'), '1'],
      [figure('b'), 'abc'],
      [figure('c'), '9'.repeat(400)],
    ])
    expect(pasteChanges(texts)).toEqual({ changes: { a: 1, b: 'abc' }, refused: 1, tooLong: ['c'] })
  })
})

test('clearing touches only what was entered', () => {
  expect(clearChanges({ a: 1, c: 'abc' }, [[figure('a'), figure('b')], [figure('c')]])).toEqual({
    a: undefined,
    c: undefined,
  })
})

test('filling down repeats the first row, column by column, in the way each cell takes it', () => {
  const rows = [
    [figure('a1', 'count', 0, 0), figure('b1', 'count', 0, 1)],
    [figure('a2', 'change', 1, 0), figure('b2', 'count', 1, 1)],
    [figure('a3', 'count', 2, 0), figure('b3', 'count', 2, 1)],
  ]
  expect(fillChanges({ a1: 7, b2: 9 }, rows)).toEqual({ a2: 7, b2: undefined, a3: 7, b3: undefined })
})
