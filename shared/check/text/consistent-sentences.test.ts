import fc from 'fast-check'
import { expect, it } from 'vitest'
import type { Draft, Entry } from '../../draft/draft'
import { newDraft } from '../../draft/new-draft'
import { formatById } from '../../format/formats'
import { checkText } from './check-text'

/** What a sentence says of the figures: always true. */
interface Told {
  issued: number
  repealed: number
  inForce: number
  licences: number
  received: number
  brought: number
  granted: number
  partial: number
  reviews: number
}

const format = formatById('2021')
const count = fc.nat(20_000)
const told = fc.record<Told>({
  issued: count,
  repealed: count,
  inForce: count,
  licences: count,
  received: count,
  brought: count,
  granted: count,
  partial: count,
  reviews: count,
})

const sentences: ((of: Told) => string)[] = [
  (of) => `全年制发行政规范性文件${of.issued}件，废止${of.repealed}件，现行有效${of.inForce}件。`,
  (of) => `2023年，全区新收政府信息公开申请${of.received}件，上年结转${of.brought}件。`,
  (of) => `全区共收到申请${of.received + of.brought}件（含上年结转${of.brought}件）。`,
  (of) => `办结${of.granted + of.partial}件，其中予以公开${of.granted}件、部分公开${of.partial}件。`,
  (of) => `予以公开、部分公开分别为${of.granted}件、${of.partial}件。`,
  (of) => `作出行政许可${of.licences.toLocaleString('en-US')}件，被申请行政复议${of.reviews}件。`,
  (of) => `按照《条例》第三十三条，${of.reviews}个工作日内答复；咨询电话0532-${of.licences + 10_000}。`,
  (of) => `下一步，力争制发规范性文件${of.licences}件，举办培训${of.issued}期。`,
  (of) => `网站发布信息${of.licences}条，其中解读${of.issued}篇，点击${of.received}次。`,
  (of) => `全市收到申请${of.licences + 1}件；区住建局收到申请${of.issued}件。`,
]

function draftOf(text: string, of: Told): Draft {
  if (!format) throw new Error('There is no format 2021')
  const figures: Record<string, Entry> = {
    't2.normative.issued': of.issued,
    't2.normative.repealed': of.repealed,
    't2.normative.inForce': of.inForce,
    't2.licensing.decisions': of.licences,
    't3.received.individual': of.received,
    't3.broughtForward.individual': of.brought,
    't3.granted.individual': of.granted,
    't3.partial.individual': of.partial,
    't4.review.upheld': of.reviews,
  }
  const publisher = { name: '青山区人民政府办公室', kind: 'government' as const, shortName: '我区' }
  const draft = newDraft({ format, year: 2023, scope: 'aggregate', publisher })
  return { ...draft, figures, prose: { '1': [{ kind: 'paragraph', text: [{ kind: 'text', text }] }] } }
}

it('true sentences in any order, with any figures, never contradict the tables', () => {
  if (!format) throw new Error('There is no format 2021')
  fc.assert(
    fc.property(told, fc.shuffledSubarray(sentences), (of, chosen) => {
      const text = chosen.map((sentence) => sentence(of)).join('')
      expect(checkText(draftOf(text, of), format).filter(({ severity }) => severity === 'warning')).toEqual(
        [],
      )
    }),
  )
})

it('text of any characters is read without throwing, and nothing about it is an error', () => {
  if (!format) throw new Error('There is no format 2021')
  const words = fc.constantFrom(
    ...[
      '收到',
      '申请',
      '办结',
      '占',
      '其中',
      '分别为',
      '同比增长',
      '上年',
      '未',
      '行政复议',
      '12件',
      '３％',
      '百分之五',
    ],
    ...['，', '。', '、', '（', '）', '《', '2023年', '一', '万', '\n'],
  )
  const text = fc.array(fc.oneof(words, fc.string({ unit: 'grapheme', maxLength: 3 })), { maxLength: 60 })
  const of: Told = {
    issued: 1,
    repealed: 2,
    inForce: 3,
    licences: 4,
    received: 5,
    brought: 6,
    granted: 7,
    partial: 8,
    reviews: 9,
  }
  fc.assert(
    fc.property(text, (parts) => {
      expect(
        checkText(draftOf(parts.join(''), of), format).every(({ severity }) => severity !== 'error'),
      ).toBe(true)
    }),
  )
})
