import { describe, expect, it } from 'vitest'
import { type CellPlace, cellPlaces } from '../compose/cell-places'
import { composeTable } from '../compose/compose-table'
import type { DocumentTable } from '../compose/document'
import { formatById, formats } from '../format/formats'
import { htmlTable } from './html-table'
import { headingsOf } from './table-headings'

function tableOf(formatId: string, id: string): DocumentTable {
  const format = formatById(formatId)
  const table = format?.tables.find((candidate) => candidate.id === id)
  if (!format || !table) throw new Error(`no ${id} in ${formatId}`)
  return composeTable(format, table, new Map())
}

const text = ({ cell }: CellPlace) => cell.runs.map((run) => run.text).join('')

describe('a figure names its headings, outermost first', () => {
  it.each([
    ['2021', 't2.normative.inForce', ['第二十条第（一）项', '现行有效件数', '行政规范性文件']],
    ['2021', 't2.penalties.decisions', ['第二十条第（六）项', '本年处理决定数量', '行政处罚']],
    ['2019', 't2.procurement.amount', ['第二十条第（九）项', '采购总金额', '政府集中采购']],
    [
      '2021',
      't3.refused.3.research',
      [
        '申请人情况',
        '法人或其他组织',
        '科研机构',
        '三、本年度办理结果',
        '（三）不予公开',
        '3.危及“三安全一稳定”',
      ],
    ],
    ['2021', 't3.received.individual', ['申请人情况', '自然人', '一、本年新收政府信息公开申请数量']],
    ['2021', 't3.carriedForward.total', ['申请人情况', '总计', '四、结转下年度继续办理']],
    ['2021', 't4.review.total', ['行政复议', '总计']],
    ['2021', 't4.afterReview.pending', ['行政诉讼', '复议后起诉', '尚未审结']],
  ])('%s %s', (format, cell, headings) => {
    const named = headingsOf(cellPlaces(tableOf(format, cell.slice(0, 2))))
    const [, found] = [...named].find(([place]) => place.cell.cell === cell) ?? []
    expect(found?.map(text)).toEqual(headings)
  })
})

describe.each(formats)('the tables of the format of $id', (format) => {
  it.each(format.tables)('$name: every id that a figure names belongs to a heading', (table) => {
    const html = htmlTable(composeTable(format, table, new Map()), 'block-7')
    const headings = [...html.matchAll(/<th [^>]*id="([^"]+)" scope="(?:col|row)(?:group)?"/gu)]
    const ids = headings.map(([, id]) => id)
    expect(new Set(ids).size).toBe(ids.length)
    const figures = [...html.matchAll(/<td class="figure"[^>]*headers="([^"]+)" data-cell="([^"]+)"/gu)]
    const cells = table.grid.rows.flat().flatMap((cell) => (cell.kind === 'figure' ? [cell.cell] : []))
    expect(figures.map(([, , cell]) => cell)).toEqual(cells)
    for (const [, named = ''] of figures) for (const id of named.split(' ')) expect(ids).toContain(id)
  })
})

describe('a table', () => {
  const html = htmlTable(tableOf('2021', 't3'), 't')

  it('has a name, scrolls by itself and takes the keyboard', () => {
    expect(html).toContain(
      '<div class="table-region" id="t" data-table="t3" role="region" aria-labelledby="t-caption" tabindex="0">',
    )
    expect(html).toContain('<caption id="t-caption">收到和处理政府信息公开申请情况</caption>')
  })

  it('repeats its header rows and writes 三、本年度办理结果 from top to bottom', () => {
    expect(html).toMatch(/<thead>(?:<tr>(?:(?!<\/tr>).)*<\/tr>){3}<\/thead><tbody>/u)
    expect(html).toMatch(
      /rowspan="22" id="t-6-1" scope="rowgroup"><span class="vertical">三、本年度办理结果</u,
    )
  })

  it.each([
    ['official', 't2', 30, true],
    ['short', undefined, 10, true],
    ['long', undefined, 11, false],
  ])('%s, id %s of %i rows, stays together: %o', (_what, id, rows, expected) => {
    const cell = { role: 'text' as const, runs: [], colSpan: 1, rowSpan: 1 }
    const table = {
      ...(id && { id }),
      caption: '',
      widths: [1],
      headerRows: 0,
      rows: Array(rows).fill([cell]),
    }
    expect(htmlTable(table, 't').includes('kept-together')).toBe(expected)
  })
})
