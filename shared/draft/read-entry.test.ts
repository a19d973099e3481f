import { array, assert, constantFrom, integer, oneof, property, string, tuple } from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { CellKind } from '../format/format'
import { entryNumber, entryText, LARGEST_COUNT, readEntry } from './read-entry'

const kinds: CellKind[] = ['count', 'change', 'amount', 'money']

describe('blank', () => {
  it.each(['', ' ', '\u3000', '\t\n', '-', '－', '−', '--', '/', '／', '—', '——', '–', '无', ' 无 '])(
    '%j is blank in every cell, never 0',
    (text) => {
      for (const holds of kinds) expect(readEntry(holds, text)).toEqual({ kind: 'blank' })
    },
  )
})

describe('a count', () => {
  it.each([
    ['57', 57],
    ['０５７', 57],
    [' 1,234 ', 1234],
    ['１，２３４，５６７', 1234567],
    ['12件', 12],
    ['12 个', 12],
    ['3项', 3],
    ['3条', 3],
    ['3起', 3],
    ['0', 0],
    [String(LARGEST_COUNT), LARGEST_COUNT],
  ])('%j is %d', (text, entry) => {
    expect(readEntry('count', text)).toEqual({ kind: 'value', entry })
  })

  it.each([
    ['abc', '要填数字'],
    ['12人', '要填数字'],
    ['①', '要填数字'],
    ['😀', '要填数字'],
    ['\ud83d', '要填数字'],
    ['1e3', '要填数字'],
    ['增加 3 个', '要填数字'],
    ['五件', '要用阿拉伯数字'],
    ['-3', '不能是负数'],
    ['－3', '不能是负数'],
    ['+3', '不用写加号'],
    ['1.5', '要填整数'],
    ['12.0', '要填整数'],
    ['1,23', '千位分隔的逗号位置不对'],
    ['12,34,567', '千位分隔的逗号位置不对'],
    ['0,123', '千位分隔的逗号位置不对'],
    ['1 234', '数字中间有空格'],
    ['1\u00002', '含有看不见的控制字符'],
    ['12\u200b', '含有看不见的控制字符'],
    ['9'.repeat(400), '数字太大'],
    [String(LARGEST_COUNT + 1), '数字太大'],
    ['9007199254740993', '数字太大'],
  ])('refuses %j: %s', (text, reason) => {
    expect(readEntry('count', text)).toEqual({ kind: 'refused', reason })
  })
})

describe('a change (增/减)', () => {
  it.each([
    ['62', 62],
    ['+62', 62],
    ['＋62', 62],
    ['-2', -2],
    ['−2', -2],
    ['－２', -2],
    ['- 2', -2],
    ['增加 3 个', 3],
    ['增加3项', 3],
    ['减少1个', -1],
    ['本年减少 1 个', -1],
    ['本年增加1,200件', 1200],
    ['-0', 0],
    ['减少0个', 0],
  ])('%j is %d', (text, entry) => {
    expect(readEntry('change', text)).toEqual({ kind: 'value', entry })
  })

  it.each([
    ['增加-2', '要填数字'],
    ['--2', '要填数字'],
    ['去年减少2', '要填数字'],
    ['+1.5', '要填整数'],
    ['-1,23', '千位分隔的逗号位置不对'],
    ['9'.repeat(400), '数字太大'],
  ])('refuses %j: %s', (text, reason) => {
    expect(readEntry('change', text)).toEqual({ kind: 'refused', reason })
  })

  it('is printed with its sign', () => {
    expect([62, -2, 0].map((entry) => entryText('change', entry))).toEqual(['+62', '-2', '0'])
  })
})

