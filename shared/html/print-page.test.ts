import { describe, expect, it } from 'vitest'
import { gb9704 } from '../compose/style'
import { fontFamily, latinFaces } from './fonts'
import { printPage } from './print-page'

const document = {
  title: '某区<年报>',
  author: '某区',
  blocks: [{ kind: 'title' as const, lines: ['某区'] }],
}

describe('the printed page', () => {
  it.each([
    ['paper and type area', '@page { size: 210mm 297mm; margin: 37mm 26mm 35mm 28mm; }'],
    ['line pitch', 'font: 16pt/28.95pt "Latin Times New Roman", "仿宋_GB2312"'],
    ['28 characters a line', 'letter-spacing: -0.21pt'],
    ['odd page numbers', '@page :right { @bottom-right { content: "— " counter(page) " —"'],
    ['even page numbers', '@page :left { @bottom-left { content: "— " counter(page) " —"'],
    ['language', '<html lang="zh-CN">'],
    ['title', '<title>某区&lt;年报&gt;</title>'],
    ['a destination for each block', '<a href="#block-0"></a>'],
    ['nothing but itself', "default-src 'none'; img-src data:; style-src 'unsafe-inline'"],
  ])('has %s', (_what, expected) => {
    expect(printPage(document, gb9704)).toContain(expected)
  })

  it.each([
    ['28 pt pitch', { linePitch: 28 }, 'font: 16pt/28pt'],
    ['page number -1-', { pageNumber: { before: '-', after: '-' } }, 'content: "-" counter(page) "-"'],
    [
      'Table 3 on its side',
      { table: { ...gb9704.table, landscape: { ...gb9704.table.landscape, tables: ['t3'] } } },
      'h2:has(+ [data-table="t3"]), h3:has(+ [data-table="t3"]),',
    ],
    ['27 characters', { charactersPerLine: 27 }, 'letter-spacing: 0.37pt'],
  ])('follows another style: %s', (_what, change, expected) => {
    expect(printPage(document, { ...gb9704, ...change })).toContain(expected)
  })

  it('lets no font name of a style say anything else', () => {
    const font = '"; } </style><script>'
    const text = { ...gb9704.text, body: { ...gb9704.text.body, font, latinFont: 'x") ; }' } }
    const page = printPage(document, { ...gb9704, text })
    expect(page).not.toContain('<script')
    expect(page.match(/<\/style>/g)).toHaveLength(1)
    expect(latinFaces({ ...gb9704, text })).toContain('"Latin x\\22 \\29  \\3b ')
  })
})

it('asks for the font itself, then under its other names, then for what stands in', () => {
  expect(fontFamily(gb9704.text.body, gb9704)).toMatch(
    /^"Latin Times New Roman", "仿宋_GB2312", "FangSong_GB2312", "仿宋", "FangSong", .*"Noto Serif CJK SC", serif$/u,
  )
})
