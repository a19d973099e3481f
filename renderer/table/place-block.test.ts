import { describe, expect, test } from 'vitest'
import { formats } from '../../shared/format/formats'
import { layOut, mapCells } from './cell-map'
import { placeBlock } from './place-block'

function place(format: string, table: string, start: string, rows: string[][]) {
  const grid = formats.find(({ id }) => id === format)?.tables.find(({ id }) => id === table)?.grid
  const map = grid && mapCells(grid)
  const from = map?.byCell.get(start)
  if (!grid || !map || !from) throw new Error(`no cell ${start} in format ${format}`)
  const { texts, outside } = placeBlock(grid, map, from, { rows, more: false })
  return { texts: Object.fromEntries([...texts].map(([{ cell }, text]) => [cell, text])), outside }
}

/** The whole table as a web page or a spreadsheet has it: labels and figures at their places, covered cells blank. */
function wholeTable(format: string, table: string, figure: (cell: string) => string): string[][] {
  const grid = formats.find(({ id }) => id === format)?.tables.find(({ id }) => id === table)?.grid
  if (!grid) throw new Error(`no table ${table}`)
  const rows = grid.rows.map(() => grid.widths.map(() => ''))
  for (const { content, row, column } of layOut(grid))
    rows[row]?.splice(column, 1, content.kind === 'label' ? content.text : figure(content.cell))
  return rows
}

describe('figures alone go where the caret is', () => {
  test('by rows and columns', () => {
    expect(
      place('2021', 't3', 't3.refused.8.legal', [
        ['1', '2'],
        ['3', '4'],
      ]).texts,
    ).toEqual({
      't3.refused.8.legal': '1',
      't3.refused.8.otherOrg': '2',
      't3.unavailable.1.legal': '3',
      't3.unavailable.1.otherOrg': '4',
    })
  })

  test('a column of figures runs on over the bands of Table 2', () => {
    expect(
      place('2021', 't2', 't2.normative.issued', [['2'], ['18'], ['102'], ['0'], ['12.5']]).texts,
    ).toEqual({
      't2.normative.issued': '2',
      't2.licensing.decisions': '18',
      't2.penalties.decisions': '102',
      't2.coercion.decisions': '0',
      't2.fees.amount': '12.5',
    })
  })

  test('copied over bands and headings, the figures keep their rows', () => {
    const rows = [
      ['0', '0', '1'],
      ['2', '1', '9'],
      ['', '', ''],
      ['本年处理决定数量', '', ''],
      ['18', '', ''],
      ['', '', ''],
    ]
    expect(place('2021', 't2', 't2.regulations.issued', rows)).toEqual({
      texts: {
        't2.regulations.issued': '0',
        't2.regulations.repealed': '0',
        't2.regulations.inForce': '1',
        't2.normative.issued': '2',
        't2.normative.repealed': '1',
        't2.normative.inForce': '9',
        't2.licensing.decisions': '18',
      },
      outside: 0,
    })
  })

  test('what finds no figure is counted: beyond the last column, below the last row, a second text in a merged figure', () => {
    expect(place('2021', 't3', 't3.received.total', [['1', '2']]).outside).toBe(1)
    expect(place('2021', 't3', 't3.carriedForward.total', [['1'], ['2'], ['3']]).outside).toBe(2)
    expect(place('2021', 't2', 't2.fees.amount', [['1', '2', '3']])).toEqual({
      texts: { 't2.fees.amount': '1' },
      outside: 2,
    })
  })

  test('a blank clears, as in a spreadsheet', () => {
    expect(place('2021', 't4', 't4.review.upheld', [['', '3']]).texts).toEqual({
      't4.review.upheld': '',
      't4.review.corrected': '3',
    })
  })
})

describe('figures copied with the labels of the table go beside these', () => {
  test.each(formats.flatMap((format) => format.tables.map((table) => [format.id, table.id] as const)))(
    '%s %s: the whole table, wherever the caret is',
    (format, table) => {
      const grid = formats.find(({ id }) => id === format)?.tables.find(({ id }) => id === table)?.grid
      const cells = grid ? mapCells(grid).places.map(({ cell }) => cell) : []
      const whole = wholeTable(format, table, (cell) => cell)
      const { texts, outside } = place(format, table, cells[3] ?? '', whole)
      expect(texts).toEqual(Object.fromEntries(cells.map((cell) => [cell, cell])))
      expect(outside).toBe(0)
    },
  )

  test('some of its rows, the labels spelt as a web page does', () => {
    const rows = [
      ['', '(二) 部分公开(区分处理的,只计这一情形,不计其他情形)', '', '4', '0'],
      ['', '（三）不予公开', '1．属于国家秘密', '1', '0'],
    ]
    expect(place('2021', 't3', 't3.received.individual', rows).texts).toEqual({
      't3.partial.individual': '4',
      't3.partial.business': '0',
      't3.refused.1.individual': '1',
      't3.refused.1.business': '0',
    })
  })

  test('a page with a row less: what follows still goes beside its label', () => {
    const rows = [
      ['', '5.要求行政机关确认或重新出具已获取信息', '1'],
      ['（六）其他处理', '', '2'],
      ['（七）总计', '', '3'],
    ]
    expect(place('2021', 't3', 't3.received.individual', rows).texts).toEqual({
      't3.declined.5.individual': '1',
      't3.other.1.individual': '2',
      't3.total.individual': '3',
    })
  })

  test('labels in other columns than the form has: they are left out and the caret decides', () => {
    const rows = [
      ['申请人情况', '自然人', '总计'],
      ['一、本年新收政府信息公开申请数量', '57', '60'],
    ]
    expect(place('2021', 't3', 't3.received.individual', rows).texts).toEqual({
      't3.received.individual': '57',
      't3.received.business': '60',
    })
  })

  test('a label alone is a text like any other', () => {
    expect(place('2021', 't4', 't4.review.upheld', [['总计']]).texts).toEqual({ 't4.review.upheld': '总计' })
  })
})
