import { describe, expect, it } from 'vitest'
import { carryOver } from '../carry-over/carry-over'
import type { Draft, Entry } from '../draft/draft'
import { newDraft } from '../draft/new-draft'
import { formatById, proposeFormat } from '../format/formats'
import { composeFiguresSheet } from './figures-sheet'
import { runsText } from './track-runs'

function pair(year: number, last: Record<string, Entry>, now: Record<string, Entry>): Draft {
  const draft = newDraft({ format: proposeFormat(year - 1), year: year - 1, scope: 'organ' })
  return { ...carryOver({ ...draft, figures: last }, { year }), figures: now }
}

function sheetOf(draft: Draft) {
  const format = formatById(draft.format)
  const sheet = format && composeFiguresSheet(draft, format)
  if (!sheet) throw new Error('Nothing to compare with.')
  const tables = sheet.blocks.flatMap((block) => (block.kind === 'table' ? [block.table] : []))
  const paragraphs = sheet.blocks.flatMap((block) =>
    block.kind === 'paragraph' ? [runsText(block.runs)] : [],
  )
  return {
    tables: tables.map(({ rows }) => rows.map((row) => row.map(({ runs }) => runsText(runs)))),
    paragraphs,
  }
}

describe('the table of changed figures', () => {
  it('has a line for a cell where rows have no total, with difference and rate', () => {
    const { tables } = sheetOf(
      pair(2025, { 't2.licensing.decisions': 80 }, { 't2.licensing.decisions': 100 }),
    )
    expect(tables).toEqual([
      [
        ['项目', '上年', '本年', '增减', '增减率'],
        ['行政许可·本年处理决定数量', '80', '100', '+20', '+25%'],
      ],
    ])
  })

  it('has a line for a row where rows have totals, both years in the columns that changed', () => {
    const same = { 't3.granted.business': 3, 't3.received.legal': 9 }
    const { tables } = sheetOf(
      pair(2025, { ...same, 't3.granted.legal': 4 }, { ...same, 't3.granted.legal': 7 }),
    )
    expect(tables[0]?.slice(1)).toEqual([
      ['（一）予以公开', '', '3', '', '', '4→7', '', '7→10', '+3', '+42.9%'],
      ['（七）总计', '', '3', '', '', '4→7', '', '7→10', '+3', '+42.9%'],
    ])
  })

  it('shows a row whose total stayed while its columns changed', () => {
    const { tables } = sheetOf(
      pair(
        2025,
        { 't3.granted.legal': 4, 't3.granted.business': 1 },
        { 't3.granted.legal': 1, 't3.granted.business': 4 },
      ),
    )
    expect(tables[0]?.[1]).toEqual(['（一）予以公开', '', '1→4', '', '', '4→1', '', '5', '0', ''])
  })

  it('says a blank as such, and how many figures have no place in the new format', () => {
    const { tables, paragraphs } = sheetOf(
      pair(2021, { 't3.granted.legal': 4, 't3.other.legal': 2 }, { 't3.granted.business': 0 }),
    )
    expect(tables[0]?.[1]).toEqual([
      '（一）予以公开',
      '',
      '空白→0',
      '',
      '',
      '4→空白',
      '',
      '4→0',
      '-4',
      '-100%',
    ])
    expect(paragraphs.at(-1)).toBe('2020年度报告有 1 个数字在本年格式中没有对应的格，没有列入。')
  })

  it('says so where nothing changed', () => {
    const figures = { 't3.granted.legal': 4 }
    expect(sheetOf(pair(2025, figures, figures))).toEqual({
      tables: [],
      paragraphs: ['两年的数字相同，没有变动。'],
    })
  })
})
