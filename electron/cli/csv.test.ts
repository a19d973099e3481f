import { array, assert, property, string } from 'fast-check'
import { describe, expect, it } from 'vitest'
import { csvRow, readCsv } from './csv'

describe('reading', () => {
  it.each([
    [
      'address,value\nt2.a,5\n',
      [
        [1, 'address', 'value'],
        [2, 't2.a', '5'],
      ],
    ],
    [
      '\ufeffa,b\r\nc,d\r\n',
      [
        [1, 'a', 'b'],
        [2, 'c', 'd'],
      ],
    ],
    [
      'a,b\rc,d',
      [
        [1, 'a', 'b'],
        [2, 'c', 'd'],
      ],
    ],
    ['a,"1,234"\n', [[1, 'a', '1,234']]],
    ['a,"said ""so"""', [[1, 'a', 'said "so"']]],
    [
      '"two\nlines",b\nc,d',
      [
        [1, 'two\nlines', 'b'],
        [3, 'c', 'd'],
      ],
    ],
    [
      'a,\n\n,\nb,1\n',
      [
        [1, 'a', ''],
        [4, 'b', '1'],
      ],
    ],
    ['', []],
  ])('%j', (text, rows) => {
    const expected = rows.map(([line, ...fields]) => ({ line, fields }))
    expect(readCsv(text)).toEqual({ ok: true, value: expected })
  })

  it.each([
    ['a,b\nc,"d', 2],
    ['a,b"c\n', 1],
    ['a,"b"c\n', 1],
  ])('names the line of a stray quote: %j', (text, line) => {
    expect(readCsv(text)).toEqual({ ok: false, error: line })
  })
})

it('reads back whatever was written', () => {
  const fields = array(string(), { minLength: 2, maxLength: 4 })
  assert(
    property(array(fields), (rows) => {
      const written = rows.filter((row) => row.some((value) => value.trim() !== ''))
      const read = readCsv(written.map(csvRow).join(''))
      expect(read.ok && read.value.map((row) => row.fields)).toEqual(written)
    }),
  )
})
