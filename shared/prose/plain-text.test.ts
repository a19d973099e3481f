import { describe, expect, test } from 'vitest'
import type { TextBlock } from '../draft/draft'
import { readerLength, slotLines, slotText } from './plain-text'
import { plainRuns } from './runs'

const blocks: TextBlock[] = [
  { kind: 'runInHeading', level: 1, heading: plainRuns('依法公开。'), text: plainRuns('全年公开 5 条。') },
  { kind: 'paragraph', text: [] },
  { kind: 'numbered', level: 2, text: [...plainRuns('新闻'), { kind: 'text', text: '3 条', bold: true }] },
  { kind: 'list', items: [plainRuns('抓培训；'), plainRuns('抓考核。')] },
  { kind: 'image', image: 'a1', caption: '图 1' },
  { kind: 'image', image: 'a2' },
  {
    kind: 'table',
    header: true,
    rows: [
      [plainRuns('渠道'), plainRuns('数量')],
      [plainRuns('网站'), plainRuns('5')],
    ],
  },
]

describe('the text of a slot', () => {
  test('is what a reader sees, a line each, marks included; empty paragraphs print nothing', () => {
    expect(slotText(blocks, 'dot')).toBe(
      [
        '（一）依法公开。全年公开 5 条。',
        '1.新闻3 条',
        '一是抓培训；',
        '二是抓考核。',
        '图 1',
        '渠道\t数量',
        '网站\t5',
      ].join('\n'),
    )
  })

  test('knows where each line came from', () => {
    const text = slotText(blocks, 'comma')
    for (const line of slotLines(blocks, 'comma')) {
      expect(text.slice(line.start).startsWith(line.mark + line.text)).toBe(true)
    }
    expect(slotLines(blocks, 'comma').map((line) => [line.block, line.line, line.mark])).toEqual([
      [0, 0, '（一）'],
      [2, 0, '1、'],
      [3, 0, '一是'],
      [3, 1, '二是'],
      [4, 0, ''],
      [6, 0, ''],
      [6, 1, ''],
    ])
  })

  test('of nothing is empty', () => {
    expect(slotText([], 'dot')).toBe('')
  })
})

describe('the length a reader finds', () => {
  test.each<[string, TextBlock[], number]>([
    ['counts characters and punctuation', [{ kind: 'paragraph', text: plainRuns('全年公开5条。') }], 7],
    ['leaves out spaces of every width', [{ kind: 'paragraph', text: plainRuns(' 全　年\u00a05 条') }], 4],
    ['counts the number before a heading', [{ kind: 'heading', level: 1, text: plainRuns('概况') }], 5],
    [
      'counts a rare character outside the basic plane once',
      [{ kind: 'paragraph', text: plainRuns('𠮷') }],
      1,
    ],
    [
      'does not count the breaks between paragraphs',
      [{ kind: 'list', items: [plainRuns('甲'), plainRuns('乙')] }],
      6,
    ],
  ])('%s', (_, prose, length) => {
    expect(readerLength(prose, 'dot')).toBe(length)
  })
})
