import { describe, expect, test } from 'vitest'
import { draftArgument, handedFile } from './argument'

describe('the draft on the command line', () => {
  test.each([
    [['nianbao-desk'], null],
    [['nianbao-desk', '年报.nianbao'], '/home/clerk/年报.nianbao'],
    [['electron', '.', '--lang=zh-CN', '/mnt/U盘/年报.NIANBAO'], '/mnt/U盘/年报.NIANBAO'],
    [['nianbao-desk', '../a.nianbao', 'b.nianbao'], '/home/a.nianbao'],
    [
      ['nianbao-desk', 'file:///home/clerk/%E5%B9%B4%E6%8A%A5%202025.nianbao'],
      '/home/clerk/年报 2025.nianbao',
    ],
    [['nianbao-desk', 'FILE:///a.nianbao'], '/a.nianbao'],
    [['nianbao-desk', 'file://elsewhere/a.nianbao'], null],
    [['nianbao-desk', 'file:///a%2Fb.nianbao'], null],
    [['nianbao-desk', '--x=a.nianbao'], null],
    [['nianbao-desk', 'a.docx'], null],
  ])('%o is %o', (argv, file) => {
    expect(draftArgument(argv, '/home/clerk')).toBe(file)
  })
})

describe('what a second start hands over', () => {
  test.each([
    [{ file: '/a.nianbao' }, '/a.nianbao'],
    [{ file: null }, null],
    [{ file: 'a.nianbao' }, null],
    [{ file: '/etc/passwd' }, null],
    [{ file: 1 }, null],
    ['/a.nianbao', null],
    [null, null],
  ])('%o is %o', (data, file) => {
    expect(handedFile(data)).toBe(file)
  })
})
