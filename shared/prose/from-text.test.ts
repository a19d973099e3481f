import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Block, Level } from '../draft/draft'
import { textBlocksArbitrary } from './blocks-arbitrary'
import { proseFromLines, proseFromText } from './from-text'
import { slotText } from './plain-text'
import { plainRuns } from './runs'

const heading = (level: Level, text: string): Block => ({ kind: 'heading', level, text: plainRuns(text) })
const numbered = (level: Level, text: string): Block => ({ kind: 'numbered', level, text: plainRuns(text) })
const paragraph = (text: string): Block => ({ kind: 'paragraph', text: plainRuns(text) })
const list = (...items: string[]): Block => ({ kind: 'list', items: items.map(plainRuns) })
const runInHeading = (heading: string, text: string): Block => ({
  kind: 'runInHeading',
  level: 1,
  heading: plainRuns(heading),
  text: plainRuns(text),
})

describe('a line of text becomes', () => {
  test.each<[string, string, Block[]]>([
    ['a paragraph', '全年公开 5 条。再说一句。', [paragraph('全年公开 5 条。再说一句。')]],
    ['a heading of the first level', '（一）主动公开', [heading(1, '主动公开')]],
    [
      'a heading that keeps its full stop',
      '（一）积极公开，应公开尽公开。',
      [heading(1, '积极公开，应公开尽公开。')],
    ],
    ['a heading that ends in a quotation', '（一）坚持“公开为常态。”', [heading(1, '坚持“公开为常态。”')]],
    ['a heading of the second level', '1.新闻动态', [heading(2, '新闻动态')]],
    ['a heading of the second level, written 1、', '1、新闻动态', [heading(2, '新闻动态')]],
    ['a heading of the third level', '（1）网站', [heading(3, '网站')]],
    ['a heading with half-width brackets', '(一)主动公开', [heading(1, '主动公开')]],
    ['a heading with full-width digits', '１．新闻', [heading(2, '新闻')]],
    ['a heading with full-width digits in brackets', '(１)网站', [heading(3, '网站')]],
    ['a heading with a space or tab after its number', '（一）\t主动公开', [heading(1, '主动公开')]],
    ['a heading without text', '（一）', [heading(1, '')]],
    [
      'a run-in heading up to its first full stop',
      '（一）依法开展主动公开工作。全年公开 5 条。网站 3 条。',
      [runInHeading('依法开展主动公开工作。', '全年公开 5 条。网站 3 条。')],
    ],
    [
      'a run-in heading up to …方面：',
      '（一）主动公开方面：全年公开 5 条。网站 3 条。',
      [runInHeading('主动公开方面：', '全年公开 5 条。网站 3 条。')],
    ],
    ['a heading where nothing follows …方面：', '（一）主动公开方面：', [heading(1, '主动公开方面：')]],
    ['a numbered paragraph', '1.全年公开 5 条。网站 3 条。', [numbered(2, '全年公开 5 条。网站 3 条。')]],
    [
      'a numbered paragraph that begins with a year',
      '1.2025年公开 5 条。',
      [heading(2, '2025年公开 5 条。')],
    ],
    ['a numbered paragraph of the third level', '（1）网站。3 条。', [numbered(3, '网站。3 条。')]],
  ])('%s: %s', (_, text, blocks) => {
    expect(proseFromText(text)).toEqual(blocks)
  })
})

describe('is not a number', () => {
  test.each([
    ['a decimal', '1.5万件次'],
    ['a full-width decimal', '１．５万件次'],
    ['a year', '2021年，我区公开信息。'],
    ['a date', '2021.1.1起施行'],
    ['a figure with a leading zero', '01.概况'],
    ['a number of a chapter', '一、总体情况'],
    ['a single 一是 within a sentence', '一是抓培训；二是抓考核。'],
  ])('%s: %s', (_, text) => {
    expect(proseFromText(text)).toEqual([paragraph(text)])
  })
})

