import fc from 'fast-check'
import type { Block, Draft, Entry, ImageData, Level, Run } from '../../shared/draft/draft'
import { newDraft } from '../../shared/draft/new-draft'
import { cellsOf } from '../../shared/format/cells'
import type { Format } from '../../shared/format/format'
import { proseSlots } from '../../shared/format/slots'

/** Drafts for property tests of the exports: every block kind, every cell kind, and texts nobody should type. */
export function arbitraryDraft(format: Format): fc.Arbitrary<Draft> {
  const slots = proseSlots(format).map(({ slot }) => slot)
  return fc
    .record({
      title: fc.oneof(
        fc.constantFrom({ kind: 'organFirst' as const }, { kind: 'yearFirst' as const }),
        fc.record({ kind: fc.constant('edited' as const), lines: fc.array(text, { maxLength: 3 }) }),
      ),
      issuingLine: text,
      preamble: fc.oneof(
        fc.constant({ kind: 'generated' as const }),
        fc.record({ kind: fc.constant('edited' as const), text }),
      ),
      numbering: fc.constantFrom('dot' as const, 'comma' as const),
      prose: fc.dictionary(fc.constantFrom(...slots), fc.array(block, { maxLength: 6 })),
      figures: arbitraryFigures(format),
      signature: fc.record({ name: text, date: fc.constantFrom('2026-01-20', '2026-12-01') }),
      name: text,
    })
    .map(({ name, ...changes }) => {
      const publisher = { name, kind: 'government' as const }
      return {
        ...newDraft({ format, year: 2025, scope: 'organ', publisher }),
        ...changes,
        images: { picture },
      }
    })
}

function arbitraryFigures(format: Format): fc.Arbitrary<Record<string, Entry>> {
  const cells = cellsOf(format).map(({ cell }) => cell)
  const entry = fc.oneof(
    fc.nat({ max: 99_999 }),
    fc.constantFrom('12.50', '973.90万元', '9'.repeat(400), '三件', '\u0000'),
  )
  return fc.dictionary(fc.constantFrom(...cells), entry)
}

const words = fc.constantFrom(
  '全年主动公开政府信息1152条。',
  '“三安全一稳定”—……·',
  '\u0000\u0008\u001b',
  '\ud83d',
  '\u{1f44d}\u{1f468}\u200d\u{1f469}',
  '\u202e321\u202c',
  'a'.repeat(10_000),
  '<w:p>&amp;"]]>',
  '\n',
  ' ',
)

const text = fc.array(words, { maxLength: 4 }).map((parts) => parts.join(''))

const runs: fc.Arbitrary<Run[]> = fc.array(
  fc
    .record({ text, bold: fc.boolean() })
    .map(({ text, bold }): Run => ({ kind: 'text', text, ...(bold && { bold: true as const }) })),
  { maxLength: 3 },
)

const level = fc.constantFrom<Level>(1, 2, 3)

const block: fc.Arbitrary<Block> = fc.oneof(
  fc.record({ kind: fc.constant('heading' as const), level, text: runs }),
  fc.record({ kind: fc.constant('runInHeading' as const), level, heading: runs, text: runs }),
  fc.record({ kind: fc.constant('numbered' as const), level, text: runs }),
  fc.record({ kind: fc.constant('paragraph' as const), text: runs }),
  fc.record({ kind: fc.constant('list' as const), items: fc.array(runs, { maxLength: 3 }) }),
  fc.record({ kind: fc.constant('image' as const), image: fc.constant('picture'), caption: text }),
  fc.record({
    kind: fc.constant('table' as const),
    header: fc.boolean(),
    rows: fc.array(fc.array(runs, { maxLength: 3 }), { maxLength: 3 }),
  }),
)

/** One blue pixel. */
const picture: ImageData = {
  type: 'image/png',
  width: 1,
  height: 1,
  data: 'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==',
}
