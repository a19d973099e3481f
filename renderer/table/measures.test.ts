import fc from 'fast-check'
import { expect, test } from 'vitest'
import { formats } from '../../shared/format/formats'
import { layOut } from './cell-map'
import { measuresOf } from './measures'

const tables = formats.flatMap((format) =>
  format.tables.map((table) => [`${format.id} ${table.id}`, table.grid] as const),
)

/** Rail 216, panel 320, padding 48 and a scroll bar taken off the window. */
test.each([
  ['1280 × 800 with the panel', 1280 - 216 - 320 - 48 - 17],
  ['1280 at 150 %, where the panel folds away', Math.floor(1280 / 1.5) - 216 - 48 - 17],
  ['the widest form', 880],
])('%s: Table 3 needs no scrolling sideways', (_, available) => {
  for (const [name, grid] of tables)
    if (name.endsWith('t3'))
      expect(measuresOf(grid, available)).toMatchObject({ scrolls: false, width: available })
})

test.each(tables)(
  '%s: the columns fill the table at any width, none too narrow for four digits',
  (_, grid) => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 2000 }), (available) => {
        const { columns, width, scrolls } = measuresOf(grid, available)
        expect(columns.reduce((total, column) => total + column.width, 0)).toBe(width - 1)
        expect(scrolls).toBe(width > available)
        for (const { content, column } of layOut(grid))
          if (content.kind === 'figure') expect(columns[column]?.width).toBeGreaterThan(39)
      }),
    )
  },
)

test('labels beside the figures stay, the first at the edge; bands and column headings do not', () => {
  const [, grid] = tables.find(([name]) => name === '2021 t3') ?? []
  if (!grid) throw new Error('no Table 3')
  const { left, labels } = measuresOf(grid, 700)
  const stay = layOut(grid).map((placed) => ({ placed, left: left(placed) }))
  for (const { placed, left } of stay) {
    const isBeside = placed.content.kind === 'label' && placed.content.role !== 'header'
    expect(left !== undefined).toBe(isBeside)
    if (left !== undefined) expect(left).toBeLessThan(labels)
  }
  expect(stay[0]?.left).toBe(0)
})
