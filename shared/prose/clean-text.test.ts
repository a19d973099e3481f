import { expect, test } from 'vitest'
import { cleanText } from './clean-text'

test.each([
  ['keeps Chinese, full-width spaces and punctuation', '全年　公开“5”条—…', '全年　公开“5”条—…'],
  ['keeps emoji and rare characters whole', '😀👨‍👩‍👧❤️𠮷', '😀👨‍👩‍👧❤️𠮷'],
  ['reads every line break as one', 'a\r\nb\rc\vd\u2028e\u0085f', 'a\nb\nc\nd\ne\nf'],
  ['reads a tab as a space', '（一）\t概况', '（一） 概况'],
  ['drops control characters', 'a\u0000\u0007\u001b\u007f\u009fb', 'ab'],
  ['drops halves of surrogate pairs', 'a\ud83db\ude00c', 'abc'],
  [
    'drops byte order marks, zero-width spaces and marks of direction',
    '\ufeffa\u200bb\u202ec\u2066d',
    'abcd',
  ],
  ['drops non-characters, which no Word file may hold', 'a\ufffe\uffffb', 'ab'],
])('%s', (_, foreign, clean) => {
  expect(cleanText(foreign)).toBe(clean)
})
