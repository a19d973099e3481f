import { expect, it } from 'vitest'
import type { ChapterTitle } from '../draft/draft'
import type { Chapter } from '../format/format'
import { chapterTitle } from './chapter-title'

const chapter: Chapter = {
  id: '2',
  number: '二',
  title: '主动公开政府信息情况',
  longTitle: '行政机关主动公开政府信息情况',
  body: { kind: 'prose' },
  guidance: { text: '' },
}

it.each<[string, ChapterTitle | undefined, string]>([
  ["the template's by default", undefined, '主动公开政府信息情况'],
  ["the notice's longer wording", { kind: 'long' }, '行政机关主动公开政府信息情况'],
  ["the office's own", { kind: 'own', text: ' 主动公开情况 ' }, '主动公开情况'],
  [
    "an own title without text is the template's: no heading goes missing",
    { kind: 'own', text: '' },
    '主动公开政府信息情况',
  ],
])('%s', (_, chosen, expected) => {
  expect(chapterTitle(chapter, { chapterTitles: chosen ? { '2': chosen } : {} })).toBe(expected)
})

it('a chapter without a longer wording keeps its title', () => {
  const { longTitle: _, ...plain } = chapter
  expect(chapterTitle(plain, { chapterTitles: { '2': { kind: 'long' } } })).toBe('主动公开政府信息情况')
})
