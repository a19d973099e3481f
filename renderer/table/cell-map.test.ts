import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Grid, GridCell } from '../../shared/format/format'
import { formats } from '../../shared/format/formats'
import { type CellMap, layOut, mapCells, type Step, stepFrom } from './cell-map'

const grids = formats.flatMap((format) =>
  format.tables.map((table) => ({ name: `${format.id} ${table.id}`, grid: table.grid, format, table })),
)

function grid(format: string, table: string): Grid {
  const found = grids.find(({ name }) => name === `${format} ${table}`)
  if (!found) throw new Error(`no table ${table} in format ${format}`)
  return found.grid
}

/** Follows the keys and returns the cells passed, keeping course over merged cells as the table does. */
function walk(map: CellMap, from: string, ...steps: Step[]): string[] {
  let at = map.byCell.get(from)
  if (!at) throw new Error(`no cell ${from}`)
  const column = at.column
  const passed: string[] = []
  for (const step of steps) {
    at = stepFrom(map, at, step, column)
    passed.push(at.cell)
  }
  return passed
}

describe('the official tables', () => {
  test.each(grids)('$name: every row is as wide as the table', ({ grid }) => {
    const covered = new Map<number, number>()
    for (const { row, rowSpan, colSpan } of layOut(grid))
      for (let one = row; one < row + rowSpan; one += 1) covered.set(one, (covered.get(one) ?? 0) + colSpan)
    expect([...new Set(covered.values())]).toEqual([grid.widths.length])
  })

  test.each([
    ['2021', 't3', 't3.granted.individual', ['left'], ['t3.granted.individual']],
    [
      '2021',
      't3',
      't3.granted.individual',
      ['right', 'right'],
      ['t3.granted.business', 't3.granted.research'],
    ],
    ['2021', 't3', 't3.received.total', ['right', 'up'], ['t3.received.total', 't3.received.total']],
    ['2021', 't3', 't3.refused.8.legal', ['down', 'up'], ['t3.unavailable.1.legal', 't3.refused.8.legal']],
    ['2021', 't3', 't3.partial.legal', ['rowStart', 'rowEnd'], ['t3.partial.individual', 't3.partial.total']],
    [
      '2021',
      't3',
      't3.partial.legal',
      ['tableStart', 'tableEnd'],
      ['t3.received.individual', 't3.carriedForward.total'],
    ],
    // Over the bands of Table 2, through a merged figure and back into the column left.
    [
      '2021',
      't2',
      't2.normative.inForce',
      ['down', 'down', 'up', 'up'],
      ['t2.licensing.decisions', 't2.penalties.decisions', 't2.licensing.decisions', 't2.normative.inForce'],
    ],
    ['2019', 't2', 't2.coercion.decisions', ['down', 'down'], ['t2.fees.change', 't2.procurement.amount']],
    [
      '2021',
      't4',
      't4.review.total',
      ['right', 'down', 'up'],
      ['t4.direct.upheld', 't4.direct.upheld', 't4.direct.upheld'],
    ],
  ] as const)('%s %s: from %s %j leads over %j', (format, table, from, steps, passed) => {
    expect(walk(mapCells(grid(format, table)), from, ...steps)).toEqual(passed)
  })
})

/** A made-up table: random labels and figures with random spans, laid without gaps. */
const anyGrid: fc.Arbitrary<Grid> = fc
  .record({
    columns: fc.integer({ min: 1, max: 7 }),
    rows: fc.integer({ min: 1, max: 7 }),
    pieces: fc.array(
      fc.record({
        figure: fc.boolean(),
        width: fc.integer({ min: 1, max: 4 }),
        height: fc.integer({ min: 1, max: 3 }),
      }),
      { minLength: 49, maxLength: 49 },
    ),
  })
  .map(({ columns, rows, pieces }): Grid => {
    const taken = Array.from({ length: rows }, () => Array.from({ length: columns }, () => false))
    const cells = taken.map((line, row) => {
      const laid: GridCell[] = []
      for (let column = 0; column < columns; column += 1) {
        if (line[column]) continue
        const { figure, width, height } = pieces[row * columns + column] ?? {
          figure: true,
          width: 1,
          height: 1,
        }
        let colSpan = 1
        while (colSpan < width && column + colSpan < columns && !line[column + colSpan]) colSpan += 1
        const rowSpan = figure ? 1 : Math.min(height, rows - row)
        for (let down = row; down < row + rowSpan; down += 1)
          taken[down]?.fill(true, column, column + colSpan)
        laid.push(
          figure
            ? { kind: 'figure', cell: `t9.r${row}.c${column}`, holds: 'count', colSpan }
            : { kind: 'label', text: `${row}/${column}`, role: 'stub', colSpan, rowSpan },
        )
      }
      return laid
    })
    return { widths: Array.from({ length: columns }, () => 1), headerRows: 0, rows: cells }
  })

const anyStep = fc.constantFrom<Step>(
  'left',
  'right',
  'up',
  'down',
  'rowStart',
  'rowEnd',
  'tableStart',
  'tableEnd',
)

describe('any table', () => {
  test('Tab passes every figure exactly once, in reading order', () => {
    fc.assert(
      fc.property(anyGrid, (grid) => {
        const printed = grid.rows.flat().flatMap((cell) => (cell.kind === 'figure' ? [cell.cell] : []))
        expect(mapCells(grid).places.map(({ cell }) => cell)).toEqual(printed)
      }),
    )
  })

  test('cells cover the table without gap or overlap', () => {
    fc.assert(
      fc.property(anyGrid, (grid) => {
        const covered = layOut(grid).flatMap(({ row, column, rowSpan, colSpan }) =>
          Array.from(
            { length: rowSpan * colSpan },
            (_, one) => `${row + Math.floor(one / colSpan)}/${column + (one % colSpan)}`,
          ),
        )
        expect(covered).toHaveLength(grid.rows.length * grid.widths.length)
        expect(new Set(covered).size).toBe(covered.length)
      }),
    )
  })

  test('no key leads out of the table', () => {
    fc.assert(
      fc.property(anyGrid, fc.array(anyStep), fc.nat(), (grid, steps, start) => {
        const map = mapCells(grid)
        fc.pre(map.places.length > 0)
        const from = map.places[start % map.places.length]?.cell ?? ''
        for (const cell of walk(map, from, ...steps)) expect(map.byCell.has(cell)).toBe(true)
      }),
    )
  })

  test('down from the first row passes every row that has figures, and up comes back', () => {
    fc.assert(
      fc.property(anyGrid, (grid) => {
        const map = mapCells(grid)
        const rows = map.rows.filter((row) => row.length > 0)
        fc.pre(rows.length > 0)
        const first = rows[0]?.[0]?.cell ?? ''
        const down = walk(map, first, ...rows.slice(1).map(() => 'down' as const))
        expect([first, ...down].map((cell) => map.byCell.get(cell)?.row)).toEqual(
          rows.map((row) => row[0]?.row),
        )
        const up = walk(map, first, ...down.map(() => 'down' as const), ...down.map(() => 'up' as const))
        expect(up.at(-1) ?? first).toBe(first)
      }),
    )
  })
})
