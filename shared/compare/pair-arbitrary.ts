import fc from 'fast-check'
import { carryOver } from '../carry-over/carry-over'
import type { Block, Draft, Run } from '../draft/draft'
import { proposeFormat } from '../format/formats'
import { mapRuns } from '../prose/map-runs'

/** Property tests of the comparison: this year's draft begun from last year's and worked on, by what a draft can be. */
export function arbitraryPair(
  arbitraryOf: (format: Draft['format'], year: number) => fc.Arbitrary<Draft>,
): fc.Arbitrary<Draft> {
  return fc.constantFrom(2019, 2020, 2021, 2024).chain((year) =>
    fc
      .record({
        last: arbitraryOf(proposeFormat(year).id, year),
        other: arbitraryOf(proposeFormat(year + 1).id, year + 1),
        words: fc.infiniteStream(fc.nat(9)),
        keepsFigures: fc.boolean(),
      })
      .map(({ last, other, words, keepsFigures }) => {
        const dice = () => words.next().value ?? 0
        const next = carryOver({ ...last, year }, { year: year + 1 })
        const prose = Object.entries(last.prose).map(([slot, blocks]): [string, Block[]] => [
          slot,
          worked(blocks, other.prose[slot] ?? [], dice),
        ])
        return {
          ...next,
          prose: { ...other.prose, ...Object.fromEntries(prose) },
          figures:
            keepsFigures && next.format === last.format
              ? { ...last.figures, ...next.figures }
              : other.figures,
          signature: other.signature,
          images: { ...other.images, ...next.images },
        }
      }),
  )
}

/** Last year's blocks with some left out, some edited, some from elsewhere in between. */
function worked(blocks: Block[], others: Block[], dice: () => number): Block[] {
  return blocks.flatMap((block, index) => {
    const other = others[index]
    if (dice() === 0) return []
    if (dice() === 0 && other) return [other, block]
    return dice() < 4 ? edited(block, dice) : [block]
  })
}

function edited(block: Block, dice: () => number): Block[] {
  if (block.kind === 'table' && dice() < 5) return [{ ...block, rows: block.rows.filter(() => dice() > 2) }]
  return mapRuns([block], (runs) => runs.map((run) => editedRun(run, dice)))
}

function editedRun(run: Run, dice: () => number): Run {
  if (run.kind === 'figure') return run
  const at = Math.floor((run.text.length * dice()) / 10)
  const text = run.text.slice(0, at) + String(dice() * 13) + run.text.slice(at + dice())
  return { ...run, text }
}
