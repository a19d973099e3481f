import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Draft, Publisher } from '../draft/draft'
import { newDraft } from '../draft/new-draft'
import { formatById, formats } from '../format/formats'
import { generatePreamble, preambleText } from './preamble'

const full = {
  name: '双鸭山市四方台区人民政府办公室',
  aggregates: '区政府组成部门及所辖镇',
  bases: [
    '《黑龙江省政府信息公开规定》（省政府令第1号）',
    '《四方台区政务公开工作要点》（双四政办发〔2025〕3号）',
  ],
  address: '双鸭山市四方台区振兴中路11号',
  postcode: '155130',
  phone: '0469-4340205',
  email: 'sftzfb@example.cn',
  website: {
    name: '四方台区人民政府门户网站',
    column: '“政府信息公开年报”栏目',
    url: 'http://www.example.gov.cn/',
  },
}

/** Each field of the preamble that a clerk may leave empty, and how it is put into the publisher. */
const fields: [string, (publisher: Publisher) => void][] = [
  ['name', (publisher) => Object.assign(publisher, { name: full.name })],
  ['aggregates', (publisher) => Object.assign(publisher, { aggregates: full.aggregates })],
  ['one base', (publisher) => Object.assign(publisher, { bases: [full.bases[0]] })],
  ['two bases', (publisher) => Object.assign(publisher, { bases: full.bases })],
  ['address', (publisher) => Object.assign(publisher, { address: full.address })],
  ['postcode', (publisher) => Object.assign(publisher, { postcode: full.postcode })],
  ['phone', (publisher) => Object.assign(publisher, { phone: full.phone })],
  ['email', (publisher) => Object.assign(publisher, { email: full.email })],
  ['website', ({ website }) => Object.assign(website ?? {}, { name: full.website.name })],
  ['column', ({ website }) => Object.assign(website ?? {}, { column: full.website.column })],
  ['url', ({ website }) => Object.assign(website ?? {}, { url: full.website.url })],
]

function publisherWith(chosen: number): Publisher {
  const publisher: Publisher = { name: '', kind: 'government', website: {} }
  fields.forEach(([, put], index) => {
    if (chosen & (1 << index)) put(publisher)
  })
  return publisher
}

/** Every text a clerk gave, wherever in the publisher it stands. */
function givenValues({ kind: _, website = {}, bases = [], ...rest }: Publisher): string[] {
  return [...Object.values(rest), ...bases, ...Object.values(website)].filter((value) => value !== '')
}

const STRAY =
  /[，、。；：（][，、。；：）]|（）|,|和的|和、|由编制|由综合|与联系|可在查阅|\{|\}|undefined|^[，。；]/u

function brackets(text: string): number[] {
  return ['（', '）'].map((bracket) => text.split(bracket).length - 1)
}

describe.each(formats)('the preamble of $id', (format) => {
  it('has no stray punctuation and every given value, whichever of its fields are empty', () => {
    for (let chosen = 0; chosen < 1 << fields.length; chosen++) {
      const publisher = publisherWith(chosen)
      const text = generatePreamble({ year: 2025, publisher }, format)
      expect(text).not.toMatch(STRAY)
      expect(text.endsWith('。')).toBe(true)
      const [open, close] = brackets(text)
      expect(open).toBe(close)
      for (const value of givenValues(publisher)) expect(text).toContain(value)
    }
  })

  it('names the regulation, its own notice and the statistical period', () => {
    const text = generatePreamble({ year: 2020, publisher: { name: '', kind: 'town' } }, format)
    expect(text).toContain('《中华人民共和国政府信息公开条例》（国务院令第711号）和《国务院办公厅')
    expect(text).toContain(`${format.basis.notice.title}（${format.basis.notice.number}）的规定编制。`)
    expect(text).toContain('自2020年1月1日起至2020年12月31日止。')
  })

  it('keeps its sentence marks whatever punctuation a value brings along', () => {
    const marks = fc.string({ unit: fc.constantFrom('。', '，', ' ', '；', '\n', ':') })
    const messy = fc.tuple(marks, fc.constantFrom('', '甲'), marks).map((parts) => parts.join(''))
    fc.assert(
      fc.property(messy, messy, messy, (address, phone, column) => {
        const publisher: Publisher = { name: '甲', kind: 'town', address, phone, website: { column } }
        expect(generatePreamble({ year: 2025, publisher }, format)).not.toMatch(
          /[：（][，。；）]|[，；]。|（）/u,
        )
      }),
    )
  })
})

it('reads, all fields filled in, as offices write it', () => {
  const format = formatById('2021')
  if (!format) throw new Error('no 2021 format')
  const text = generatePreamble({ year: 2025, publisher: { ...full, kind: 'government' } }, format)
  expect(text).toBe(
    '本报告根据《中华人民共和国政府信息公开条例》（国务院令第711号）、《国务院办公厅政府信息与政务公开办公室关于印发〈中华人民共和国政府信息公开工作年度报告格式〉的通知》（国办公开办函〔2021〕30号）、《黑龙江省政府信息公开规定》（省政府令第1号）和《四方台区政务公开工作要点》（双四政办发〔2025〕3号）的规定，由双鸭山市四方台区人民政府办公室综合区政府组成部门及所辖镇的政府信息公开工作情况编制。' +
      '全文包括总体情况、主动公开政府信息情况、收到和处理政府信息公开申请情况、政府信息公开行政复议和行政诉讼情况、存在的主要问题及改进情况、其他需要报告的事项六个部分。' +
      '所列数据的统计期限自2025年1月1日起至2025年12月31日止。' +
      '本报告可在四方台区人民政府门户网站“政府信息公开年报”栏目（http://www.example.gov.cn/）查阅、下载；如有疑问，请与双鸭山市四方台区人民政府办公室联系（地址：双鸭山市四方台区振兴中路11号，邮编：155130，电话：0469-4340205，电子邮箱：sftzfb@example.cn）。',
  )
})

it('an edited preamble stands as the clerk wrote it', () => {
  const [format] = formats
  if (!format) throw new Error('no format')
  const draft: Draft = newDraft({ format, year: 2020, scope: 'organ' })
  expect(preambleText(draft, format)).toBe(generatePreamble(draft, format))
  expect(preambleText({ ...draft, preamble: { kind: 'edited', text: '自拟。' } }, format)).toBe('自拟。')
})
