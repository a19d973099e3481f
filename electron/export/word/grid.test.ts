import fc from 'fast-check'
import { expect, it } from 'vitest'
import { columnWidths, sum } from './grid'

it('columnWidths are whole and add up to the total, whatever the proportions', () => {
  const proportions = fc.array(fc.integer({ min: 1, max: 2000 }), { minLength: 1, maxLength: 20 })
  fc.assert(
    fc.property(proportions, (relative) => {
      const widths = columnWidths(relative, 8844)
      expect(sum(widths)).toBe(8844)
      expect(widths.every(Number.isInteger)).toBe(true)
    }),
  )
})
