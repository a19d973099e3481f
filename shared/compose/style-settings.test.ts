import { describe, expect, it } from 'vitest'
import { isStyleVariant } from './parse-style-variant'
import { reportStyle } from './report-style'
import { gb9704 } from './style'
import {
  type FontSetting,
  fontIn,
  fontSettings,
  linesPerPage,
  withFont,
  withLinePitch,
  withPageNumber,
} from './style-settings'

describe('what an office sets', () => {
  it.each<[FontSetting, string]>([
    ['title', '方正小标宋简体'],
    ['heading1', '黑体'],
    ['heading2', '楷体_GB2312'],
    ['body', '仿宋_GB2312'],
    ['digits', 'Times New Roman'],
    ['table', '宋体'],
    ['pageNumber', '宋体'],
  ])('%s is %s by the standard, another one by choice, and the standard’s again', (setting, standard) => {
    expect(fontIn(gb9704, setting)).toBe(standard)
    const own = withFont({}, setting, '某字体')
    expect(isStyleVariant(own)).toBe(true)
    expect(fontIn(reportStyle(own), setting)).toBe('某字体')
    for (const other of fontSettings.filter((name) => name !== setting))
      expect(fontIn(reportStyle(own), other)).toBe(fontIn(gb9704, other))
    expect(withFont(own, setting, '')).toEqual({})
  })

  it('adds up, each leaving the others as they are', () => {
    const own = withPageNumber(withLinePitch(withFont({}, 'body', '仿宋'), 28), { before: '-', after: '-' })
    expect(own).toMatchObject({
      linePitch: 28,
      pageNumber: { before: '-', after: '-' },
      text: { body: { font: '仿宋' } },
    })
    expect(withLinePitch(own, gb9704.linePitch)).not.toHaveProperty('linePitch')
  })

  it('leaves alone what a settings file says beyond the window', () => {
    expect(withLinePitch({ page: { margin: { top: 30 } } }, 28)).toEqual({
      page: { margin: { top: 30 } },
      linePitch: 28,
    })
  })
})

it.each([
  [28.95, 22],
  [28, 22],
  [29, 21],
  [30, 21],
])('a pitch of %s pt gives %s lines a page', (linePitch, lines) => {
  expect(linesPerPage(reportStyle({ linePitch }))).toBe(lines)
})
