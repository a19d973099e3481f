import { describe, expect, it } from 'vitest'
import { parsePublisher } from './parse-publisher'

describe('PUBLISHER.json', () => {
  it('gives the organ and who signs', () => {
    const file = {
      name: '某某区人民政府办公室',
      shortName: '我区',
      website: { name: '某某区' },
      signature: '某某区人民政府',
    }
    expect(parsePublisher(`\ufeff${JSON.stringify(file)}`)).toEqual({
      ok: true,
      value: {
        publisher: {
          name: '某某区人民政府办公室',
          shortName: '我区',
          website: { name: '某某区' },
          kind: 'government',
        },
        signature: { name: '某某区人民政府' },
      },
    })
  })

  it.each([
    ['某某区人民政府', 'government'],
    ['某某区人民政府办公室', 'government'],
    ['某某区财政局', 'department'],
    ['某某镇人民政府', 'town'],
    ['某某民族乡人民政府', 'town'],
    ['某某街道办事处', 'street'],
  ])('%s is a %s unless the file says otherwise', (name, kind) => {
    expect(parsePublisher(JSON.stringify({ name }))).toMatchObject({ value: { publisher: { kind } } })
    expect(parsePublisher(JSON.stringify({ name, kind: 'department' }))).toMatchObject({
      value: { publisher: { kind: 'department' } },
    })
  })

  it.each([
    ['name: x', '内容不是 JSON'],
    ['{}', '缺少基本信息的编制机关'],
    ['{"name": "x", "fax": "1"}', '文件中有不认识的内容“fax”'],
    ['{"name": "x", "phone": 1}', '基本信息的电话的内容不符合要求'],
    ['{"name": "x", "__proto__": {}}', '文件中有不认识的内容“__proto__”'],
    ['[]', '文件的内容不符合要求'],
  ])('%s is refused: %s', (text, error) => {
    expect(parsePublisher(text)).toEqual({ ok: false, error })
  })
})
