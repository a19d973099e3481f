import { assert, constantFrom, jsonValue, object, property, string } from 'fast-check'
import { describe, expect, it } from 'vitest'
import { formats, proposeFormat } from '../format/formats'
import type { Draft } from './draft'
import { arbitraryDraft } from './draft-arbitrary'
import { draftErrorMessage } from './draft-error-message'
import { newDraft } from './new-draft'
import { parseDraft } from './parse-draft'
import { writeDraft } from './write-draft'

const format = proposeFormat(2025)
const empty = newDraft({ format, year: 2025, scope: 'organ' })

/** The text of a draft file with some of its top-level content replaced. */
function fileWith(change: Record<string, unknown>): string {
  return JSON.stringify({ ...empty, ...change })
}

function errorOf(text: string) {
  const parsed = parseDraft(text, '年报.nianbao')
  if (parsed.ok) throw new Error('It was opened.')
  return parsed.error
}

function detailOf(text: string): string {
  const error = errorOf(text)
  return 'detail' in error ? error.detail : error.kind
}

describe.each(formats)('a draft in the $id format', (each) => {
  it('is read back exactly as it was written', () => {
    assert(
      property(arbitraryDraft(each), (draft) => {
        expect(parseDraft(writeDraft(draft), 'a.nianbao')).toEqual({ ok: true, value: draft })
      }),
      { numRuns: 60 },
    )
  })

  it('is written the same whatever the order of its keys', () => {
    assert(
      property(arbitraryDraft(each), (draft) => {
        expect(writeDraft(reversed(draft) as Draft)).toBe(writeDraft(draft))
      }),
      { numRuns: 30 },
    )
  })
})

/** The same content with the keys of every object the other way round. */
function reversed(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(reversed)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(
    Object.entries(value)
      .reverse()
      .map(([key, item]) => [key, reversed(item)]),
  )
}

it('has one figure to a line, in the order of the tables', () => {
  const figures = {
    't4.review.total': 2,
    't3.granted.total': 5,
    't3.received.individual': 3,
    't2.fees.amount': '12.50',
  }
  const lines = writeDraft({ ...empty, figures }).split('\n')
  const start = lines.indexOf('  "figures": {')
  expect(lines.slice(start + 1, start + 5)).toEqual([
    '    "t2.fees.amount": "12.50",',
    '    "t3.received.individual": 3,',
    '    "t3.granted.total": 5,',
    '    "t4.review.total": 2',
  ])
  expect(lines.at(-1)).toBe('')
})

describe('a file that is not a draft', () => {
  it.each([
    '{"name": "package"}',
    '[]',
    'null',
    '"nianbao"',
    '57',
    '<html></html>',
    '%PDF-1.7',
    'PK\u0003\u0004\ufffd',
    '编制机关',
    '{"kind": "nianbao-format"}',
  ])('%j', (text) => {
    expect(errorOf(text)).toEqual({ kind: 'notADraft', name: '年报.nianbao' })
  })

  it('deeply nested JSON is refused like any other', () => {
    expect(errorOf('['.repeat(1_000_000)).kind).toBe('notADraft')
    expect(errorOf(`${'['.repeat(1_000_000)}${']'.repeat(1_000_000)}`).kind).toBe('notADraft')
  })

  it('more than any draft can be is not even looked at', () => {
    expect(errorOf('x'.repeat(200_000_001)).kind).toBe('tooLarge')
  })
})

describe('a damaged draft', () => {
  it.each([
    ['', '文件是空的'],
    ['\0\0\0\0', '文件是空的'],
    [writeDraft(empty).slice(0, 300), '文件不完整，后半部分缺失'],
    [writeDraft(empty).replace('"year"', 'year'), '文件内容有错乱'],
  ])('%j: %s', (text, detail) => {
    expect(errorOf(text)).toEqual({ kind: 'damaged', name: '年报.nianbao', detail })
  })

  it('cut off anywhere is never taken for a whole one', () => {
    const text = writeDraft(empty).trimEnd()
    for (let length = 0; length < text.length; length++)
      expect(parseDraft(text.slice(0, length), 'a').ok).toBe(false)
  })
})

describe('a draft of another version or format', () => {
  it('a later version is refused by its number, whatever else it holds', () => {
    expect(errorOf(fileWith({ version: 3, unheardOf: true }))).toEqual({
      kind: 'newer',
      name: '年报.nianbao',
      version: 3,
    })
  })

  it('an unknown format is named', () => {
    expect(errorOf(fileWith({ format: '2031' }))).toMatchObject({ kind: 'unknownFormat', format: '2031' })
  })
})

