import { expect, test } from 'vitest'
import { formats } from '../../shared/format/formats'
import { layOut } from './cell-map'
import { headingsOf, placeKey } from './headings'

function namesOf(format: string, cell: string): string[] {
  const table = formats.find(({ id }) => id === format)?.tables.find(({ id }) => cell.startsWith(`${id}.`))
  if (!table) throw new Error(`no table for ${cell}`)
  const labels = new Map(
    layOut(table.grid).map((placed) => [
      placeKey(placed),
      placed.content.kind === 'label' ? placed.content.text : '',
    ]),
  )
  return (headingsOf(table.grid).get(cell) ?? []).map((key) => labels.get(key) ?? '')
}

test.each([
  ['2021', 't3.received.individual', ['申请人情况', '自然人', '一、本年新收政府信息公开申请数量']],
  [
    '2021',
    't3.refused.3.legal',
    [
      '申请人情况',
      '法人或其他组织',
      '法律服务机构',
      '三、本年度办理结果',
      '（三）不予公开',
      '3.危及“三安全一稳定”',
    ],
  ],
  ['2021', 't3.carriedForward.total', ['申请人情况', '总计', '四、结转下年度继续办理']],
  ['2021', 't4.afterReview.pending', ['行政诉讼', '复议后起诉', '尚未审结']],
  ['2021', 't2.penalties.decisions', ['第二十条第（六）项', '本年处理决定数量', '行政处罚']],
  ['2019', 't2.services.change', ['第二十条第（五）项', '本年增/减', '其他对外管理服务事项']],
])('%s %s stands under and beside %j', (format, cell, names) => {
  expect(namesOf(format, cell)).toEqual(names)
})
