import * as fc from 'fast-check'
import type { Block, Level, Run } from '../draft/draft'

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

/** Runs as the editor keeps them: none empty, neighbours of different looks. */
const runsArbitrary: fc.Arbitrary<Run[]> = fc
  .array(
    fc.record<Run>(
      {
        kind: fc.constant('text' as const),
        text: textArbitrary.filter((text) => text !== ''),
        bold: fc.constant(true as const),
        carried: fc.constant(true as const),
      },
      { requiredKeys: ['kind', 'text'] },
    ),
    { maxLength: 3 },
  )
  .map((pieces) => {
    const runs: Run[] = []
    for (const run of pieces) {
      const last = runs.at(-1)
      if (last && last.bold === run.bold && last.carried === run.carried) last.text += run.text
      else runs.push({ ...run })
    }
    return runs
  })

const someRuns = runsArbitrary.filter((runs) => runs.length > 0)

/** Blocks of text, as a slot may hold them: paragraphs are not empty, lists have an item. */
export const textBlocksArbitrary: fc.Arbitrary<Block[]> = fc.array(
  fc.oneof(
    fc.record({ kind: fc.constant('heading' as const), level, text: runsArbitrary }),
    fc.record({
      kind: fc.constant('runInHeading' as const),
      level,
      heading: runsArbitrary,
      text: runsArbitrary,
    }),
    fc.record({ kind: fc.constant('numbered' as const), level, text: runsArbitrary }),
    fc.record({ kind: fc.constant('paragraph' as const), text: someRuns }),
    fc.record({
      kind: fc.constant('list' as const),
      items: fc.array(runsArbitrary, { minLength: 1, maxLength: 4 }),
    }),
  ),
  { maxLength: 10 },
)

const tableArbitrary: fc.Arbitrary<Block> = fc
  .tuple(fc.integer({ min: 1, max: 3 }), fc.integer({ min: 1, max: 3 }), fc.boolean())
  .chain(([rows, columns, header]) =>
    fc
      .array(fc.array(runsArbitrary, { minLength: columns, maxLength: columns }), {
        minLength: rows,
        maxLength: rows,
      })
      .map((cells) => ({ kind: 'table', header, rows: cells })),
  )

const imageArbitrary: fc.Arbitrary<Block> = fc
  .tuple(fc.stringMatching(/^[0-9a-f]{64}$/), textArbitrary)
  .map(([image, caption]) => (caption === '' ? { kind: 'image', image } : { kind: 'image', image, caption }))

/** Blocks of every kind. */
export const blocksArbitrary: fc.Arbitrary<Block[]> = fc
  .array(
    fc.oneof(
      { arbitrary: textBlocksArbitrary, weight: 3 },
      fc.array(fc.oneof(tableArbitrary, imageArbitrary)),
    ),
    {
      maxLength: 4,
    },
  )
  .map((parts) => parts.flat())
