import { describe, expect, it } from 'vitest'
import type { Format, Grid } from './format'
import { formatById } from './formats'

/**
 * The official tables, drawn by hand from the two notices. A line is a printed row, | separates cells, # is a
 * figure, [c×r] a cell merged across c columns and r rows; a cell covered from above is left out.
 */
const disclosure2021 = `
第二十条第（一）项 [4×1]
信息内容 | 本年制发件数 | 本年废止件数 | 现行有效件数
规章 | # | # | #
行政规范性文件 | # | # | #
第二十条第（五）项 [4×1]
信息内容 | 本年处理决定数量 [3×1]
行政许可 | # [3×1]
第二十条第（六）项 [4×1]
信息内容 | 本年处理决定数量 [3×1]
行政处罚 | # [3×1]
行政强制 | # [3×1]
第二十条第（八）项 [4×1]
信息内容 | 本年收费金额（单位：万元） [3×1]
行政事业性收费 | # [3×1]
`
const disclosure2019 = `
第二十条第（一）项 [4×1]
信息内容 | 本年新制作数量 | 本年新公开数量 | 对外公开总数量
规章 | # | # | #
规范性文件 | # | # | #
第二十条第（五）项 [4×1]
信息内容 | 上一年项目数量 | 本年增/减 | 处理决定数量
行政许可 | # | # | #
其他对外管理服务事项 | # | # | #
第二十条第（六）项 [4×1]
信息内容 | 上一年项目数量 | 本年增/减 | 处理决定数量
行政处罚 | # | # | #
行政强制 | # | # | #
第二十条第（八）项 [4×1]
信息内容 | 上一年项目数量 | 本年增/减 [2×1]
行政事业性收费 | # | # [2×1]
第二十条第（九）项 [4×1]
信息内容 | 采购项目数量 | 采购总金额 [2×1]
政府集中采购 | # | # [2×1]
`
const seven = '# | # | # | # | # | # | #'
const requestsTop = (resultRows: number) => `
（本列数据的勾稽关系为：第一项加第二项之和，等于第三项加第四项之和） [3×3] | 申请人情况 [7×1]
自然人 [1×2] | 法人或其他组织 [5×1] | 总计 [1×2]
商业企业 | 科研机构 | 社会公益组织 | 法律服务机构 | 其他
一、本年新收政府信息公开申请数量 [3×1] | ${seven}
二、上年结转政府信息公开申请数量 [3×1] | ${seven}
三、本年度办理结果 [1×${resultRows}] | （一）予以公开 [2×1] | ${seven}
（二）部分公开（区分处理的，只计这一情形，不计其他情形） [2×1] | ${seven}
（三）不予公开 [1×8] | 1.属于国家秘密 | ${seven}
2.其他法律行政法规禁止公开 | ${seven}
3.危及“三安全一稳定” | ${seven}
4.保护第三方合法权益 | ${seven}
5.属于三类内部事务信息 | ${seven}
6.属于四类过程性信息 | ${seven}
7.属于行政执法案卷 | ${seven}
8.属于行政查询事项 | ${seven}
（四）无法提供 [1×3] | 1.本机关不掌握相关政府信息 | ${seven}
2.没有现成信息需要另行制作 | ${seven}
3.补正后申请内容仍不明确 | ${seven}
（五）不予处理 [1×5] | 1.信访举报投诉类申请 | ${seven}
2.重复申请 | ${seven}
3.要求提供公开出版物 | ${seven}
4.无正当理由大量反复申请 | ${seven}
5.要求行政机关确认或重新出具已获取信息 | ${seven}
`
const requestsBottom = `
（七）总计 [2×1] | ${seven}
四、结转下年度继续办理 [3×1] | ${seven}
`
const otherIn2021 = `
（六）其他处理 [1×3] | 1.申请人无正当理由逾期不补正、行政机关不再处理其政府信息公开申请 | ${seven}
2.申请人逾期未按收费通知要求缴纳费用、行政机关不再处理其政府信息公开申请 | ${seven}
3.其他 | ${seven}
`
const otherIn2019 = `
（六）其他处理 [2×1] | ${seven}
`
const cases = `
行政复议 [5×1] | 行政诉讼 [10×1]
结果维持 [1×2] | 结果纠正 [1×2] | 其他结果 [1×2] | 尚未审结 [1×2] | 总计 [1×2] | 未经复议直接起诉 [5×1] | 复议后起诉 [5×1]
结果维持 | 结果纠正 | 其他结果 | 尚未审结 | 总计 | 结果维持 | 结果纠正 | 其他结果 | 尚未审结 | 总计
# | # | # | # | # | # | # | # | # | # | # | # | # | # | #
`

describe('the official tables', () => {
  it.each([
    ['2021', 't2', disclosure2021],
    ['2019', 't2', disclosure2019],
    ['2021', 't3', requestsTop(22) + otherIn2021 + requestsBottom],
    ['2019', 't3', requestsTop(20) + otherIn2019 + requestsBottom],
    ['2021', 't4', cases],
    ['2019', 't4', cases],
  ])('format %s, %s stands as printed', (id, table, drawing) => {
    expect(draw(gridOf(id, table))).toEqual(lines(drawing))
  })

  it('sets only 三、本年度办理结果 in vertical writing', () => {
    const vertical = ['2019', '2021'].map((id) =>
      formatOf(id).tables.flatMap(({ grid }) =>
        grid.rows.flat().flatMap((cell) => (cell.kind === 'label' && cell.vertical ? [cell.text] : [])),
      ),
    )
    expect(vertical).toEqual([['三、本年度办理结果'], ['三、本年度办理结果']])
  })
})

