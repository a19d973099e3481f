import fc from 'fast-check'
import type { Block, Draft, ImageData, Level, Run } from '../../shared/draft/draft'
import { arbitraryDraft } from '../../shared/draft/draft-arbitrary'
import type { Format } from '../../shared/format/format'
import { proseSlots } from '../../shared/format/slots'

/**
 * Property tests of the exports: drafts as long as a real report. Most figures are filled in and not 0, every kind of
 * block is there, the prose has more than 5,000 characters, and among its texts are some that nobody should type.
 */
export function arbitraryReport(format: Format): fc.Arbitrary<Draft> {
  const slots = proseSlots(format).map(({ slot }) => slot)
  return fc
    .record({
      draft: arbitraryDraft(format),
      prose: fc.array(arbitraryChapter, { minLength: slots.length, maxLength: slots.length }),
    })
    .map(({ draft, prose }) => ({
      ...draft,
      prose: Object.fromEntries(slots.map((slot, index) => [slot, prose[index] ?? []])),
      images: pictures,
    }))
}

const sentences = fc.constantFrom(
  '全年主动公开政府信息1152条，其中规范性文件26件、政策解读18篇。',
  '坚持以公开为常态、不公开为例外，围绕群众关心的“三安全一稳定”事项——就业、教育、医疗、养老……逐项公开。',
  '依法办理政府信息公开申请，答复率100%，按期答复率比上年提高3.5个百分点。',
  '对涉及《中华人民共和国政府信息公开条例》第二十条第（五）项的信息，由承办科室在20个工作日内核对。',
  '网站（https://www.qinghe-example.gov.cn/zwgk/nbxx/2025/index_1.html）设有年报专栏。',
)

const strangeTexts = fc.constantFrom(
  '“三安全一稳定”—……·',
  '\u0000\u0008\u001b',
  '\ud83d',
  '\u{1f44d}\u{1f468}\u200d\u{1f469}',
  '\u202e321\u202c',
  'a'.repeat(10_000),
  '<w:p>&amp;"]]>{0}',
  '\n',
  ' ',
  '',
)

const text = fc
  .array(fc.oneof({ weight: 6, arbitrary: sentences }, { weight: 1, arbitrary: strangeTexts }), {
    maxLength: 8,
  })
  .map((parts) => parts.join(''))

const longText = fc.array(sentences, { minLength: 30, maxLength: 50 }).map((parts) => parts.join(''))

const runs: fc.Arbitrary<Run[]> = fc.array(fc.record({ text, bold: fc.boolean() }).map(run), { maxLength: 3 })

function run({ text, bold }: { text: string; bold: boolean }): Run {
  return { kind: 'text', text, ...(bold && { bold: true as const }) }
}

const longRuns = fc.record({ text: longText, bold: fc.constant(false) }).map((only) => [run(only)])

const level = fc.constantFrom<Level>(1, 2, 3)

/** By the hash of its bytes, as a draft keeps them. */
const pictures: Record<string, ImageData> = {
  [`${'0'.repeat(63)}1`]: {
    type: 'image/png',
    width: 1,
    height: 1,
    data: 'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==',
  },
  [`${'0'.repeat(63)}2`]: {
    type: 'image/jpeg',
    width: 8,
    height: 6,
    data: '/9j/4AAQSkZJRgABAQAAAQABAAD/2wBDAA0JCgsKCA0LCgsODg0PEyAVExISEyccHhcgLikxMC4pLSwzOko+MzZGNywtQFdBRkxOUlNSMj5aYVpQYEpRUk//2wBDAQ4ODhMREyYVFSZPNS01T09PT09PT09PT09PT09PT09PT09PT09PT09PT09PT09PT09PT09PT09PT09PT09PT0//wAARCAAGAAgDASIAAhEBAxEB/8QAFQABAQAAAAAAAAAAAAAAAAAAAAX/xAAZEAEAAgMAAAAAAAAAAAAAAAAAAgQXUZH/xAAVAQEBAAAAAAAAAAAAAAAAAAACBf/EABkRAAIDAQAAAAAAAAAAAAAAAAABBBIUUv/aAAwDAQACEQMRAD8AtY/pbhwBS3SO2CqP/9k=',
  },
}

const kinds = {
  heading: fc.record({ kind: fc.constant('heading' as const), level, text: runs }),
  runInHeading: fc.record({ kind: fc.constant('runInHeading' as const), level, heading: runs, text: runs }),
  numbered: fc.record({ kind: fc.constant('numbered' as const), level, text: runs }),
  paragraph: fc.record({ kind: fc.constant('paragraph' as const), text: longRuns }),
  list: fc.record({ kind: fc.constant('list' as const), items: fc.array(runs, { maxLength: 4 }) }),
  image: fc.record({
    kind: fc.constant('image' as const),
    image: fc.constantFrom(...Object.keys(pictures)),
    caption: text,
  }),
  table: fc.record({
    kind: fc.constant('table' as const),
    header: fc.boolean(),
    rows: fc.array(fc.array(runs, { maxLength: 12 }), { maxLength: 5 }),
  }),
} satisfies { [Kind in Block['kind']]: fc.Arbitrary<Block> }

/** Every kind of block once, in any order; the paragraph alone is some thousand characters long. */
const arbitraryChapter: fc.Arbitrary<Block[]> = fc
  .tuple(...Object.values(kinds))
  .chain((blocks) => fc.shuffledSubarray<Block>(blocks, { minLength: blocks.length }))
