import { expect, it } from 'vitest'
import { missingFonts } from '../html/missing-fonts'
import { reportStyle } from './report-style'
import { gb9704 } from './style'

it('is the standard where neither office nor report sets anything', () => {
  expect(reportStyle()).toEqual(gb9704)
  expect(reportStyle(undefined, {})).toEqual(gb9704)
})

it('takes the report’s own word over the office’s', () => {
  const style = reportStyle({ linePitch: 28, table: { landscape: { tables: ['t3'] } } }, { linePitch: 30 })
  expect([style.linePitch, style.table.landscape.tables]).toEqual([30, ['t3']])
})

it('names what stands in for a font of the office’s own that this computer lacks', () => {
  const style = reportStyle({ text: { body: { font: '方正仿宋_GBK' }, title: { font: '某某小标宋' } } })
  expect(missingFonts(style, ['仿宋', '华文中宋'])).toEqual(
    expect.arrayContaining([
      { font: '方正仿宋_GBK', standIn: '仿宋' },
      { font: '某某小标宋', standIn: '华文中宋' },
    ]),
  )
  expect(style.substitutes).toMatchObject({ 方正仿宋_GBK: '仿宋', 某某小标宋: '华文中宋' })
})

it('lets no font stand in for itself', () => {
  const style = reportStyle({ text: { body: { font: '仿宋' } } })
  expect(style.standIns.仿宋?.slice(0, 2)).toEqual(['仿宋_GB2312', '华文仿宋'])
  expect(style.substitutes.仿宋).toBeUndefined()
})
