import fc from 'fast-check'
import { compose } from '../../shared/compose/compose'
import { gb9704 } from '../../shared/compose/style'
import type { Draft } from '../../shared/draft/draft'
import { arbitraryDraft } from '../../shared/draft/draft-arbitrary'
import type { Format } from '../../shared/format/format'
import { textBlocksArbitrary } from '../../shared/prose/blocks-arbitrary'
import { exportDocx } from '../export/docx'
import { reportIn } from './open-report'
import { seen } from './round-trip'

const place = fc.constantFrom('青禾区', '云溪市白石镇', '临江新区', '双河县柳林乡')
const organ = fc.constantFrom('人民政府办公室', '教育局', '人民政府', '街道办事处', '卫生健康委员会')

/**
 * Tests only. Drafts as an office writes them: any figures and any prose, but an organ's name where a name belongs and a
 * postcode that is one. What a form of the title or the opening cannot tell apart is not asked for.
 */
export function writtenDraft(format: Format): fc.Arbitrary<Draft> {
  return fc
    .record({
      draft: arbitraryDraft(format),
      name: fc.tuple(place, organ).map((parts) => parts.join('')),
      title: fc.option(
        place.map((name) => `${name}人民政府`),
        { nil: undefined },
      ),
      aggregates: fc.constantFrom(undefined, '区政府组成部门及所辖镇', '各乡镇、街道'),
      contact: fc.record(
        {
          address: fc.constantFrom('青禾区禾苗路1号', '白石镇政府大院2号楼305室'),
          postcode: fc.constantFrom('990101', '155130'),
          phone: fc.constantFrom('0399-5550101', '0469-4340205'),
          email: fc.constantFrom('zwgk@qinghe-example.gov.cn', 'a_b@163.com'),
        },
        { requiredKeys: [] },
      ),
      form: fc.constantFrom('organFirst' as const, 'yearFirst' as const),
      prose: fc.array(textBlocksArbitrary, { minLength: 9, maxLength: 9 }),
      date: fc.constantFrom(undefined, '2026-01-20'),
    })
    .map(({ draft, name, title, aggregates, contact, form, prose, date }) => {
      const { issuingLine: _line, style: _style, ...kept } = draft
      const slots = Object.keys(draft.prose)
      return {
        ...kept,
        publisher: {
          kind: 'government' as const,
          name,
          ...(title && { title }),
          ...(aggregates && { aggregates }),
          ...contact,
        },
        title: { kind: form },
        // Read as plain text, a number written 1. in a paragraph counts as one where the office writes 1、.
        numbering: 'dot' as const,
        chapterTitles: {},
        preamble: { kind: 'generated' as const },
        prose: Object.fromEntries(slots.map((slot, index) => [slot, prose[index] ?? []])),
        signature: date ? { name, date } : {},
      }
    })
}

/** The draft as it was seen and as it is after it went through a Word file; equal where nothing is lost. */
export async function throughWord(draft: Draft, format: Format) {
  const docx = await exportDocx(compose(draft, format), gb9704)
  const read = reportIn(docx, 'report.docx', '2026-01-01')
  if (!read.ok) throw new Error(read.error.kind)
  return { before: comparable(draft, format), after: comparable(read.value.draft, format) }
}

/** What a reader sees, white space at the ends of lines and empty lines left out: they are not printed. */
export function comparable(draft: Draft, format: Format) {
  const shown = seen(draft, format)
  const lines = (text: string) =>
    text
      .split('\n')
      .map((line) => line.replace(/\s+/gu, ''))
      .filter((line) => line !== '')
      .join('\n')
  return {
    ...shown,
    prose: Object.fromEntries(Object.entries(shown.prose).map(([slot, text]) => [slot, lines(text)])),
  }
}
