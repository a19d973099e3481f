import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { halfWidthFigures, numeralAt } from './numbers'

/** Value and counter of the figure a text begins with. */
function read(text: string): [number, string] | undefined {
  const numeral = numeralAt(halfWidthFigures(text), 0)
  return numeral && [numeral.value, numeral.counter]
}

describe('a numeral of office prose', () => {
  it.each([
    ['1020件', 1020, '件'],
    ['1,020件', 1020, '件'],
    ['１，０２０件', 1020, '件'],
    ['12,34件', 12, ''],
    ['一百八十二件', 182, '件'],
    ['一千零二十件', 1020, '件'],
    ['两百二十件', 220, '件'],
    ['十二件', 12, '件'],
    ['二〇二件', 202, '件'],
    ['三万五千件', 35_000, '件'],
    ['10.64万件', 106_400, '件'],
    ['2.87亿元', 287_000_000, '亿元'],
    ['123.45万元', 1_234_500, '万元'],
    ['38.5%', 38.5, ''],
    ['３８．５％', 38.5, ''],
    ['百分之五', 5, ''],
    ['百分之三十八点五', 38.5, ''],
    ['七成', 70, '成'],
    ['5个百分点', 5, '个百分点'],
  ])('%s', (text, value, counter) => {
    expect(read(text)).toEqual([value, counter])
  })

  it.each(['一个', '百姓', '十分', '件', '一批'])('is not %s', (text) => {
    expect(read(text)).toBeUndefined()
  })

  it.each([
    ['约210件', 1, 'about'],
    ['近210件', 1, 'nearly'],
    ['210余件', 0, 'over'],
    ['210件以上', 0, 'over'],
    ['附近210件', 2, undefined],
  ])('%s says how exactly it was meant', (text, start, approximate) => {
    expect(numeralAt(text, start)?.approximate).toBe(approximate)
  })

  const styles: Record<string, (value: number) => string> = {
    plain: String,
    grouped: (value) => value.toLocaleString('en-US'),
    'of full width': (value) => wide(String(value)),
    'grouped, of full width': (value) => wide(value.toLocaleString('en-US')),
  }

  it.each(Object.entries(styles))('written %s reads back as what was written', (_, write) => {
    fc.assert(
      fc.property(fc.nat(99_999_999), (value) => {
        expect(read(`${write(value)}件`)).toEqual([value, '件'])
      }),
    )
  })

  it('in 万 reads back, rounded as it is written', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 999_999 }), (hundredths) => {
        const numeral = numeralAt(`${(hundredths / 100).toFixed(2)}万件`, 0)
        expect(numeral?.value).toBeCloseTo(hundredths * 100, 6)
        expect(numeral?.step).toBe(100)
      }),
    )
  })

  it('never throws and never reads past the end of any text', () => {
    const characters = fc.constantFrom(
      ...'0123456789０９，,.．％%一二三十百千万亿点零两余多件个元成分之约近 ',
    )
    fc.assert(
      fc.property(fc.string({ unit: characters, maxLength: 40 }), fc.nat(40), (text, start) => {
        const numeral = numeralAt(halfWidthFigures(text), start)
        if (!numeral) return
        expect(numeral.end).toBeGreaterThan(start)
        expect(numeral.end).toBeLessThanOrEqual(text.length)
        expect(Number.isFinite(numeral.value)).toBe(true)
      }),
    )
  })
})

function wide(digits: string): string {
  return [...digits].map((one) => String.fromCharCode(one.charCodeAt(0) + 0xfee0)).join('')
}