describe('an amount in 万元', () => {
  it.each([
    ['12.5', '12.5'],
    ['12.50', '12.50'],
    ['１２．５', '12.5'],
    ['12.5万元', '12.5'],
    ['12.5 万元', '12.5'],
    ['1,234.5', '1234.5'],
    ['0012.5', '12.5'],
    ['0', '0'],
    ['12345.678901', '12345.678901'],
    ['125000元', '12.5'],
    ['125,000.00元', '12.5'],
    ['1元', '0.0001'],
    ['0.01元', '0.000001'],
    ['120000元', '12'],
    ['0元', '0'],
  ])('%j is %s', (text, entry) => {
    expect(readEntry('amount', text)).toEqual({ kind: 'value', entry })
  })

  it.each([
    ['-1', '不能是负数'],
    ['1.2.3', '要填金额数字，如 12.5万元'],
    ['.5', '要填金额数字，如 12.5万元'],
    ['12.', '要填金额数字，如 12.5万元'],
    ['12件', '要填金额数字，如 12.5万元'],
    ['1,23.4', '千位分隔的逗号位置不对'],
    ['1.2亿元', '单位要写元或万元'],
    ['1.2万', '单位要写元或万元'],
    ['12.340000000000001', '小数位数太多'],
    ['1.23456元', '小数位数太多'],
    ['9'.repeat(400), '数字太大'],
  ])('refuses %j: %s', (text, reason) => {
    expect(readEntry('amount', text)).toEqual({ kind: 'refused', reason })
  })

  it('is shifted from 元 without any rounding', () => {
    const amounts = tuple(integer({ min: 0, max: 99_999_999_999 }), integer({ min: 0, max: 99 }))
    assert(
      property(amounts, ([yuan, fen]) => {
        const read = readEntry('amount', `${yuan}.${String(fen).padStart(2, '0')}元`)
        if (read.kind !== 'value') return false
        const [whole = '', decimals = ''] = String(read.entry).split('.')
        return BigInt(whole + decimals.padEnd(6, '0')) === BigInt(yuan) * 100n + BigInt(fen)
      }),
    )
  })
})

describe('money with its own unit', () => {
  it.each([
    ['973.90万元', '973.90万元'],
    ['973.90 万元', '973.90万元'],
    ['１３９７４５８５．０６元', '13974585.06元'],
    ['13,974,585.06元', '13,974,585.06元'],
    ['0', '0'],
    ['0.00', '0.00'],
  ])('%j is kept as %s', (text, entry) => {
    expect(readEntry('money', text)).toEqual({ kind: 'value', entry })
  })

  it.each([
    ['973.90', '要写明单位，如 12.5万元'],
    ['1.2亿元', '单位要写元或万元'],
    ['-5元', '不能是负数'],
    ['约5万元', '要填金额数字，如 12.5万元'],
  ])('refuses %j: %s', (text, reason) => {
    expect(readEntry('money', text)).toEqual({ kind: 'refused', reason })
  })
})

describe('any text at all', () => {
  const almostNumbers = array(
    constantFrom(
      ...'0123456789０９,，.．+-−－—/ 　件个项条起元万增加减少本年无\t\u200b\ud83d',
      '万元',
      '增加',
    ),
    { maxLength: 12 },
  ).map((parts) => parts.join(''))
  const anyText = oneof(string({ unit: 'binary' }), almostNumbers)

  it('never throws, and what was accepted reads the same again from what is printed', () => {
    assert(
      property(constantFrom(...kinds), anyText, (holds, text) => {
        const read = readEntry(holds, text)
        if (read.kind !== 'value') return
        expect(readEntry(holds, entryText(holds, read.entry))).toEqual(read)
      }),
      { numRuns: 5000 },
    )
  })

  it('is a count only if it is an integer of 0 or more, grouped properly, with at most one counter', () => {
    assert(
      property(anyText, (text) => {
        const narrow = text
          .trim()
          .replace(/[０-９，]/g, (wide) => String.fromCharCode(wide.charCodeAt(0) - 0xfee0))
        const intended = /^(\d+|[1-9]\d{0,2}(,\d{3})+)[\s\u3000]*[件个项条起]?$/.test(narrow)
        const hidden = /[\t\n]/.test(narrow)
        const small = BigInt(`0${narrow.replace(/\D/g, '')}`) <= BigInt(LARGEST_COUNT)
        expect(readEntry('count', text).kind === 'value').toBe(intended && small && !hidden)
      }),
      { numRuns: 5000 },
    )
  })

  it('of five million characters is refused without delay', () => {
    for (const flood of ['9', ' ', 'x', ',', '1 ', '增加'])
      for (const holds of kinds)
        expect(readEntry(holds, `1${flood.repeat(5_000_000 / flood.length)}z`).kind).toBe('refused')
  })
})

describe('what a draft holds', () => {
  it.each([
    ['count', 57, 57],
    ['count', '57', 57],
    ['count', -1, undefined],
    ['count', 1.5, undefined],
    ['count', 1e21, undefined],
    ['count', 'abc', undefined],
    ['count', '-', undefined],
    ['change', -2, -2],
    ['amount', '12.50', 12.5],
    ['amount', '12345.678901', 12345.678901],
    ['amount', 12.5, 12.5],
    ['money', '973.90万元', undefined],
  ] as const)('%s %j as a number is %s', (holds, entry, number) => {
    expect(entryNumber(holds, entry)).toBe(number)
  })
})
