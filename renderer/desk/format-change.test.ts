import { expect, test } from 'vitest'
import type { Draft, Run } from '../../shared/draft/draft'
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
  expect(figuresWithoutPlace({ ...draftOf(2025), figures }, format2021, format2019)).toMatchObject([
    { cell: 't2.regulations.issued', name: '表二·规章·本年制发件数', reason: '新格式没有这一格。' },
    { cell: 't3.other.3.legal', name: '表三（六）3.其他·法律服务机构' },
  ])
})

test('a report of 2020 made one of 2021 has its figures at their new cells', () => {
  const old = { 't2.normative.made': 5, 't2.normative.total': 50, 't3.granted.legal': 3 }
  const draft = { ...draftOf(2020), figures: old }
  expect(figuresWithoutPlace(draft, format2019, format2021)).toMatchObject([
    { cell: 't2.normative.total', reason: expect.stringContaining('不能互相顶替') },
  ])
  takeFormat(draft, format2019, format2021)
  expect(draft.figures).toEqual({ 't2.normative.issued': 5, 't3.granted.legal': 3 })
})

test('taking a format keeps what both have', () => {
  const draft = { ...draftOf(2025), figures: { ...figures } }
  takeFormat(draft, format2021, format2019)
  expect(draft).toMatchObject({
    format: '2019',
    figures: { 't2.licensing.decisions': 2, 't4.review.upheld': 4 },
  })
})

test('linked figures of the text stay with their cells, or become what they showed', () => {
  const figure = (cell: string): Run => ({
    kind: 'figure',
    value: { kind: 'cell', cell },
    style: { digits: 'plain' },
  })
  const old = { 't2.normative.total': 50, 't3.granted.legal': 3 }
  const text = [figure('t3.granted.legal'), figure('t2.normative.total')]
  const draft: Draft = { ...draftOf(2020), figures: old, prose: { 1: [{ kind: 'paragraph', text }] } }
  takeFormat(draft, format2019, format2021)
  expect(draft.prose[1]).toEqual([
    { kind: 'paragraph', text: [figure('t3.granted.legal'), { kind: 'text', text: '50' }] },
  ])
})
