import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Publisher, Title } from '../draft/draft'
import { titleLines, titleOnOneLine } from './title'

function lines(name: string, title: Title, year = 2025): string[] {
  const publisher: Publisher = { name, kind: 'government' }
  return titleLines({ title, year, publisher })
}

describe('titleLines', () => {
  it.each<[string, Title, string[]]>([
    ['四方台区人民政府', { kind: 'organFirst' }, ['四方台区人民政府', '2025年政府信息公开工作年度报告']],
    ['四方台区人民政府', { kind: 'yearFirst' }, ['2025年四方台区人民政府', '政府信息公开工作年度报告']],
    ['某区', { kind: 'yearFirst' }, ['2025年某区政府信息公开工作年度报告']],
    ['', { kind: 'organFirst' }, ['2025年政府信息公开工作年度报告']],
    [
      '内蒙古自治区呼伦贝尔市鄂温克族自治旗人民政府办公室',
      { kind: 'organFirst' },
      ['内蒙古自治区呼伦贝尔市', '鄂温克族自治旗人民政府办公室', '2025年政府信息公开工作年度报告'],
    ],
    [
      '双鸭山市宝山区人民政府七星街道办事处',
      { kind: 'yearFirst' },
      ['2025年双鸭山市宝山区人民政府', '七星街道办事处政府信息公开工作年度报告'],
    ],
    [
      '双鸭山市市场监督管理局',
      { kind: 'yearFirst' },
      ['2025年双鸭山市市场监督管理局', '政府信息公开工作年度报告'],
    ],
    [
      '某区',
      { kind: 'edited', lines: ['某区2025年', ' ', '年度报告\n（公开稿）'] },
      ['某区2025年', '年度报告', '（公开稿）'],
    ],
  ])('%s, %j', (name, title, expected) => {
    expect(lines(name, title)).toEqual(expected)
  })

  it("uses the organ's name for titles where it has one", () => {
    const publisher: Publisher = { name: '某区人民政府办公室', title: '某区人民政府', kind: 'government' }
    expect(titleLines({ title: { kind: 'organFirst' }, year: 2025, publisher })[0]).toBe('某区人民政府')
  })

  it('loses no character, overfills no line and tears no number apart', () => {
    const part = fc.constantFrom(
      '市',
      '区',
      '人民政府',
      '街道',
      '2025年',
      '政府信息公开工作',
      '年度报告',
      '哈',
      '123456',
      'A',
    )
    fc.assert(
      fc.property(fc.array(part, { minLength: 1, maxLength: 60 }), (parts) => {
        const text = parts.join('')
        const broken = lines('', { kind: 'edited', lines: [text] })
        expect(broken.join('')).toBe(text)
        for (const line of broken) expect(line.replace(/[A\d]/gu, '').length).toBeLessThanOrEqual(20)
        for (const [index, line] of broken.entries()) {
          if (/\d$/u.test(line) && (line.match(/\d+$/u)?.[0].length ?? 0) < 20)
            expect(broken[index + 1] ?? '').not.toMatch(/^\d/u)
        }
      }),
    )
  })

  it('a line of 10,000 characters is broken quickly', () => {
    expect(lines('', { kind: 'edited', lines: ['区'.repeat(10_000)] })).toHaveLength(500)
  })
})

it('titleOnOneLine runs the lines together', () => {
  const publisher: Publisher = { name: '某区', kind: 'government' }
  expect(titleOnOneLine({ title: { kind: 'organFirst' }, year: 2025, publisher })).toBe(
    '某区2025年政府信息公开工作年度报告',
  )
})
