import { describe, expect, test } from 'vitest'
import type { Block, Level } from '../draft/draft'
import { blockMarks, chineseNumeral, listMark } from './marks'

const heading = (level: Level): Block => ({ kind: 'heading', level, text: [] })
const runInHeading = (level: Level): Block => ({ kind: 'runInHeading', level, heading: [], text: [] })
const numbered = (level: Level): Block => ({ kind: 'numbered', level, text: [] })
const paragraph: Block = { kind: 'paragraph', text: [] }

describe('Chinese numerals', () => {
  test.each([
    [1, '一'],
    [9, '九'],
    [10, '十'],
    [11, '十一'],
    [20, '二十'],
    [21, '二十一'],
    [99, '九十九'],
    [100, '一百'],
    [105, '一百零五'],
    [110, '一百一十'],
    [999, '九百九十九'],
    [1001, '一千零一'],
  ])('%i is %s', (n, numeral) => {
    expect(chineseNumeral(n)).toBe(numeral)
  })

  test('list items are counted 一是, 二是 …', () => {
    expect([0, 1, 2, 10].map(listMark)).toEqual(['一是', '二是', '三是', '十一是'])
  })
})

describe('block marks', () => {
  test.each<[string, Block[], string[]]>([
    [
      'levels count on across text between them',
      [heading(1), paragraph, heading(1)],
      ['（一）', '', '（二）'],
    ],
    [
      'a deeper level begins again after a higher one',
      [heading(1), heading(2), heading(3), heading(3), heading(2), heading(3), heading(1), heading(2)],
      ['（一）', '1.', '（1）', '（2）', '2.', '（1）', '（二）', '1.'],
    ],
    [
      'headings, run-in headings and numbered paragraphs of a level count together',
      [heading(1), runInHeading(1), numbered(2), heading(2), numbered(1)],
      ['（一）', '（二）', '1.', '2.', '（三）'],
    ],
    [
      'any level may start without its parents',
      [numbered(3), numbered(3), numbered(2), numbered(3)],
      ['（1）', '（2）', '1.', '（1）'],
    ],
    [
      'a first level ends a third one without a second',
      [heading(3), heading(1), heading(3)],
      ['（1）', '（一）', '（1）'],
    ],
    [
      'a list carries its marks on its items',
      [{ kind: 'list', items: [[], []] }, heading(1)],
      ['', '（一）'],
    ],
  ])('%s', (_, blocks, marks) => {
    expect(blockMarks(blocks, 'dot')).toEqual(marks)
  })

  test('the second level is printed 1、 by choice', () => {
    expect(blockMarks([heading(1), heading(2), numbered(3)], 'comma')).toEqual(['（一）', '1、', '（1）'])
  })
})
