import {
  all,
  blankCell,
  cells,
  type Damage,
  figures,
  labels,
  make,
  rewrite,
  rowOf,
  rows,
  text,
  write,
} from './damage'

// Tests only. Reports that look whole and mislead: figures beside labels that are not theirs.

const t3 =
  (change: (table: Element) => void): Damage['do'] =>
  (report) =>
    change(report.table('t3'))

/** The rows of figures of Table 3, in order. */
const figureRows = (table: Element) => rows(table).filter((row) => figures(row).length >= 6)

function exchange(one: Element | undefined, other: Element | undefined): void {
  if (!one || !other) throw new Error('There is nothing to exchange.')
  const [mine, theirs] = [text(one), text(other)]
  write(one, theirs)
  write(other, mine)
}

const leaf = (table: Element, label: string) => labels(rowOf(table, label)).at(-1)

/** Labels of the rows written into the rows below, from one row to another. */
function shiftLabels(table: Element, by: 1 | -1): void {
  const leaves = figureRows(table).map((row) => labels(row).at(-1))
  const texts = leaves.map((one) => (one ? text(one) : ''))
  leaves.forEach((one, index) => {
    if (one && index > 1) write(one, texts[index - by] ?? '')
  })
}

/** Rows whose figures stand one row further down, the first left blank; the last row is added without a label. */
function shiftFigures(table: Element, from: number): void {
  const found = figureRows(table)
  const last = found.at(-1)
  if (!last) throw new Error('There is no row.')
  const more = last.cloneNode(true) as Element
  last.after(more)
  for (const one of labels(more)) write(one, '')
  const values = [...found, more].map((row) => figures(row).map(text))
  ;[...found, more].forEach((row, index) => {
    if (index <= from) return
    for (const [column, cell] of figures(row).entries()) write(cell, values[index - 1]?.[column] ?? '')
  })
  for (const cell of figures(found[from] as Element)) cell.replaceWith(blankCell(cell))
}

function rotate(row: Element, by: number): void {
  const found = figures(row)
  const values = found.map(text)
  for (const [index, cell] of found.entries())
    write(cell, values[(index + by + values.length) % values.length] ?? '')
}

function rotateAll(table: Element, by: number): void {
  for (const row of figureRows(table)) rotate(row, by)
}

function styled(cell: Element | undefined, property: string, value: string, attribute?: string): void {
  const run = cell && all(cell, 'r')[0]
  if (!run) throw new Error('There is no figure.')
  const more = run.cloneNode(true) as Element
  const own = all(more, 'rPr')[0] ?? make(cell.ownerDocument, 'rPr')
  more.prepend(own)
  own.append(make(cell.ownerDocument, property, attribute === undefined ? {} : { val: attribute }))
  for (const one of all(more, 't')) one.textContent = value
  run.after(more)
}

