import { expect, test } from 'vitest'
import { shownFolder } from './shown-folder'

test.each([
  ['/home/zhangsan/文档/年报', '文档 › 年报'],
  ['C:\\Users\\zhangsan\\Documents\\2025年\\年报', '2025年 › 年报'],
  ['\\\\server\\share\\年报', 'share › 年报'],
  ['D:\\', 'D:'],
  ['/', ''],
])('%s is shown as %s', (folder, shown) => {
  expect(shownFolder(folder)).toBe(shown)
})
