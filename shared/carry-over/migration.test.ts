import { describe, expect, it } from 'vitest'
import { cellInfo, cellsOf } from '../format/cells'
import { formatById, formats, proposeFormat } from '../format/formats'
import { fateOf, fatesOf, migrateFigures } from './migration'

const [old, current] = [proposeFormat(2020), proposeFormat(2021)]

describe('2019 → 2021', () => {
  it('every old cell either has a cell of the same kind or is dropped with a reason', () => {
    const fates = fatesOf(old, current)
    expect(fates.map(({ cell }) => cell)).toEqual(cellsOf(old).map(({ cell }) => cell))
    for (const fate of fates) {
      if (fate.kind === 'dropped') expect(fate.reason, fate.cell).toMatch(/。$/)
      else expect(cellInfo(current, fate.to)?.holds, fate.cell).toBe(cellInfo(old, fate.cell)?.holds)
    }
    const moved = fates.flatMap((fate) => (fate.kind === 'moved' ? [fate.to] : []))
    expect(new Set(moved).size).toBe(moved.length)
  })

  it('no cell of the two formats shares an address without the mapping having looked at it', () => {
    // Table 3 and 4 are the same by row; of Table 2 every old cell is named.
    const named = new Set([
      ...(current.succeeds?.moves ?? []).map(({ from }) => from),
      ...(current.succeeds?.drops ?? []).flatMap(({ cells }) => cells),
    ])
    const unnamed = cellsOf(old).filter(({ cell }) => !named.has(cell))
    expect(unnamed.filter(({ table }) => table.id === 't2')).toEqual([])
    expect(unnamed.every(({ cell, row }) => cellInfo(current, cell)?.row.label === row.label)).toBe(true)
  })

  it.each([
    ['t2.normative.made', 't2.normative.issued'],
    ['t2.penalties.decisions', 't2.penalties.decisions'],
    ['t3.refused.3.legal', 't3.refused.3.legal'],
    ['t4.review.pending', 't4.review.pending'],
  ])('%s becomes %s', (from, to) => {
    expect(fateOf(from, old, current)).toMatchObject({ kind: 'moved', to })
  })

  it.each([
    't2.normative.total',
    't2.licensing.items',
    't2.services.decisions',
    't2.fees.items',
    't2.procurement.amount',
    't3.other.individual',
  ])('%s has no place any more', (cell) => {
    expect(fateOf(cell, old, current).kind).toBe('dropped')
  })

  it('moves figures as they were entered and lists the rest', () => {
    const moved = migrateFigures(
      { 't2.normative.made': 3, 't3.other.legal': 2, 't3.granted.legal': '约5' },
      old,
      current,
    )
    expect(moved.figures).toEqual({ 't2.normative.issued': 3, 't3.granted.legal': '约5' })
    expect(moved.dropped).toEqual([
      {
        cell: 't3.other.legal',
        name: '表三（六）其他处理·法律服务机构',
        entry: 2,
        reason: '2021年格式把（六）其他处理分成三项，原来的一个数不能确定分到哪一项。',
      },
    ])
  })
})

it('the way back keeps what means the same and invents nothing', () => {
  expect(fateOf('t3.granted.legal', current, old)).toMatchObject({ kind: 'moved', to: 't3.granted.legal' })
  expect(fateOf('t2.fees.amount', current, old).kind).toBe('dropped')
})

it.each(formats)('the succession of format $id names cells that exist', (format) => {
  const before = formatById(format.succeeds?.format ?? format.id)
  if (!before) throw new Error(`Format ${format.id} succeeds an unknown one`)
  const { moves = [], drops = [] } = format.succeeds ?? {}
  for (const { from, to } of moves) {
    expect(cellInfo(before, from), from).toBeDefined()
    expect(cellInfo(format, to), to).toBeDefined()
  }
  for (const cell of drops.flatMap(({ cells }) => cells)) expect(cellInfo(before, cell), cell).toBeDefined()
})
