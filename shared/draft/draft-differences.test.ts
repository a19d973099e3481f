import { assert, property } from 'fast-check'
import { expect, test } from 'vitest'
import { proposeFormat } from '../format/formats'
import type { Draft } from './draft'
import { arbitraryDraft } from './draft-arbitrary'
import { draftDifferences } from './draft-differences'
import { newDraft } from './new-draft'
import { writeDraft } from './write-draft'

const format = proposeFormat(2025)
const empty = newDraft({ format, year: 2025, scope: 'organ' })
const paragraph = (text: string) => ({ kind: 'paragraph' as const, text: [{ kind: 'text' as const, text }] })

test.each<[string, Partial<Draft>, Partial<Draft>, [string, string, string][]]>([
  ['nothing', {}, {}, []],
  ['the year', { year: 2024 }, {}, [['年度', '2024', '2025']]],
  [
    'a field of the organ',
    { publisher: { ...empty.publisher, phone: '0399-1' } },
    {},
    [['基本信息的电话', '0399-1', '']],
  ],
  [
    'a figure by its name, and one that is not there',
    { figures: { 't3.granted.total': 65 } },
    { figures: { 't3.granted.total': 56, 't3.received.individual': 0 } },
    [
      ['表三（一）予以公开·总计', '65', '56'],
      ['表三·一、本年新收·自然人', '', '0'],
    ],
  ],
  [
    'the paragraphs between equal ones',
    { prose: { 1: [paragraph('一'), paragraph('甲'), paragraph('三')] } },
    { prose: { 1: [paragraph('一'), paragraph('乙'), paragraph('二'), paragraph('三')] } },
    [
      ['第 1 章正文第 2 段', '甲', '乙'],
      ['第 1 章正文第 3 段', '', '二'],
    ],
  ],
  [
    'the look of equal words',
    { prose: { 1: [paragraph('一')] } },
    { prose: { 1: [{ kind: 'paragraph', text: [{ kind: 'text', text: '一', bold: true }] }] } },
    [['第 1 章正文', '字形、图片或随表数字', '字形、图片或随表数字']],
  ],
])('tells %s', (_what, one, other, expected) => {
  const differences = draftDifferences({ ...empty, ...one }, { ...empty, ...other })
  expect(differences.map(({ place, one, other }) => [place, one, other])).toEqual(expected)
})

test('there is a difference exactly where the files differ', () => {
  assert(
    property(arbitraryDraft(format), arbitraryDraft(format), (one, other) => {
      expect(draftDifferences(one, { ...one })).toEqual([])
      expect(draftDifferences(one, other).length > 0).toBe(writeDraft(one) !== writeDraft(other))
    }),
    { numRuns: 40 },
  )
})
