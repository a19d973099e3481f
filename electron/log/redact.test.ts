import { array, assert, constantFrom, oneof, property, record, string, tuple } from 'fast-check'
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

/** Names of people, places and folders; some hold what marks the end of a name elsewhere. */
const name = string({ unit: constantFrom(...'张三李四某某镇街道'), minLength: 1, maxLength: 8 })
const folder = oneof(
  name,
  constantFrom('zhangsan', "o'brien-li", 'li (backup)', 'Zhao Liu', 'wang"wu', 'a:b-qian'),
)
const path = tuple(
  constantFrom('/home/', 'C:\\Users\\', '\\\\server\\', 'file:///home/'),
  array(folder, { minLength: 1, maxLength: 4 }),
).map(([start, folders]) => `${start}${folders.join(start.includes('\\') ? '\\' : '/')}`)
const phone = string({ unit: constantFrom(...'0123456789'), minLength: 7, maxLength: 11 })

test('nothing a clerk wrote and no path comes through', () => {
  const errors = record({ path, name, phone }).map((of) => ({
    ...of,
    texts: [
      `Error: ENOENT: no such file or directory, open '${of.path}'`,
      `Error: EBUSY: resource busy or locked, rename '${of.path}/.nianbao-0.tmp' -> '${of.path}'`,
      `Error: cannot read ${of.path}`,
      `    at save (${of.path}/main.js:12:34)`,
      `    at ${of.path}:1:2`,
      `SyntaxError: Unexpected token '${of.name.charAt(0)}', "{"name": ${of.name}"... is not valid JSON`,
      `TypeError: ${of.name} is not a function, ${of.phone}, ${of.phone}@qq.com`,
    ],
  }))
  assert(
    property(errors, ({ path, phone, texts }) => {
      for (const text of texts) {
        const kept = redact(text)
        // biome-ignore lint/suspicious/noControlCharactersInRegex: everything that is not plain ASCII.
        expect(kept.replaceAll('…', ''), text).not.toMatch(/[^\x00-\x7f]/)
        expect(kept, text).not.toMatch(/zhangsan|brien|backup|Zhao|Liu|wang|qian|Users|home|server/)
        expect(kept.includes(phone), text).toBe(false)
        expect(kept.includes(path), text).toBe(false)
      }
    }),
    { numRuns: 2000 },
  )
})
