import { describe, expect, it } from 'vitest'
import { gb9704 } from '../compose/style'
import { missingFonts } from './missing-fonts'

const windows = ['FangSong', '仿宋', 'KaiTi', 'SimHei', 'SimSun', 'Microsoft YaHei', 'Times New Roman']
const office = ['方正小标宋简体', '仿宋_GB2312', 'KaiTi_GB2312', '黑体', '宋体', 'times new roman']

describe('fonts a computer lacks', () => {
  it.each([
    ['an office with all of them, under whatever name', office, []],
    [
      'Windows as delivered',
      windows,
      [
        { font: '方正小标宋简体', standIn: '宋体' },
        { font: '楷体_GB2312', standIn: '楷体' },
        { font: '仿宋_GB2312', standIn: '仿宋' },
      ],
    ],
    [
      'a computer with a single font',
      ['Noto Serif CJK SC'],
      [
        { font: '方正小标宋简体', standIn: 'Noto Serif CJK SC' },
        { font: '楷体_GB2312', standIn: 'Noto Serif CJK SC' },
        { font: 'Times New Roman' },
        { font: '仿宋_GB2312', standIn: 'Noto Serif CJK SC' },
        { font: '黑体' },
        { font: '宋体', standIn: 'Noto Serif CJK SC' },
      ],
    ],
  ])('%s', (_what, installed, missing) => {
    expect(missingFonts(gb9704, installed)).toEqual(missing)
  })
})
