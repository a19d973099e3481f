import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { comparable, repetitionRate, shinglesOf } from './repetition'

const rate = (text: string, last: string) => repetitionRate(comparable(text), shinglesOf(comparable(last)))

describe('how much of a text is last year’s', () => {
  const last = '个别单位对公开工作重视不够，公开内容更新不及时。'
  test.each([
    ['the same text', last, 1],
    ['other numbers and punctuation', last.replace('，', '、'), 1],
    ['half of it', `个别单位对公开工作重视不够，全年新增十二处便民查阅点`, 0.5],
    ['none of it', '全年新增便民查阅点十二处，覆盖所有乡镇街道。', 0],
    ['nothing', '', 0],
    ['too short to tell', '不够及时', 0],
  ])('%s', (_, text, expected) => {
    expect(rate(text, last)).toBeCloseTo(expected, 1)
  })

  test('citations count for nothing', () => {
    const citation = '《中华人民共和国政府信息公开条例》（国务院令第711号）'
    expect(comparable(`根据${citation}第五十条、国办公开办函〔2021〕30号，`)).toBe('根据国办公开办函')
  })

  test('is a share, 1 of a text against itself', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom(...'公开工作'), maxLength: 60 }),
        fc.string(),
        (text, other) => {
          expect(rate(text, other)).toBeGreaterThanOrEqual(0)
          expect(rate(text, text)).toBe(text.length < 8 ? 0 : 1)
        },
      ),
    )
  })
})
