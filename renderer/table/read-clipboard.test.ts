import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { longestText, readClipboard, readHtml, readTsv, tidy } from './read-clipboard'
import { writeHtml, writeTsv } from './write-clipboard'

const size = { rows: 30, columns: 15 }

describe('plain text', () => {
  test.each([
    ['one figure', '57', [['57']]],
    [
      'Excel ends every row with CRLF',
      '1\t2\r\n3\t4\r\n',
      [
        ['1', '2'],
        ['3', '4'],
      ],
    ],
    [
      'WPS and LibreOffice end rows with LF',
      '1\t2\n3\t4\n',
      [
        ['1', '2'],
        ['3', '4'],
      ],
    ],
    ['old Mac programs with CR', '1\r2\r', [['1'], ['2']]],
    [
      'blank cells stay',
      '1\t\t3\r\n\t\t\r\n',
      [
        ['1', '', '3'],
        ['', '', ''],
      ],
    ],
    ['a last cell may be blank', '1\t', [['1', '']]],
    ['a quoted cell with a line break is one cell', '"本年\n新收"\t57\r\n', [['本年 新收', '57']]],
    ['a quoted cell with a tab', '"1\t2"\t3', [['1 2', '3']]],
    ['doubled quotes are one', '"危及""三安全"""\t0', [['危及"三安全"', '0']]],
    ['a quote inside a cell is a character', '5"\t6', [['5"', '6']]],
    ['a quote never closed is a character', '"5\t6\r\n7', [['"5', '6'], ['7']]],
    [
      'thousands separators and full width stay for the reading of the cell',
      '1,234\t５６',
      [['1,234', '５６']],
    ],
    ['non-breaking spaces around a figure fall away', '\u00a057\u00a0\t 3 ', [['57', '3']]],
    ['nothing', '', []],
  ])('%s', (_, text, rows) => {
    expect(readTsv(text, size)).toEqual({ rows, more: false })
  })

  test.each([
    ['more rows', '1\n2\n3\n4', [['1'], ['2'], ['3']], true],
    ['blank rows below are not worth a word', '1\n2\n3\n\n\n', [['1'], ['2'], ['3']], false],
    ['more columns', '1\t2\t3\n4', [['1', '2'], ['4']], true],
    ['blank columns beside', '1\t2\t\t\n4', [['1', '2'], ['4']], false],
  ])('no more is read than fits: %s', (_, text, rows, more) => {
    expect(readTsv(text, { rows: 3, columns: 2 })).toEqual({ rows, more })
  })

  test('a range written is read back', () => {
    const texts = fc.array(fc.array(fc.string({ maxLength: 20 }).map(tidy), { minLength: 3, maxLength: 3 }), {
      minLength: 1,
      maxLength: 20,
    })
    fc.assert(
      fc.property(texts, (rows) => {
        const written = writeTsv(rows)
        expect(readTsv(`${written}\r\n`, size).rows).toEqual(rows)
        expect(
          readHtml(writeHtml(rows.map((row) => row.map((text) => ({ text, colSpan: 1 })))), size)?.rows,
        ).toEqual(rows)
      }),
    )
  })

  test('any text at all is read without complaint and into texts of bounded length', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 500 }), (text) => {
        for (const cell of readTsv(text, size).rows.flat()) {
          expect(cell.length).toBeLessThanOrEqual(longestText + 1)
          expect(cell).not.toMatch(/[\p{Cc}\p{Surrogate}]/u)
        }
      }),
    )
  })

  test.each([
    ['figures in long rows', '1\t'.repeat(2_500_000)],
    ['figures in many rows', '1\n'.repeat(2_500_000)],
    ['one word', 'a'.repeat(5_000_000)],
    ['quotes', '"'.repeat(5_000_000)],
    ['quoted cells', '"a"\t'.repeat(1_250_000)],
  ])('5 MB of %s are read in a moment', (_, text) => {
    const start = performance.now()
    const { rows } = readTsv(text, size)
    expect(rows.length).toBeLessThanOrEqual(size.rows)
    expect(performance.now() - start).toBeLessThan(1000)
  })
})

describe('a table of a web page', () => {
  test.each([
    [
      'Excel',
      '<html><body><table><tr><td class=xl65>57</td><td>3</td></tr></table></body></html>',
      [['57', '3']],
    ],
    [
      'merged columns stand at the first of them',
      '<table><tr><td colspan=2>a</td><td>b</td></tr></table>',
      [['a', '', 'b']],
    ],
    [
      'merged rows push the next row right',
      '<table><tr><td rowspan=2>a</td><td>1</td></tr><tr><td>2</td></tr></table>',
      [
        ['a', '1'],
        ['', '2'],
      ],
    ],
    [
      'a merged block',
      '<table><tr><td rowspan=2 colspan=2>a</td><td>1</td></tr><tr><td>2</td></tr></table>',
      [
        ['a', '', '1'],
        ['', '', '2'],
      ],
    ],
    [
      'head and body',
      '<table><thead><tr><th>总计</th></tr></thead><tbody><tr><td>57</td></tr></tbody></table>',
      [['总计'], ['57']],
    ],
    [
      'paragraphs and blanks of Word inside a cell',
      '<table><tr><td><p>\n <span>5</span><span>7</span>\n</p></td></tr></table>',
      [['57']],
    ],
    ['a span of nonsense', '<table><tr><td colspan=999>1</td></tr></table>', [['1']]],
    [
      'a table that lays out the page around it',
      '<table><tr><td>菜单</td><td><table><tr><td>57</td></tr></table></td></tr></table>',
      [['57']],
    ],
    ['text around it', '<p>年报</p><table><tr><td>57</td></tr></table><p>完</p>', [['57']]],
  ])('%s', (_, html, rows) => {
    expect(readHtml(html, size)).toEqual({ rows, more: false })
  })

  test('a page without a table is none', () => {
    expect(readHtml('<p>57</p>', size)).toBeUndefined()
  })

  test('more than fits is said', () => {
    const html = '<table><tr><td>1</td><td>2</td></tr><tr><td>3</td></tr></table>'
    expect(readHtml(html, { rows: 5, columns: 1 })).toEqual({ rows: [['1'], ['3']], more: true })
    expect(readHtml(html, { rows: 1, columns: 5 })).toEqual({ rows: [['1', '2']], more: true })
  })
})

function clipboard(contents: Record<string, string>) {
  return { getData: (type: string) => contents[type] ?? '' }
}

describe('which of the two is read', () => {
  const table = '<table><tr><td>1</td></tr></table>'
  test.each([
    ['the table, as it knows merged cells', { 'text/html': table, 'text/plain': '2' }, [['1']]],
    ['the text beside a page without table', { 'text/html': '<b>2</b>', 'text/plain': '2' }, [['2']]],
    ['the text alone', { 'text/plain': '2' }, [['2']]],
    [
      'the text beside a page too long',
      { 'text/html': table + ' '.repeat(1_000_000), 'text/plain': '2' },
      [['2']],
    ],
    ['nothing, as from a picture', {}, []],
  ])('%s', (_, contents, rows) => {
    expect(readClipboard(clipboard(contents), size).rows).toEqual(rows)
  })
})

test.each([
  ['control characters become one blank', '1\u0000\u0007\n2', '1 2'],
  ['half a surrogate pair is replaced', '1\ud83d', '1\ufffd'],
  ['a whole pair stays', '😀', '😀'],
  ['a text longer than a cell keeps is cut just beyond', '9'.repeat(400), '9'.repeat(201)],
])('%s', (_, text, tidied) => {
  expect(tidy(text)).toBe(tidied)
})