describe('a number the app would not print stays in the text', () => {
  test.each<[string, string[], Block[]]>([
    ['a start at （三）', ['（三）考核', '（四）评议'], [paragraph('（三）考核'), paragraph('（四）评议')]],
    ['a start at 3.', ['3.考核'], [paragraph('3.考核')]],
    ['a gap', ['（一）公开', '（三）考核'], [heading(1, '公开'), paragraph('（三）考核')]],
    [
      'a second count without a heading between',
      ['1.甲', '2.乙', '措施：', '1.丙', '2.丁'],
      [heading(2, '甲'), heading(2, '乙'), paragraph('措施：'), paragraph('1.丙'), paragraph('2.丁')],
    ],
    [
      'a list that starts at 二是',
      ['二是抓考核；', '三是抓评议。'],
      [paragraph('二是抓考核；'), paragraph('三是抓评议。')],
    ],
  ])('%s', (_, lines, blocks) => {
    expect(proseFromText(lines.join('\n'))).toEqual(blocks)
  })

  test('but text that goes into the middle of a slot counts on from what stands before it', () => {
    expect(proseFromText('（三）考核\n1.甲', [2, 4, 0])).toEqual([heading(1, '考核'), heading(2, '甲')])
    expect(proseFromText('（一）考核', [2, 0, 0])).toEqual([paragraph('（一）考核')])
  })
})

describe('lines', () => {
  test('blank ones are dropped, indents trimmed, breaks of any system read', () => {
    expect(proseFromText('　　第一段。\r\n\r\n \t \r　　第二段。　\u2028第三段。')).toEqual([
      paragraph('第一段。'),
      paragraph('第二段。'),
      paragraph('第三段。'),
    ])
  })

  test('一是, 二是 … in order, a line each, are a list; a new 一是 begins another', () => {
    expect(proseFromText('问题：\n一是甲；\n二是乙。\n一是丙；\n二是丁。\n完。')).toEqual([
      paragraph('问题：'),
      list('甲；', '乙。'),
      list('丙；', '丁。'),
      paragraph('完。'),
    ])
  })

  test('control characters and halves of surrogate pairs are dropped, emoji kept', () => {
    expect(proseFromText('全年\u0000公\ud83d开😀')).toEqual([paragraph('全年公开😀')])
  })

  test('keep the look of their runs', () => {
    const line = [
      ...plainRuns('（一）公开。全'),
      { kind: 'text' as const, text: '年5条', bold: true as const },
    ]
    expect(proseFromLines([line])).toEqual([
      {
        kind: 'runInHeading',
        level: 1,
        heading: plainRuns('公开。'),
        text: [...plainRuns('全'), { kind: 'text', text: '年5条', bold: true }],
      },
    ])
  })

  test('of nothing are no blocks', () => {
    expect(proseFromText(' \n　\n')).toEqual([])
  })
})

describe('property', () => {
  test('prose written out as text and read again prints the same text', () => {
    fc.assert(
      fc.property(textBlocksArbitrary, (blocks) => {
        const text = slotText(blocks, 'dot')
        expect(slotText(proseFromText(text), 'dot')).toBe(text)
      }),
      { numRuns: 1000 },
    )
  })

  test('reading any text twice changes nothing any more', () => {
    const writtenMarks = fc.constantFrom(
      '(一)',
      '１．',
      '1、',
      '２、',
      '(１)',
      '三是',
      '\r',
      '一是',
      '\n',
      '。',
      '甲',
    )
    const anyText = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.array(writtenMarks).map((pieces) => pieces.join('')),
    )
    fc.assert(
      fc.property(anyText, fc.constantFrom('dot' as const, 'comma' as const), (text, numbering) => {
        const once = slotText(proseFromText(text), numbering)
        // "1." before a text that begins with a digit is printed like a decimal, and read as one.
        fc.pre(!/^[0-9]{1,3}[.][0-9０-９]/mu.test(once))
        expect(slotText(proseFromText(once), numbering)).toBe(once)
      }),
    )
  })
})

test('a paste of 5 MB is read without choking', () => {
  const lines = '（一）全年公开政府信息。其中网站 5 条；\n一是甲\n二是乙\n'.repeat(60_000)
  expect(proseFromText(lines)).toHaveLength(120_000)
})
