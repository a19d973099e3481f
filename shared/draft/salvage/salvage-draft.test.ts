import { assert, integer, property } from 'fast-check'
import { describe, expect, test } from 'vitest'
import { proposeFormat } from '../../format/formats'
import type { Block, Draft } from '../draft'
import { arbitraryDraft } from '../draft-arbitrary'
import { newDraft } from '../new-draft'
import { writeDraft } from '../write-draft'
import { salvageDraft } from './salvage-draft'

const format = proposeFormat(2025)
const paragraph = (text: string) => ({ kind: 'paragraph' as const, text: [{ kind: 'text' as const, text }] })
const draft: Draft = {
  ...newDraft({ format, year: 2024, scope: 'aggregate' }),
  publisher: { name: '某某镇人民政府', kind: 'town', phone: '0399-5550101', postcode: '990101' },
  prose: { 1: [paragraph('第一段'), paragraph('第二段')], 5: [paragraph('问题')] },
  figures: {
    't2.regulations.issued': 2,
    't2.fees.amount': '12.50',
    't3.other.1.individual': 57,
    't3.other.2.individual': 8,
  },
  signature: { name: '某某镇人民政府', date: '2025-01-20' },
}
const text = writeDraft(draft)
const change = (from: string, to: string) => {
  if (!text.includes(from)) throw new Error(`The draft has no ${from}.`)
  return text.replace(from, to)
}
const without = (key: keyof Draft['figures']) => {
  const { [key]: _gone, ...figures } = draft.figures
  return figures
}

describe('a damaged draft is opened as far as it is proven', () => {
  test.each<[string, string, Partial<Draft>, string[]]>([
    ['whole', text, {}, []],
    [
      'with Windows line ends and a lost bracket',
      text.replaceAll('\n', '\r\n').trimEnd().slice(0, -1),
      {},
      ['文件的结尾'],
    ],
    [
      'with a figure that is no number',
      change('issued": 2,', 'issued": 2x,'),
      { figures: without('t2.regulations.issued') },
      ['表二·规章·本年制发件数'],
    ],
    [
      'with a figure without its comma',
      change('issued": 2,', 'issued": 2'),
      { figures: without('t2.regulations.issued') },
      ['表二·规章·本年制发件数'],
    ],
    [
      'with an address of no cell',
      change('t2.regulations.issued', 't2.regulations.isrued'),
      { figures: without('t2.regulations.issued') },
      ['表格数字：开头的一处'],
    ],
    [
      'with a paragraph cut open',
      change('"第一段"', '"第一段'),
      { prose: { 1: [paragraph('第二段')], 5: [paragraph('问题')] } },
      ['第 1 章正文第 1 段'],
    ],
    [
      'with a letter that cannot be read in the prose',
      change('第一段"', '第\ufffd段",'),
      { prose: { 1: [paragraph('第二段')], 5: [paragraph('问题')] } },
      ['第 1 章正文第 1 段'],
    ],
    [
      'with a letter that cannot be read in a name',
      change('0399-5550101"', '0399-\ufffd"').replace('"year"', '"yea"'),
      { year: 2030, publisher: { name: '某某镇人民政府', kind: 'town', postcode: '990101' } },
      ['年度，先按 2030 年', '文件中的一处', '基本信息的电话'],
    ],
    [
      'with a wrong postcode type',
      change('"990101"', '990101'),
      { publisher: { name: '某某镇人民政府', kind: 'town', phone: '0399-5550101' } },
      ['基本信息的邮编'],
    ],
    ['without its format, which the cells still tell', change('  "format": "2021",\n', ''), {}, []],
    [
      'with one address turned into another and a lost bracket',
      change('t3.other.1.individual', 't3.other.3.individual').trimEnd().slice(0, -1),
      { figures: { 't2.regulations.issued': 2, 't2.fees.amount': '12.50' } },
      ['表三（六）3.其他·自然人', '表三（六）2.申请人逾期未缴纳费用·自然人', '文件的结尾'],
    ],
    [
      'with one cell twice',
      change('t3.other.1.individual', 't3.other.2.individual'),
      { figures: { 't2.regulations.issued': 2, 't2.fees.amount': '12.50' } },
      ['表三（六）2.申请人逾期未缴纳费用·自然人'],
    ],
    [
      'cut off among the figures',
      text.slice(0, text.indexOf('7,\n    "t3.other.2')),
      { figures: { 't2.regulations.issued': 2, 't2.fees.amount': '12.50' }, signature: {} },
      [
        '表三（六）1.申请人无正当理由逾期不补正·自然人',
        '表格数字的后半部分',
        '落款',
        '保留说明',
        '图片',
        '文件的结尾',
      ],
    ],
  ])('%s', (_what, damaged, different, lost) => {
    expect(salvageDraft(damaged, 2030)).toEqual({ draft: { ...draft, ...different }, lost })
  })
})

test.each([
  ['nothing', ''],
  ['zeros', '\0'.repeat(1000)],
  ['another kind of text', 'kind: nianbao-draft'],
  ['the top of a draft', text.slice(0, 60)],
])('of %s nothing is left', (_what, damaged) => {
  expect(salvageDraft(damaged, 2030)).toBeUndefined()
})

describe('whatever happened to the file', () => {
  const wholes = arbitraryDraft(format)

  test('a cut leaves figures and paragraphs as they were, and says what is missing', () => {
    assert(
      property(wholes, integer({ min: 0, max: 999 }), (whole, share) => {
        const written = writeDraft(whole)
        const salvaged = salvageDraft(written.slice(0, (written.length * share) / 1000), 2030)
        if (!salvaged) return
        expect(whole.figures).toMatchObject(salvaged.draft.figures)
        for (const [slot, blocks] of Object.entries<Block[]>(salvaged.draft.prose))
          expect(whole.prose[slot]?.slice(0, blocks.length)).toEqual(blocks)
        expect(salvaged.lost).toContain('文件的结尾')
      }),
      { numRuns: 100, endOnFailure: true },
    )
  })

  test('a flipped bit touches no figure but its own, and what is left out is named', () => {
    assert(
      property(wholes, integer({ min: 0, max: 1e6 }), integer({ min: 0, max: 6 }), (whole, at, bit) => {
        const written = writeDraft(whole)
        const place = at % written.length
        const flipped = String.fromCharCode(written.charCodeAt(place) ^ (1 << bit))
        const salvaged = salvageDraft(written.slice(0, place) + flipped + written.slice(place + 1), 2030)
        if (!salvaged) return
        const changed = Object.entries(whole.figures).filter(
          ([cell, entry]) => salvaged.draft.figures[cell] !== entry && cell in salvaged.draft.figures,
        )
        expect(changed.length).toBeLessThanOrEqual(1)
        if (Object.keys(salvaged.draft.figures).length < Object.keys(whole.figures).length)
          expect(salvaged.lost).not.toEqual([])
      }),
      { numRuns: 100, endOnFailure: true },
    )
  })
})