describe('the figures, in reading order', () => {
  const requestColumns = ['individual', 'business', 'research', 'nonprofit', 'legal', 'otherOrg', 'total']
  const requestRows = [
    'received',
    'broughtForward',
    'granted',
    'partial',
    ...['1', '2', '3', '4', '5', '6', '7', '8'].map((n) => `refused.${n}`),
    ...['1', '2', '3'].map((n) => `unavailable.${n}`),
    ...['1', '2', '3', '4', '5'].map((n) => `declined.${n}`),
  ]
  const caseCells = cross(
    't4',
    ['review', 'direct', 'afterReview'],
    ['upheld', 'corrected', 'other', 'pending', 'total'],
  )

  it('have the addresses of the 2021 format: 10, 175 and 15', () => {
    const t2 = [
      ...cross('t2', ['regulations', 'normative'], ['issued', 'repealed', 'inForce']),
      ...cross('t2', ['licensing', 'penalties', 'coercion'], ['decisions']),
      't2.fees.amount',
    ]
    const t3 = cross(
      't3',
      [...requestRows, 'other.1', 'other.2', 'other.3', 'total', 'carriedForward'],
      requestColumns,
    )
    expect([t2.length, t3.length, caseCells.length]).toEqual([10, 175, 15])
    expect(addresses('2021')).toEqual([...t2, ...t3, ...caseCells])
  })

  it('have the addresses of the 2019 format: 22, 161 and 15', () => {
    const t2 = [
      ...cross('t2', ['regulations', 'normative'], ['made', 'disclosed', 'total']),
      ...cross('t2', ['licensing', 'services', 'penalties', 'coercion'], ['items', 'change', 'decisions']),
      ...cross('t2', ['fees'], ['items', 'change']),
      ...cross('t2', ['procurement'], ['items', 'amount']),
    ]
    const t3 = cross('t3', [...requestRows, 'other', 'total', 'carriedForward'], requestColumns)
    expect([t2.length, t3.length, caseCells.length]).toEqual([22, 161, 15])
    expect(addresses('2019')).toEqual([...t2, ...t3, ...caseCells])
  })

  it('hold counts, but for 增/减 and amounts', () => {
    const others = (id: string) =>
      formatOf(id).tables.flatMap(({ grid }) =>
        grid.rows
          .flat()
          .flatMap((cell) =>
            cell.kind === 'figure' && cell.holds !== 'count' ? [`${cell.cell} ${cell.holds}`] : [],
          ),
      )
    expect(others('2021')).toEqual(['t2.fees.amount amount'])
    expect(others('2019')).toEqual([
      't2.licensing.change change',
      't2.services.change change',
      't2.penalties.change change',
      't2.coercion.change change',
      't2.fees.change change',
      't2.procurement.amount money',
    ])
  })
})

describe('the official chapters', () => {
  it.each(['2019', '2021'])('of the %s format have the titles of the template', (id) => {
    expect(formatOf(id).chapters.map(({ number, title }) => `${number}、${title}`)).toEqual([
      '一、总体情况',
      '二、主动公开政府信息情况',
      '三、收到和处理政府信息公开申请情况',
      '四、政府信息公开行政复议、行政诉讼情况',
      '五、存在的主要问题及改进情况',
      '六、其他需要报告的事项',
    ])
  })

  it.each(['2019', '2021'])("of the %s format offer the notice's longer wording where it differs", (id) => {
    expect(formatOf(id).chapters.map(({ longTitle }) => longTitle)).toEqual([
      undefined,
      '行政机关主动公开政府信息情况',
      '行政机关收到和处理政府信息公开申请情况',
      '因政府信息公开工作被申请行政复议、提起行政诉讼情况',
      '政府信息公开工作存在的主要问题及改进情况',
      undefined,
    ])
  })

  it('are guided to 1,000 characters in chapter 一 of the 2021 format alone', () => {
    const guides = ['2019', '2021'].map((id) =>
      formatOf(id).chapters.map(({ lengthGuide }) => lengthGuide ?? 0),
    )
    expect(guides).toEqual([
      [0, 0, 0, 0, 0, 0],
      [1000, 0, 0, 0, 0, 0],
    ])
  })
})

function formatOf(id: string): Format {
  const format = formatById(id)
  if (!format) throw new Error(`No format ${id}`)
  return format
}

function gridOf(id: string, tableId: string): Grid {
  const table = formatOf(id).tables.find((each) => each.id === tableId)
  if (!table) throw new Error(`Format ${id} has no table ${tableId}`)
  return table.grid
}

function draw({ rows }: Grid): string[] {
  return rows.map((row) =>
    row
      .map((cell) => {
        const columns = cell.colSpan ?? 1
        const depth = cell.kind === 'label' ? (cell.rowSpan ?? 1) : 1
        const merged = columns * depth > 1 ? ` [${columns}×${depth}]` : ''
        return `${cell.kind === 'label' ? cell.text : '#'}${merged}`
      })
      .join(' | '),
  )
}

function lines(drawing: string): string[] {
  return drawing.split('\n').filter((line) => line !== '')
}

function cross(table: string, rows: string[], columns: string[]): string[] {
  return rows.flatMap((row) => columns.map((column) => `${table}.${row}.${column}`))
}

function addresses(id: string): string[] {
  return formatOf(id).tables.flatMap(({ grid }) =>
    grid.rows.flat().flatMap((cell) => (cell.kind === 'figure' ? [cell.cell] : [])),
  )
}