export const hostile: Damage[] = [
  {
    name: 'labels of two neighbouring rows exchanged',
    do: t3((t) => exchange(leaf(t, '一、本年新收'), leaf(t, '二、上年结转'))),
  },
  {
    name: 'labels of two distant rows exchanged',
    do: t3((t) => exchange(leaf(t, '一、本年新收'), leaf(t, '四、结转下年度'))),
  },
  {
    name: 'labels exchanged within a group',
    do: t3((t) => exchange(leaf(t, '1.属于国家秘密'), leaf(t, '3.危及'))),
  },
  { name: 'labels one row down', do: t3((t) => shiftLabels(t, 1)) },
  { name: 'labels one row up', do: t3((t) => shiftLabels(t, -1)) },
  { name: 'figures one row down from the top', do: t3((t) => shiftFigures(t, 0)) },
  { name: 'figures one row down from the middle', do: t3((t) => shiftFigures(t, 8)) },
  { name: 'totals before the other figures', do: t3((t) => rotateAll(t, -1)) },
  {
    name: 'totals second to last',
    do: t3((t) =>
      figureRows(t).forEach((row) => {
        const found = figures(row)
        exchange(found.at(-1), found.at(-2))
      }),
    ),
  },
  {
    name: 'all figures one column to the right, round',
    do: t3((t) => rotateAll(t, 1)),
  },
  {
    name: 'a row slipped, the gap filled with the total once more',
    do: t3((t) => {
      const found = figures(rowOf(t, '重复申请'))
      for (const [index, cell] of found.entries()) write(cell, text(found[index + 1] ?? cell))
    }),
  },
  {
    name: 'a row twice with other figures',
    do: t3((t) => {
      const row = rowOf(t, '重复申请')
      const more = row.cloneNode(true) as Element
      rewrite(figures(more), (old) => `${Number(old) + 3}`)
      row.after(more)
    }),
  },
  {
    name: 'the label of a row is that of another',
    do: t3((t) => write(leaf(t, '2.重复申请'), '1.信访举报投诉类申请')),
  },
  {
    name: 'the label of a row of another group',
    do: t3((t) => write(leaf(t, '2.重复申请'), '2.没有现成信息需要另行制作')),
  },
  {
    name: 'a column heading twice',
    do: t3((t) =>
      write(
        labels(t).find((cell) => text(cell) === '科研机构'),
        '商业企业',
      ),
    ),
  },
  {
    name: 'the headings of cases exchanged',
    do: ({ table }) => {
      const found = labels(table('t4')).filter((cell) => /起诉/u.test(text(cell)))
      exchange(found[0], found[1])
    },
  },
  {
    name: 'one pair of results exchanged in every group of cases',
    do: ({ table }) => {
      for (let group = 0; group < 3; group++) {
        const found = labels(table('t4'))
        exchange(
          found.filter((one) => text(one) === '结果维持')[group],
          found.filter((one) => text(one) === '结果纠正')[group],
        )
      }
    },
  },
  {
    name: 'rows of rules and normative documents exchanged by label',
    do: ({ table }) => {
      const found = labels(table('t2'))
      exchange(
        found.find((one) => text(one) === '规章'),
        found.find((one) => /规范性文件$/u.test(text(one))),
      )
    },
  },
  {
    name: 'a footnote mark above a figure',
    do: t3((t) => styled(figures(rowOf(t, '重复申请'))[0], 'vertAlign', '1', 'superscript')),
  },
  {
    name: 'a round footnote mark',
    do: t3((t) => rewrite(figures(rowOf(t, '重复申请')), (old) => `${old}①`)),
  },
  { name: 'a square on a figure', do: t3((t) => rewrite(figures(rowOf(t, '重复申请')), (old) => `${old}²`)) },
  {
    name: 'a figure struck out, the other written beside it',
    do: t3((t) => {
      const cell = figures(rowOf(t, '重复申请'))[0]
      const own = cell && all(cell, 'r')[0]
      styled(cell, 'strike', '777')
      if (own) own.before(...all(cell as Element, 'r').slice(1))
    }),
  },
  {
    name: 'a hidden row with old figures above the row',
    do: t3((t) => {
      const row = rowOf(t, '重复申请')
      const old = row.cloneNode(true) as Element
      rewrite(figures(old), () => '777')
      const properties = all(old, 'trPr')[0] ?? make(t.ownerDocument, 'trPr')
      old.prepend(properties)
      properties.append(make(t.ownerDocument, 'hidden'))
      row.before(old)
    }),
  },
  { name: 'percent', do: t3((t) => rewrite(figures(rowOf(t, '重复申请')), (old) => `${old}%`)) },
  {
    name: 'two figures in a cell',
    do: t3((t) => rewrite(figures(rowOf(t, '重复申请')), (old) => `${old} 777`)),
  },
  {
    name: 'a figure and last year’s in brackets',
    do: t3((t) => rewrite(figures(t), (old) => `${old}（777）`)),
  },
  {
    name: 'a second report behind the first, which lacks a table',
    do({ document, table }) {
      const body = all(document, 'body')[0]
      const copied = [...(body?.children ?? [])].map((node) => node.cloneNode(true) as Element)
      for (const node of copied)
        for (const cell of all(node, 'tc'))
          if (/^\d+$/u.test(text(cell))) write(cell, `${Number(text(cell)) + 5}`)
      table('t4').remove()
      const end = all(document, 'sectPr').at(-1)
      for (const node of copied)
        if (node.localName !== 'sectPr') body?.insertBefore(node, end?.parentNode === body ? end : null)
    },
  },
  {
    name: 'a table of an earlier year in place of this year’s',
    do({ document, table }) {
      const own = table('t4')
      const caption = make(document, 'p')
      const run = make(document, 'r')
      const words = make(document, 't')
      words.textContent = '2019年行政复议、行政诉讼情况'
      run.append(words)
      caption.append(run)
      own.before(caption)
      rewrite(figures(own), (old) => `${Number(old) + 9}`)
    },
  },
  {
    name: 'a table named after an earlier year in its first row',
    do({ document, table }) {
      const own = table('t4')
      const first = rows(own)[0]
      const row = make(document, 'tr')
      const cell = blankCell(cells(first)[0])
      all(cell, 'vMerge')[0]?.remove()
      all(cell, 'gridSpan')[0]?.remove()
      all(cell, 'tcPr')[0]?.append(make(document, 'gridSpan', { val: '15' }))
      const paragraph = all(cell, 'p')[0]
      const run = make(document, 'r')
      const words = make(document, 't')
      words.textContent = '2019年行政复议、行政诉讼情况'
      run.append(words)
      paragraph?.append(run)
      row.append(cell)
      first?.before(row)
      rewrite(figures(own), (old) => `${Number(old) + 9}`)
    },
  },
]
