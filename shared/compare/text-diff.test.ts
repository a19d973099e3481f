import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type DiffPart, textDiff } from './text-diff'

const without = (parts: DiffPart[], kind: DiffPart['kind']) =>
  parts
    .filter((part) => part.kind !== kind)
    .map((part) => part.text)
    .join('')

describe('the difference between two texts', () => {
  test('equal texts are one part', () => {
    expect(textDiff('全文包括六个部分。', '全文包括六个部分。')).toEqual([
      { kind: 'same', text: '全文包括六个部分。' },
    ])
  })

  test('a changed word is removed and added, its surroundings stay', () => {
    expect(textDiff('由区政府编制。', '由区政府办公室编制。')).toEqual([
      { kind: 'same', text: '由区政府' },
      { kind: 'added', text: '办公室' },
      { kind: 'same', text: '编制。' },
    ])
  })

  test('a sentence written at the end is one addition', () => {
    expect(textDiff('请联系我们。', '请联系我们。欢迎查阅。')).toEqual([
      { kind: 'same', text: '请联系我们。' },
      { kind: 'added', text: '欢迎查阅。' },
    ])
  })

  test('a cut sentence is removed', () => {
    expect(textDiff('甲。乙。丙。', '甲。丙。')).toEqual([
      { kind: 'same', text: '甲。' },
      { kind: 'removed', text: '乙。' },
      { kind: 'same', text: '丙。' },
    ])
  })

  test('a number changes as a whole, and what stands between two of them stays', () => {
    expect(textDiff('公开1152条，比上年增加30条。', '公开1320条，比上年增加168条。')).toEqual([
      { kind: 'same', text: '公开' },
      { kind: 'removed', text: '1152' },
      { kind: 'added', text: '1320' },
      { kind: 'same', text: '条，比上年增加' },
      { kind: 'removed', text: '30' },
      { kind: 'added', text: '168' },
      { kind: 'same', text: '条。' },
    ])
  })

  test('a character two phrases have in common by chance does not tear them apart', () => {
    expect(textDiff('全年开展业务培训三次。', '全年组织宣传展览活动两场。')).toEqual([
      { kind: 'same', text: '全年' },
      { kind: 'removed', text: '开展业务培训三次' },
      { kind: 'added', text: '组织宣传展览活动两场' },
      { kind: 'same', text: '。' },
    ])
  })

  test('a clause that stayed between two changes stays', () => {
    const parts = textDiff(
      '区直部门按时公开，镇街有延误，已整改。',
      '各镇街按时公开，部门没有延误，正在整改。',
    )
    expect(parts.filter(({ kind }) => kind === 'same').map(({ text }) => text)).toContain('按时公开，')
  })

  test('two empty texts have no parts', () => {
    expect(textDiff('', '')).toEqual([])
  })

  test('texts too long to compare are replaced as a whole between their equal ends', () => {
    const parts = textDiff(`甲${'乙'.repeat(3000)}丁`, `甲${'丙'.repeat(3000)}丁`)
    expect(parts.map(({ kind, text }) => [kind, text.length])).toEqual([
      ['same', 1],
      ['removed', 3000],
      ['added', 3000],
      ['same', 1],
    ])
  })

  test('for any two texts the parts give back both', () => {
    const text = fc.string({ unit: fc.constantFrom('年', '报', '。', '，', 'a', '1', '展', '𠮷') })
    fc.assert(
      fc.property(text, text, (from, to) => {
        const parts = textDiff(from, to)
        expect(without(parts, 'added')).toBe(from)
        expect(without(parts, 'removed')).toBe(to)
      }),
    )
  })
})
