import { expect, test } from 'vitest'
import { type HtmlPart, readHtml } from './read-html'

const lines = (html: string) =>
  readHtml(html).map((part) =>
    part.kind === 'text' ? part.text.split('\n').filter((line) => line.trim() !== '') : part,
  )

test.each<[string, string, (string[] | HtmlPart)[]]>([
  ['paragraphs are lines', '<p>甲</p><p>乙<br>丙</p>', [['甲', '乙', '丙']]],
  [
    'what Word adds around the text is left behind',
    '<style>p{color:red}</style><p style="mso-x:1">甲<o:p></o:p></p>',
    [['甲']],
  ],
  ['line breaks of the source are spaces', '<p>甲\n乙</p>', [['甲 乙']]],
  [
    'scripts and handlers are text of nobody',
    '<script>alert(1)</script><img src=x onerror=alert(2)><p>甲</p>',
    [['甲']],
  ],
  [
    'a table keeps rows and columns, merged cells leave gaps',
    '<p>前</p><table><tr><th>渠道</th><th>数</th></tr><tr><td rowspan=2>网站</td><td>1</td></tr><tr><td>2</td></tr><tr><td colspan=2>计</td></tr></table>',
    [
      ['前'],
      {
        kind: 'table',
        header: true,
        rows: [
          ['渠道', '数'],
          ['网站', '1'],
          ['', '2'],
          ['计', ''],
        ],
      },
    ],
  ],
  [
    'lines of a cell are one',
    '<table><tr><td><p>甲</p><p>乙</p></td><td>丙</td></tr></table>',
    [{ kind: 'table', header: false, rows: [['甲 乙', '丙']] }],
  ],
  ['a table of one cell is a frame around text', '<table><tr><td><p>甲</p></td></tr></table>', [['甲']]],
  [
    'a span of a million columns is no table',
    '<table><tr><td colspan="1000000">甲</td></tr></table>',
    [['甲']],
  ],
])('%s', (_, html, expected) => {
  expect(lines(html)).toEqual(expected)
})
