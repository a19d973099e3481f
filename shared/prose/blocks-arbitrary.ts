import * as fc from 'fast-check'
import type { Block, BlockOf, Level, Run, TextBlock, TextRun } from '../draft/draft'
import { arbitraryFigureRun } from '../linked/figure-arbitrary'

/** Pieces that look like numbers as the app writes them, decimals and headings, among plain words. */
const words = fc.constantFrom(
  ...[
    '全年',
    '政府信息',
    '公开',
    '方面：',
    '。',
    '；',
    '，',
    '一是',
    '二是',
    '（一）',
    '（二）',
    '1.',
    '2.',
    '（1）',
  ],
  ...['5', '2021年', '1.5万', '”', '😀', '👨‍👩‍👧', '𠮷', 'a', '全 年', '公　开'],
)

/** Text as it stands in a block: no line breaks, no spaces around it. */
const textArbitrary = fc.array(words, { maxLength: 6 }).map((pieces) => pieces.join('').trim())

const level = fc.constantFrom<Level>(1, 2, 3)

const textRun = fc.record<TextRun>(
  {
    kind: fc.constant('text' as const),
    text: textArbitrary.filter((text) => text !== ''),
    bold: fc.constant(true as const),
    carried: fc.constant(true as const),
  },
  { requiredKeys: ['kind', 'text'] },
)

const figureRun = arbitraryFigureRun(['t3.received.total', 't2.normative.inForce', 't9.no.such'])

/** Runs as the editor keeps them: none empty, neighbours of different looks. */
function runsOf<R extends Run>(run: fc.Arbitrary<R>): fc.Arbitrary<R[]> {
  return fc.array(run, { maxLength: 3 }).map((pieces) => {
    const runs: R[] = []
    for (const piece of pieces) {
      const last = runs.at(-1)
      const both = last?.kind === 'text' && piece.kind === 'text'
      if (both && last.bold === piece.bold && last.carried === piece.carried)
        runs[runs.length - 1] = { ...last, text: last.text + piece.text }
      else runs.push({ ...piece })
    }
    return runs
  })
}

/** Blocks of text, as a slot may hold them: paragraphs are not empty, lists have an item. */
function textBlocksOf<R extends Run>(runs: fc.Arbitrary<R[]>): fc.Arbitrary<BlockOf<R>[]> {
  const someRuns = runs.filter((some) => some.length > 0)
  return fc.array(
    fc.oneof(
      fc.record({ kind: fc.constant('heading' as const), level, text: runs }),
      fc.record({ kind: fc.constant('runInHeading' as const), level, heading: runs, text: runs }),
      fc.record({ kind: fc.constant('numbered' as const), level, text: runs }),
      fc.record({ kind: fc.constant('paragraph' as const), text: someRuns }),
      fc.record({
        kind: fc.constant('list' as const),
        items: fc.array(runs, { minLength: 1, maxLength: 4 }),
      }),
    ),
    { maxLength: 10 },
  )
}

function tablesOf<R extends Run>(runs: fc.Arbitrary<R[]>): fc.Arbitrary<BlockOf<R>> {
  return fc
    .tuple(fc.integer({ min: 1, max: 3 }), fc.integer({ min: 1, max: 3 }), fc.boolean())
    .chain(([rows, columns, header]) =>
      fc
        .array(fc.array(runs, { minLength: columns, maxLength: columns }), {
          minLength: rows,
          maxLength: rows,
        })
        .map((cells) => ({ kind: 'table', header, rows: cells })),
    )
}

const imageArbitrary: fc.Arbitrary<TextBlock> = fc
  .tuple(fc.stringMatching(/^[0-9a-f]{64}$/), textArbitrary)
  .map(([image, caption]) => (caption === '' ? { kind: 'image', image } : { kind: 'image', image, caption }))

function everyBlockOf<R extends Run>(runs: fc.Arbitrary<R[]>): fc.Arbitrary<BlockOf<R>[]> {
  return fc
    .array(
      fc.oneof(
        { arbitrary: textBlocksOf(runs), weight: 3 },
        fc.array(fc.oneof(tablesOf(runs), imageArbitrary as fc.Arbitrary<BlockOf<R>>)),
      ),
      { maxLength: 4 },
    )
    .map((parts) => parts.flat())
}

const textRuns = runsOf(textRun)
const anyRuns = runsOf<Run>(fc.oneof({ weight: 4, arbitrary: textRun }, { weight: 1, arbitrary: figureRun }))

/** Blocks of text without linked figures. */
export const textBlocksArbitrary: fc.Arbitrary<TextBlock[]> = textBlocksOf(textRuns)

/** Blocks of every kind without linked figures. */
export const printedBlocksArbitrary: fc.Arbitrary<TextBlock[]> = everyBlockOf(textRuns)

/** Blocks of every kind, with linked figures among their text. */
export const blocksArbitrary: fc.Arbitrary<Block[]> = everyBlockOf(anyRuns)
