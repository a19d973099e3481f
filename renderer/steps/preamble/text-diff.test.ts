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
    const text = fc.string({ unit: fc.constantFrom('年', '报', '。', '，', 'a', '𠮷') })
    fc.assert(
      fc.property(text, text, (from, to) => {
        const parts = textDiff(from, to)
        expect(without(parts, 'added')).toBe(from)
        expect(without(parts, 'removed')).toBe(to)
      }),
    )
  })
})
