import { describe, expect, it } from 'vitest'
import { equationsOf } from '../../../shared/check/equations'
import { formats } from '../../../shared/format/formats'
import { judge } from './judge'
import { groundOf, oneWrongCell, unfinished, withoutTotals, wrongCells, wrongColumn } from './measure'

// A slice of what `npm run bench:locate` measures in full.

const SEED = 4

describe.each(formats)('in a consistent report of the $id format', (format) => {
  const ground = groundOf(format, 1, SEED)

  it('every sum holds, and most cells are not 0', () => {
    for (const report of ground.reports) {
      expect(judge(format, report, {}).unseen).toBe(true)
      const sums = equationsOf(format).flatMap(({ left, right }) => [...left, ...right])
      expect(sums.filter((cell) => report[cell] === 0).length).toBeLessThan(sums.length / 5)
    }
  })

  it('any wrong cell of Table 3 is named with its right value, as certain', () => {
    const all = [...oneWrongCell(ground, 't3').values()].flat()
    expect(all.length).toBeGreaterThan(1000)
    expect(all.filter(({ certain, wrongCertainty }) => !certain || wrongCertainty)).toEqual([])
  })

  it('a wrong cell of Table 4 is among the possibilities, never certain', () => {
    const all = [...oneWrongCell(ground, 't4').values()].flat()
    expect(all.length).toBeGreaterThan(50)
    expect(all.filter(({ named, certain, wrongCertainty }) => !named || certain || wrongCertainty)).toEqual(
      [],
    )
  })

  it('a value one column off is among the possibilities with its true place', () => {
    const all = [...wrongColumn(ground).values()].flat()
    expect(all.length).toBeGreaterThan(500)
    expect(all.filter(({ named, wrongCertainty }) => !named || wrongCertainty)).toEqual([])
  })

  it.each([2, 3])('%d wrong cells at random are named, and no certainty is wrong', (cells) => {
    const { asMany, explainedByFewer } = wrongCells(ground, cells, 400, SEED)
    expect(asMany.length).toBeGreaterThan(explainedByFewer.length * 4)
    expect(asMany.filter(({ named, wrongCertainty }) => !named || wrongCertainty)).toEqual([])
    if (cells === 2) expect(explainedByFewer.filter(({ wrongCertainty }) => wrongCertainty)).toEqual([])
  })

  it.each([
    { blank: 1, wrong: 1 },
    { blank: 3, wrong: 2 },
    { blank: 60, wrong: 2 },
  ])('$blank blank cells and $wrong wrong ones make no wrong certainty', (cells) => {
    const all = unfinished(ground, cells, 60, SEED)
    expect(all.filter(({ wrongCertainty }) => wrongCertainty)).toEqual([])
    expect(all.some(({ unseen }) => !unseen)).toBe(true)
  })

  it('a wrong leaf under totals nobody typed is among the possibilities, never certain', () => {
    const all = withoutTotals(ground)
    expect(all.filter(({ named, certain, wrongCertainty }) => !named || certain || wrongCertainty)).toEqual(
      [],
    )
  })
})
