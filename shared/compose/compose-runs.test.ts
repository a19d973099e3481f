import { describe, expect, it } from 'vitest'
import type { TextRun } from '../draft/draft'
import { composeRunLines, composeRuns, marked } from './compose-runs'

const plain = (text: string): TextRun => ({ kind: 'text', text })
const bold = (text: string): TextRun => ({ kind: 'text', text, bold: true })

describe('composeRuns', () => {
  it('cleans the text, keeps bold, and takes the blanks off both ends', () => {
    expect(composeRuns([plain('　　'), plain('\u0000全年 '), bold('12\n件'), plain(' \t')])).toEqual([
      { text: '全年 ' },
      { text: '12 件', bold: true },
    ])
  })

  it('is nothing where there is no text', () => {
    expect(composeRuns([])).toEqual([])
    expect(composeRuns([plain(' '), bold('\u0007')])).toEqual([])
  })
})

it('composeRunLines begins a new line at every line break', () => {
  expect(composeRunLines([plain('甲\n\n乙'), bold('丙\r\n丁')])).toEqual([
    [{ text: '甲' }],
    [{ text: '乙' }, { text: '丙', bold: true }],
    [{ text: '丁', bold: true }],
  ])
  expect(composeRunLines([])).toEqual([[]])
})

it('a mark joins the text behind it, but never turns bold with it', () => {
  expect(marked('1.', [{ text: '全年' }])).toEqual([{ text: '1.全年' }])
  expect(marked('1.', [{ text: '全年', bold: true }])).toEqual([{ text: '1.' }, { text: '全年', bold: true }])
  expect(marked('（一）', [])).toEqual([{ text: '（一）' }])
  expect(marked('', [{ text: '全年' }])).toEqual([{ text: '全年' }])
})
