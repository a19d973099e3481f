import { assert, constantFrom, dictionary, integer, oneof, property, string } from 'fast-check'
import { describe, expect, it } from 'vitest'
import { cellsOf } from '../format/cells'
import { formats, proposeFormat } from '../format/formats'
import { computeFigures, isTotal } from './figures'

const format = proposeFormat(2025)

function shown(figures: Record<string, number | string>, cell: string) {
  return computeFigures(format, figures).get(cell)
}

describe('computed totals', () => {
  it('sums the six kinds of applicants, a blank counting 0', () => {
    expect(shown({ 't3.granted.individual': 57, 't3.granted.legal': 3 }, 't3.granted.total')).toEqual({
      kind: 'computed',
      text: '60',
      number: 60,
    })
  })

  it('sums the results of a column, and the totals of the rows in the corner', () => {
    const figures = { 't3.granted.individual': 2, 't3.refused.3.business': 3, 't3.other.3.individual': 4 }
    expect(shown(figures, 't3.total.individual')).toMatchObject({ number: 6 })
    expect(shown(figures, 't3.total.total')).toMatchObject({ number: 9 })
  })

  it('leaves a total blank while all of its parts are', () => {
    expect(shown({ 't3.granted.individual': 57 }, 't3.partial.total')).toEqual({ kind: 'blank' })
  })

  it('computes nothing from a part no cell accepts, nor from a total that hangs on it', () => {
    const figures = { 't3.granted.individual': 'abc', 't3.granted.legal': 3, 't3.partial.legal': 1 }
    for (const cell of ['t3.granted.total', 't3.total.individual', 't3.total.total'])
      expect(shown(figures, cell)).toEqual({ kind: 'blank', refusedPart: true })
    expect(shown(figures, 't3.total.legal')).toMatchObject({ number: 4 })
  })

  it('leaves an entered total as it is, right or wrong', () => {
    const figures = { 't3.granted.individual': 57, 't3.granted.total': 65 }
    expect(shown(figures, 't3.granted.total')).toEqual({ kind: 'entered', text: '65', number: 65 })
    expect(shown(figures, 't3.total.total')).toMatchObject({ number: 65 })
  })
})

describe('entered cells', () => {
  it.each([
    ['t3.granted.individual', 0, { kind: 'entered', text: '0', number: 0 }],
    ['t3.granted.individual', '-', { kind: 'blank' }],
    ['t3.granted.individual', '约5', { kind: 'refused', text: '约5', reason: '要填数字' }],
    ['t2.fees.amount', '12.50', { kind: 'entered', text: '12.50', number: 12.5 }],
  ])('%s with %j', (cell, entry, value) => {
    expect(shown({ [cell]: entry }, cell)).toEqual(value)
  })

  it('shows money as written, without a number', () => {
    const values = computeFigures(proposeFormat(2020), {
      't2.procurement.amount': '973.90万元',
      't2.fees.change': 62,
    })
    expect(values.get('t2.procurement.amount')).toEqual({ kind: 'entered', text: '973.90万元' })
    expect(values.get('t2.fees.change')).toEqual({ kind: 'entered', text: '+62', number: 62 })
  })
})

it('knows which cells are totals', () => {
  const totals = cellsOf(format).filter(({ cell }) => isTotal(format, cell))
  // 25 rows and 6 further columns of table 3, three of table 4.
  expect(totals).toHaveLength(25 + 6 + 3)
})

describe.each(formats)('in the $id format', (each) => {
  const cells = cellsOf(each).map(({ cell }) => cell)

  it('gives every cell a value whatever was entered', () => {
    const entries = oneof(integer({ min: 0, max: 999 }), string({ maxLength: 5 }))
    assert(
      property(dictionary(constantFrom(...cells, '__proto__', 'constructor'), entries), (figures) => {
        const values = computeFigures(each, figures)
        expect([...values.keys()]).toEqual(cells)
      }),
    )
  })
})