describe('content that breaks the schema', () => {
  it.each([
    [{ version: '1' }, '版本的内容不符合要求'],
    [{ year: '2025' }, '年度的内容不符合要求'],
    [{ year: 2025.5 }, '年度的内容不符合要求'],
    [{ surprise: 1 }, '文件中有不认识的内容“surprise”'],
    [{ publisher: { kind: 'street' } }, '缺少基本信息的编制机关'],
    [{ publisher: { name: '', kind: 'street', phone: 57 } }, '基本信息的电话的内容不符合要求'],
    [{ publisher: { name: '', kind: 'village' } }, '基本信息的机关类型的内容不符合要求'],
    [
      { prose: { 5: [{ kind: 'paragraph', text: [] }, { kind: 'verse' }] } },
      '第 5 章正文第 2 段的内容不符合要求',
    ],
    [{ prose: { constructor: [] } }, '正文中有不认识的内容“constructor”'],
    [{ figures: { 't3.granted.total': true } }, '表格数字“t3.granted.total”的内容不符合要求'],
    [{ figures: { 't3.granted.total': null } }, '表格数字“t3.granted.total”的内容不符合要求'],
    [{ figures: [] }, '表格数字的内容不符合要求'],
    [{ images: { abc: {} } }, '图片中有不认识的内容“abc”'],
    [{ signature: { date: '2026年1月20日' } }, '落款的日期的内容不符合要求'],
  ])('%j: %s', (change, detail) => {
    expect(detailOf(fileWith(change))).toBe(detail)
  })

  it.each(['publisher', 'chapterTitles', 'prose', 'figures', 'signature', 'images'])(
    'a __proto__ key in %s is refused',
    (part) => {
      const polluted = Object.fromEntries([
        ['__proto__', { polluted: true }],
        ...Object.entries(empty.publisher),
      ])
      expect(detailOf(fileWith({ [part]: polluted }))).toContain('“__proto__”')
    },
  )

  it('a __proto__ key of the draft itself is refused', () => {
    expect(detailOf(fileWith(Object.fromEntries([['__proto__', {}]])))).toBe(
      '文件中有不认识的内容“__proto__”',
    )
  })

  it.each([
    [{ figures: { 't3.other.individual': 1 } }, '表三中没有这一格：t3.other.individual'],
    [{ figures: { 't9.a.b': 1 } }, '表格中没有这一格：t9.a.b'],
    [{ prose: { '1.before': [] } }, '报告格式中没有这一处正文：1.before'],
    [{ chapterTitles: { 7: { kind: 'long' } } }, '报告格式中没有第 7 章'],
  ])('%j has no place in the format: %s', (change, detail) => {
    expect(detailOf(fileWith(change))).toBe(detail)
  })

  it('an amount beyond every number is refused, not turned into nothing', () => {
    expect(detailOf(fileWith({}).replace('"figures":{}', '"figures":{"t2.licensing.decisions":1e999}'))).toBe(
      '表格数字“t2.licensing.decisions”的内容不符合要求',
    )
  })
})

describe('whatever the file holds', () => {
  it('text no cell accepts, control characters and half surrogates are kept', () => {
    const figures = { 't3.granted.individual': '约5\u0000\ud83d', 't3.partial.individual': -1.5 }
    const draft: Draft = { ...empty, figures, issuingLine: '\udc00' }
    expect(parseDraft(writeDraft(draft), 'a')).toEqual({ ok: true, value: draft })
  })

  it('a byte order mark before it is no matter', () => {
    expect(parseDraft(`\ufeff${writeDraft(empty)}`, 'a').ok).toBe(true)
  })

  it('reading never throws', () => {
    const keys = constantFrom(...Object.keys(empty))
    assert(property(string(), (text) => void parseDraft(text, 'a')))
    assert(property(keys, jsonValue(), (key, value) => void parseDraft(fileWith({ [key]: value }), 'a')))
    assert(property(object(), (value) => void parseDraft(fileWith(value), 'a')))
  })
})

describe('what the clerk is told', () => {
  it('of a later version', () => {
    expect(draftErrorMessage({ kind: 'newer', name: '年报.nianbao', version: 3 })).toEqual({
      title: '“年报.nianbao”由更新版本的软件保存（第 3 版）。',
      advice: '请升级后打开。原文件没有改动。',
    })
  })

  it('of a cell that is not there', () => {
    const { title } = draftErrorMessage(errorOf(fileWith({ figures: { 't3.other.individual': 1 } })))
    expect(title).toBe('“年报.nianbao”的内容不符合草稿的要求：表三中没有这一格：t3.other.individual。')
  })
})
