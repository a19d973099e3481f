import { expect, test } from 'vitest'
import { redact } from './redact'

test.each([
  [
    "Error: ENOENT: no such file or directory, open '/home/clerk/某某区/年报.nianbao'",
    "Error: ENOENT: no such file or directory, open '…'",
  ],
  ['    at save (file:///opt/nianbao/resources/app.asar/out/main.js:12:34)', '    at save (main.js:12:34)'],
  ['    at save (/opt/nianbao desk/out/chunk-a1.js:12:34)', '    at save (<path>:12:34)'],
  ['    at C:\\Program Files\\x\\main.js:1:2', '    at <path>:1:2'],
  ['    at f (app://desk/assets/index-abc.js:5:6)', '    at f (index-abc.js:5:6)'],
  ['cannot read C:\\Users\\张三\\年报.nianbao', 'cannot read <path>'],
  ['cannot read \\\\server\\share\\x', 'cannot read <path>'],
  ['Unexpected token 某某镇 in JSON', 'Unexpected token … in JSON'],
  ['zwgk@qinghe.gov.cn called 03995550101', '… called #'],
  ['draft:save failed: TypeError: x is not a function', 'draft:save failed: TypeError: x is not a function'],
])('%s', (line, kept) => {
  expect(redact(line)).toBe(kept)
})
