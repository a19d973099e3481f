import { expect, test } from 'vitest'
import { formats } from '../../shared/format/formats'
import { draftOf } from './desk-world'
import { figuresWithoutPlace, takeFormat } from './format-change'

const [format2019, format2021] = formats
if (!format2019 || !format2021) throw new Error('Two formats are needed.')

const figures = {
  't2.regulations.issued': 1,
  't2.licensing.decisions': 2,
  't3.other.3.legal': 3,
  't4.review.upheld': 4,
}

test('figures the other format has no cell for are named as the clerk knows them', () => {
  expect(figuresWithoutPlace({ ...draftOf(2025), figures }, format2021, format2019)).toEqual([
    { cell: 't2.regulations.issued', name: '表二·规章·本年制发件数' },
    { cell: 't3.other.3.legal', name: '表三（六）3.其他·法律服务机构' },
  ])
})

test('taking a format keeps what both have', () => {
  const draft = { ...draftOf(2025), figures: { ...figures } }
  takeFormat(draft, format2021, format2019)
  expect(draft).toMatchObject({
    format: '2019',
    figures: { 't2.licensing.decisions': 2, 't4.review.upheld': 4 },
  })
})
