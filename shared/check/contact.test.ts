import { assert, constantFrom, property, string } from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type ContactField, contactProblem } from './contact'

const right: [ContactField, string[]][] = [
  ['contact.postcode', ['155130', '010000', '999077', ' 155130 ', '']],
  [
    'contact.phone',
    [
      '0469-4340205',
      '04694340205',
      '0469 4340205',
      '0469—4340205',
      '(0469)4340205',
      '（0469）4340205',
      '010-66001234',
      '+86 010-66001234',
      '0469-4340205-801',
      '0469-4340205转801',
      '0469-4340205、4340206',
      '0469-4340205/13904690000',
      '13904690000',
      '400-600-1234',
      '400-6001-234',
      '12345',
      '0469-12345',
    ],
  ],
  ['contact.email', ['syssftzfb@163.com', 'a.b-c@xx.gov.cn', 'office@例子.政务']],
  [
    'website.url',
    [
      'http://www.syssft.gov.cn/',
      'https://www.gov.cn/zwgk/list.html?id=1&p=2#top',
      'www.gov.cn',
      'http://58.1.2.3:8080/zwgk',
      'http://例子.政务/',
    ],
  ],
]

const wrong: [ContactField, string, string][] = [
  ['contact.postcode', '15513', '邮政编码是 6 位数字'],
  ['contact.postcode', '1551300', '邮政编码是 6 位数字'],
  ['contact.postcode', '000000', '邮政编码是 6 位数字'],
  ['contact.postcode', '15513a', '邮政编码是 6 位数字'],
  ['contact.postcode', '１５５１３０', '数字、字母和符号要用半角'],
  ['contact.phone', '4340205', '固定电话要带区号'],
  ['contact.phone', '0469-43402', '不是完整的电话号码'],
  ['contact.phone', '010-6600123', '不是完整的电话号码'],
  ['contact.phone', '0469-1340205', '不是完整的电话号码'],
  ['contact.phone', '12904690000', '不是完整的电话号码'],
  ['contact.phone', '办公室', '不是完整的电话号码'],
  ['contact.phone', '0469-4340205、', '不是完整的电话号码'],
  ['contact.email', 'syssftzfb', '不是完整的电子邮箱地址'],
  ['contact.email', 'a@b', '不是完整的电子邮箱地址'],
  ['contact.email', 'a b@163.com', '不是完整的电子邮箱地址'],
  ['contact.email', 'a..b@163.com', '不是完整的电子邮箱地址'],
  ['contact.email', 'a＠163.com', '数字、字母和符号要用半角'],
  ['website.url', '区政府网站', '不是完整的网址'],
  ['website.url', 'http://', '不是完整的网址'],
  ['website.url', 'http:/www.gov.cn', '不是完整的网址'],
  ['website.url', 'http://www.gov.cn/查询，下载', '不是完整的网址'],
  ['website.url', 'ftp://www.gov.cn', '不是完整的网址'],
  ['website.url', `http://www.gov.cn/${'a'.repeat(300)}`, '内容太长'],
]

describe('contact details', () => {
  it.each(right.flatMap(([field, values]) => values.map((value) => [field, value] as const)))(
    '%s %j is right',
    (field, value) => {
      expect(contactProblem(field, value)).toBeUndefined()
    },
  )

  it.each(wrong)('%s %j: %s', (field, value, problem) => {
    expect(contactProblem(field, value)).toBe(problem)
  })

  it('of any text at all are judged without delay', () => {
    const fields = constantFrom<ContactField[]>(
      'contact.postcode',
      'contact.phone',
      'contact.email',
      'website.url',
    )
    assert(
      property(
        fields,
        string({ unit: constantFrom(...'0123456789-.@a转 、/:一'), maxLength: 300 }),
        (field, text) => {
          contactProblem(field, text)
        },
      ),
      { numRuns: 2000, interruptAfterTimeLimit: 10_000, markInterruptAsFailure: true },
    )
  })
})
