import { describe, expect, it } from 'vitest'
import { cellInfo, cellsOf } from './cells'
import { formatById, formats, proposeFormat } from './formats'
import { proseSlots } from './slots'

function formatOf(id: string) {
  const format = formatById(id)
  if (!format) throw new Error(`No format ${id}`)
  return format
}

describe('the format proposed for a year', () => {
  it.each([
    [2018, '2019'],
    [2019, '2019'],
    [2020, '2019'],
    [2021, '2021'],
    [2025, '2021'],
    [2040, '2021'],
  ])('%d: %s', (year, id) => {
    expect(proposeFormat(year).id).toBe(id)
  })
})

describe('cells', () => {
  it.each([
    ['2021', { t2: 10, t3: 25 * 7, t4: 15 }],
    ['2019', { t2: 6 + 12 + 2 + 2, t3: 23 * 7, t4: 15 }],
  ])('the %s format has the figures of domain.md sections 1.3 to 1.6', (id, counts) => {
    const found: Record<string, number> = {}
    for (const { table } of cellsOf(formatOf(id))) found[table.id] = (found[table.id] ?? 0) + 1
    expect(found).toEqual(counts)
  })

  it.each([
    ['2021', 't3.granted.total', '表三（一）予以公开·总计'],
    ['2021', 't3.received.individual', '表三·一、本年新收·自然人'],
    ['2021', 't2.fees.amount', '表二·行政事业性收费·本年收费金额'],
    ['2019', 't4.direct.pending', '表四·行政诉讼·未经复议直接起诉·尚未审结'],
  ])('%s %s is called %s', (id, cell, name) => {
    expect(cellInfo(formatOf(id), cell)?.name).toBe(name)
  })

  it('knows the kind of a figure and its chapter', () => {
    expect(cellInfo(formatOf('2019'), 't2.procurement.amount')).toMatchObject({
      holds: 'money',
      chapter: '2',
    })
    expect(cellInfo(formatOf('2021'), 't4.review.total')).toMatchObject({ holds: 'count', chapter: '4' })
  })

  it.each(['t3.other.individual', 't3.granted', '__proto__', 'constructor', ''])(
    'the 2021 format has no cell %j',
    (cell) => {
      expect(cellInfo(formatOf('2021'), cell)).toBeUndefined()
    },
  )
})

it.each(formats)('$id: prose stands in chapters 一, 五, 六 and around the tables of 二, 三, 四', (format) => {
  expect(proseSlots(format).map(({ slot }) => slot)).toEqual([
    '1',
    '2.before',
    '2.after',
    '3.before',
    '3.after',
    '4.before',
    '4.after',
    '5',
    '6',
  ])
})
