import { describe, expect, it } from 'vitest'
import { formats } from '../format/formats'
import { cellPlaces } from './cell-places'
import { composeTable } from './compose-table'

describe('where the cells of a table stand', () => {
  it('counts the spans from the left and from above', () => {
    const cell = (text: string, colSpan = 1, rowSpan = 1) => ({
      role: 'text' as const,
      runs: [{ text }],
      colSpan,
      rowSpan,
    })
    const rows = [[cell('a', 1, 2), cell('b', 2)], [cell('c'), cell('d', 1, 2)], [cell('e', 2)]]
    const table = { caption: '', widths: [1, 1, 1], headerRows: 0, rows }
    const places = cellPlaces(table)
      .flat()
      .map(({ cell, row, column }) => [cell.runs[0]?.text, row, column])
    expect(places).toEqual([
      ['a', 0, 0],
      ['b', 0, 1],
      ['c', 1, 1],
      ['d', 1, 2],
      ['e', 2, 0],
    ])
  })

  it.each(formats.flatMap((format) => format.tables.map((table) => ({ format, table }))))(
    'fills the grid of $table.name in the format of $format.id exactly',
    ({ format, table }) => {
      const covered = new Set<string>()
      const composed = composeTable(format, table, new Map())
      for (const { cell, row, column } of cellPlaces(composed).flat())
        for (let down = 0; down < cell.rowSpan; down++)
          for (let across = 0; across < cell.colSpan; across++)
            covered.add(`${row + down},${column + across}`)
      const total = composed.rows.flat().reduce((sum, { colSpan, rowSpan }) => sum + colSpan * rowSpan, 0)
      expect([covered.size, total]).toEqual([
        composed.rows.length * composed.widths.length,
        composed.rows.length * composed.widths.length,
      ])
    },
  )
})
