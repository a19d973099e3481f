import { expect, it } from 'vitest'
import type { ImageData, TextBlock, TextRun } from '../draft/draft'
import { composeProse } from './compose-prose'

const text = (value: string): TextRun[] => [{ kind: 'text', text: value }]
const picture: ImageData = { type: 'image/png', width: 2, height: 1, data: 'AAAA' }

function prose(blocks: TextBlock[], numbering: 'dot' | 'comma' = 'dot') {
  return composeProse(blocks, { numbering, images: { abc: picture } })
}

it('numbers headings, run-in headings, numbered paragraphs and lists', () => {
  const blocks: TextBlock[] = [
    { kind: 'heading', level: 1, text: text('主动公开') },
    { kind: 'paragraph', text: text('全年公开。') },
    { kind: 'runInHeading', level: 1, heading: text('依申请公开。'), text: text('收到3件。\n均已办结。') },
    { kind: 'numbered', level: 2, text: text('全年答复。') },
    { kind: 'heading', level: 3, text: text('细目') },
    { kind: 'list', items: [text('抓培训。'), text('抓考核。')] },
  ]
  expect(prose(blocks, 'comma')).toEqual([
    { kind: 'heading', level: 2, runs: [{ text: '（一）主动公开' }] },
    { kind: 'paragraph', runs: [{ text: '全年公开。' }] },
    {
      kind: 'runInHeading',
      level: 2,
      heading: [{ text: '（二）依申请公开。' }],
      runs: [{ text: '收到3件。' }],
    },
    { kind: 'paragraph', runs: [{ text: '均已办结。' }] },
    { kind: 'paragraph', runs: [{ text: '1、全年答复。' }] },
    { kind: 'heading', level: 4, runs: [{ text: '（1）细目' }] },
    { kind: 'paragraph', runs: [{ text: '一是抓培训。' }] },
    { kind: 'paragraph', runs: [{ text: '二是抓考核。' }] },
  ])
})

it('prints no empty paragraph, but never leaves a number out', () => {
  const blocks: TextBlock[] = [
    { kind: 'paragraph', text: [] },
    { kind: 'heading', level: 1, text: [] },
    { kind: 'heading', level: 1, text: text('乙') },
  ]
  expect(prose(blocks).map((block) => ('runs' in block ? block.runs : []))).toEqual([
    [{ text: '（一）' }],
    [{ text: '（二）乙' }],
  ])
})

it('sets an image with its caption below; a lost image leaves its caption', () => {
  expect(prose([{ kind: 'image', image: 'abc', caption: '图1 公开专区' }])).toEqual([
    { kind: 'image', image: picture, alt: '图1 公开专区' },
    { kind: 'caption', text: '图1 公开专区' },
  ])
  expect(prose([{ kind: 'image', image: 'abc' }])).toEqual([{ kind: 'image', image: picture, alt: '图片' }])
  expect(prose([{ kind: 'image', image: 'toString', caption: '图2' }])).toEqual([
    { kind: 'caption', text: '图2' },
  ])
})

it('fills short rows of a table up, so that it has a grid', () => {
  const rows = [[text('渠道'), text('条数')], [text('网站')]]
  const [block] = prose([{ kind: 'table', header: true, rows }])
  if (block?.kind !== 'table') throw new Error('no table')
  expect(block.table.widths).toEqual([1, 1])
  expect(block.table.headerRows).toBe(1)
  expect(block.table.rows.map((row) => row.map((cell) => [cell.role, cell.runs[0]?.text ?? '']))).toEqual([
    [
      ['header', '渠道'],
      ['header', '条数'],
    ],
    [
      ['text', '网站'],
      ['text', ''],
    ],
  ])
  expect(prose([{ kind: 'table', header: false, rows: [] }])).toEqual([])
})
