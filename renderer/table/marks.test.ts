import { describe, expect, test } from 'vitest'
import type { Finding } from '../../shared/check/finding'
import { formats } from '../../shared/format/formats'
import { marksOf, relatedCells } from './marks'

const format = formats.find(({ id }) => id === '2021')

function marks(findings: Finding[]) {
  if (!format) throw new Error('no format 2021')
  return Object.fromEntries(
    marksOf(format, findings, new Map(findings.map((finding, index) => [finding, index + 1]))),
  )
}

const review = ['total', 'upheld', 'corrected', 'other', 'pending'].map((column) => `t4.review.${column}`)
const wrongTotal: Finding = {
  rule: 'T4-1',
  severity: 'error',
  chapter: '4',
  cells: review,
  message: '填 65，合计 56',
  found: '65',
  expected: '56',
}
const column = ['received', 'broughtForward', 'total', 'carriedForward'].map((row) => `t3.${row}.individual`)
const unequal: Finding = {
  rule: 'T3-1',
  severity: 'error',
  chapter: '3',
  cells: column,
  message: '自然人一列不平',
  found: '57',
  expected: '60',
}
const blank: Finding = {
  rule: 'T3-4',
  severity: 'warning',
  chapter: '4',
  cells: ['t4.review.total'],
  message: '没有填',
}

describe('marks', () => {
  test('a wrong total is marked at the total alone, with what was expected', () => {
    expect(marks([wrongTotal])).toEqual({
      't4.review.total': { severity: 'error', number: 1, messages: ['填 65，合计 56'], expected: '56' },
    })
  })

  test('where no total is to blame, every term is marked', () => {
    const mark = { severity: 'error', number: 1, messages: ['自然人一列不平'] }
    expect(marks([unequal])).toEqual(Object.fromEntries(column.map((cell) => [cell, mark])))
  })

  test('a cell with several findings has the gravest of them and the first number', () => {
    expect(marks([blank, wrongTotal])['t4.review.total']).toEqual({
      severity: 'error',
      number: 1,
      messages: ['没有填', '填 65，合计 56'],
      expected: '56',
    })
  })

  test('a finding kept with a reason still shows both numbers, but no error', () => {
    expect(marks([{ ...wrongTotal, waived: { reason: '口径不同' } }])['t4.review.total']).toEqual({
      number: 1,
      messages: ['填 65，合计 56'],
      expected: '56',
    })
  })
})

test('related are all cells of the findings a cell takes part in', () => {
  expect([...relatedCells([wrongTotal, unequal], 't4.review.pending')]).toEqual(review)
  expect(relatedCells([wrongTotal, unequal], 't4.direct.pending').size).toBe(0)
  expect(relatedCells([wrongTotal], undefined).size).toBe(0)
})
