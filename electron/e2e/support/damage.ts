import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate'
import { JSDOM } from 'jsdom'

/** Tests only. Damage done to the tables of an exported report as offices and word processors do it. */
export interface Damage {
  name: string
  /** Nothing is lost by it: a reader of the page sees the same report. */
  harmless?: true
  do(report: DamagedReport): void
}

export interface DamagedReport {
  document: Document
  table(id: 't2' | 't3' | 't4'): Element
}

/** The Word file with the damage done. */
export function damaged(docx: Uint8Array, damage: Damage): Uint8Array {
  const files = unzipSync(docx)
  const xml = strFromU8(files['word/document.xml'] ?? new Uint8Array())
  const { window } = new JSDOM(xml, { contentType: 'text/xml' })
  const { document } = window
  const sign = { t2: '第二十条', t3: '勾稽', t4: '复议后起诉' }
  damage.do({
    document,
    table(id) {
      const found = all(document, 'tbl').find((one) => one.textContent?.includes(sign[id]))
      if (!found) throw new Error(`There is no ${id}.`)
      return found
    },
  })
  const changed = new window.XMLSerializer().serializeToString(document)
  window.close()
  return zipSync({ ...files, 'word/document.xml': strToU8(changed) }, { level: 1 })
}

const W = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main'

export function all(node: Element | Document, name: string): Element[] {
  return [...node.getElementsByTagNameNS(W, name)]
}

export function make(document: Document, name: string, attributes: Record<string, string> = {}): Element {
  const made = document.createElementNS(W, `w:${name}`)
  for (const [key, value] of Object.entries(attributes)) made.setAttributeNS(W, `w:${key}`, value)
  return made
}

export const rows = (table: Element) => all(table, 'tr')
export const cells = (row: Element | undefined) => (row ? all(row, 'tc') : [])
export const text = (node: Element) => node.textContent ?? ''
const isNumber = (cell: Element) => /^[+-]?[\d.]+(?:万元)?$/u.test(text(cell))
export const figures = (node: Element) => all(node, 'tc').filter(isNumber)
export const labels = (node: Element) =>
  all(node, 'tc').filter((cell) => text(cell) !== '' && !isNumber(cell))

export function write(cell: Element | undefined, value: string): void {
  if (!cell) throw new Error('There is no such cell.')
  const texts = all(cell, 't')
  texts.forEach((one, index) => {
    one.textContent = index === 0 ? value : ''
  })
}

export function rewrite(found: Element[], change: (old: string) => string): void {
  for (const cell of found) write(cell, change(text(cell)))
}

export function rowOf(table: Element, label: string): Element {
  const row = rows(table).find((one) => text(one).includes(label))
  if (!row) throw new Error(`There is no row ${label}.`)
  return row
}

export function blankCell(cell: Element | undefined): Element {
  const blank = cell?.cloneNode(true) as Element
  for (const run of all(blank, 'r')) run.remove()
  return blank
}

function span(cell: Element): number {
  return Number(all(cell, 'gridSpan')[0]?.getAttributeNS(W, 'val') ?? 1)
}

function setSpan(cell: Element, count: number): void {
  all(cell, 'gridSpan')[0]?.remove()
  const properties = all(cell, 'tcPr')[0]
  const made = make(cell.ownerDocument, 'gridSpan', { val: String(count) })
  properties?.insertBefore(made, all(cell, 'tcW')[0]?.nextSibling ?? null)
}

/** Rows from the one at `from` on in a table of their own. */
function split(table: Element, from: number, header: number): void {
  const second = table.cloneNode(true) as Element
  for (const row of rows(table).slice(from)) row.remove()
  for (const row of rows(second).slice(header, from)) row.remove()
  const gap = make(table.ownerDocument, 'p')
  table.after(gap, second)
}

function wrap(node: Element): void {
  const control = make(node.ownerDocument, 'sdt')
  const content = make(node.ownerDocument, 'sdtContent')
  node.replaceWith(control)
  control.append(content)
  content.append(node)
}

const row3 = '不掌握'
const t3 = (change: (table: Element) => void) => (report: DamagedReport) => change(report.table('t3'))
const everyTable = (change: (table: Element) => void) => (report: DamagedReport) => {
  for (const id of ['t2', 't3', 't4'] as const) change(report.table(id))
}

export const damages: Damage[] = [
  { name: 'nothing', harmless: true, do: () => undefined },
  {
    name: '1、 for 1.',
    harmless: true,
    do: t3((t) => rewrite(labels(t), (old) => old.replace(/^(\d)\./u, '$1、'))),
  },
  { name: 'numbers of labels gone', do: t3((t) => rewrite(labels(t), (old) => old.replace(/^\d\./u, ''))) },
  {
    name: 'last character of labels gone',
    do: everyTable((t) => rewrite(labels(t), (old) => old.slice(0, -1))),
  },
  {
    name: 'first character of labels gone',
    do: everyTable((t) => rewrite(labels(t), (old) => old.slice(1))),
  },
  {
    name: 'labels cut to six characters',
    do: everyTable((t) => rewrite(labels(t), (old) => old.slice(0, 6))),
  },
  {
    name: 'labels cut to two characters',
    do: everyTable((t) => rewrite(labels(t), (old) => old.slice(0, 2))),
  },
  {
    name: 'a character in the middle of labels garbled',
    do: everyTable((t) =>
      rewrite(labels(t), (old) => `${old.slice(0, old.length / 2)}口${old.slice(old.length / 2 + 1)}`),
    ),
  },
  {
    name: 'remarks in brackets left out',
    harmless: true,
    do: t3((t) => rewrite(labels(t), (old) => old.replace(/（区分.*）/u, ''))),
  },
  {
    name: 'the year written into labels',
    do: everyTable((t) => rewrite(labels(t), (old) => old.replace('本年', '2025年'))),
  },
  {
    name: 'spaces inside labels',
    harmless: true,
    do: everyTable((t) => rewrite(labels(t), (old) => old.split('').join(' '))),
  },
  {
    name: 'a column heading gone',
    do: t3((t) =>
      rewrite(
        labels(t).filter((one) => text(one) === '科研机构'),
        () => '',
      ),
    ),
  },
  { name: 'all column headings gone', do: t3((t) => rewrite(rows(t).slice(0, 3).flatMap(cells), () => '')) },
  {
    name: 'a row label gone',
    do: t3((t) =>
      rewrite(
        cells(rowOf(t, row3)).filter((one) => text(one).includes(row3)),
        () => '',
      ),
    ),
  },
  {
    name: 'a row label of its neighbour',
    do: t3((t) =>
      rewrite(
        cells(rowOf(t, row3)).filter((one) => text(one).includes(row3)),
        () => '2.没有现成信息需要另行制作',
      ),
    ),
  },
  {
    name: 'only the number of a row label left',
    do: t3((t) =>
      rewrite(
        cells(rowOf(t, row3)).filter((one) => text(one).includes(row3)),
        () => '1.',
      ),
    ),
  },
  {
    name: 'other words: 合计, 其它',
    harmless: true,
    do: t3((t) => rewrite(labels(t), (old) => old.replace('总计', '合计').replace('其他', '其它'))),
  },
  {
    name: 'the column of totals left out',
    do: t3((t) => {
      all(t, 'gridCol').at(-1)?.remove()
      rows(t).forEach((row, index) => {
        const last = cells(row).at(-1)
        if (!last) return
        if (index === 0) setSpan(last, 6)
        else last.remove()
      })
    }),
  },
  {
    name: 'the last cell of every row left out, the grid not',
    do: t3((t) => {
      for (const row of rows(t).slice(3)) cells(row).at(-1)?.remove()
    }),
  },
  { name: 'a row left out', do: t3((t) => rowOf(t, '重复申请').remove()) },
  {
    name: 'other matters not split',
    do: t3((t) => {
      const at = rows(t).findIndex((row) => text(row).includes('重新出具')) + 1
      const group = rows(t).slice(
        at,
        rows(t).findIndex((row) => text(row).includes('总计') && rows(t).indexOf(row) > 5),
      )
      group.slice(1).forEach((row) => {
        row.remove()
      })
      const [, label, item] = cells(group[0])
      if (!label || !item) return
      setSpan(label, 2)
      all(label, 'vMerge')[0]?.remove()
      write(label, '（六）其他处理')
      if (!isNumber(item)) item.remove()
    }),
  },
  { name: 'split, no heading', do: t3((t) => split(t, 14, 0)) },
  { name: 'split, heading repeated', harmless: true, do: t3((t) => split(t, 14, 3)) },
  { name: 'split after the heading rows', do: t3((t) => split(t, 3, 0)) },
  {
    name: 'split, other widths',
    do: t3((t) => {
      split(t, 14, 0)
      const next = t.nextElementSibling?.nextElementSibling
      for (const [index, column] of (next ? all(next, 'gridCol') : []).entries())
        column.setAttributeNS(W, 'w:w', String(700 + index * 30))
    }),
  },
  { name: 'Table 2 split into its parts', harmless: true, do: ({ table }) => split(table('t2'), 4, 0) },
  { name: 'Table 2 split within a part', do: ({ table }) => split(table('t2'), 3, 0) },
  {
    name: 'heading rows again in the middle',
    harmless: true,
    do: t3((t) => {
      const middle = rows(t)[14]
      for (const row of rows(t).slice(0, 3)) middle?.before(row.cloneNode(true))
    }),
  },
  {
    name: 'vertical merges undone',
    do: t3((t) =>
      all(t, 'vMerge').forEach((one) => {
        one.remove()
      }),
    ),
  },
  {
    name: 'horizontal merges in the old way',
    harmless: true,
    do: everyTable((t) => {
      for (const cell of all(t, 'tc').filter((one) => span(one) > 1)) {
        const count = span(cell)
        setSpan(cell, 1)
        const merge = (one: Element, val: string) =>
          all(one, 'tcPr')[0]?.append(make(one.ownerDocument, 'hMerge', { val }))
        const blanks = Array.from({ length: count - 1 }, () => blankCell(cell))
        merge(cell, 'restart')
        for (const one of blanks) merge(one, 'continue')
        cell.after(...blanks)
      }
    }),
  },
  { name: 'the span of a label lost', do: t3((t) => all(rowOf(t, '一、本年新收'), 'gridSpan')[0]?.remove()) },
  {
    name: 'the spans of all labels lost',
    do: t3((t) => {
      for (const row of rows(t).slice(3)) for (const one of all(row, 'gridSpan')) one.remove()
    }),
  },
  { name: 'a cell taken out', do: t3((t) => figures(rowOf(t, '重复申请'))[1]?.remove()) },
  {
    name: 'a row slipped to the left',
    do: t3((t) => {
      const [first, ...rest] = figures(rowOf(t, '重复申请'))
      rest.at(-1)?.after(blankCell(rest.at(-1)))
      first?.remove()
    }),
  },
  {
    name: 'a row slipped to the right',
    do: t3((t) => {
      const found = figures(rowOf(t, '重复申请'))
      found[0]?.before(blankCell(found[0]))
      found.at(-1)?.remove()
    }),
  },
  {
    name: 'a cell too many at the end',
    do: t3((t) => {
      const last = cells(rowOf(t, row3)).at(-1)
      last?.after(blankCell(last))
    }),
  },
  {
    name: 'a cell too many before the figures',
    do: t3((t) => {
      const [first] = figures(rowOf(t, row3))
      first?.before(blankCell(first))
    }),
  },
  {
    name: 'cells left out before a row',
    harmless: true,
    do: t3((t) => {
      for (const row of rows(t).slice(6, 9)) {
        const [first] = cells(row)
        const properties = all(row, 'trPr')[0]
        if (!first || text(first) !== '') continue
        properties?.prepend(make(row.ownerDocument, 'gridBefore', { val: String(span(first)) }))
        first.remove()
      }
    }),
  },
  {
    name: 'columns a hair wide',
    harmless: true,
    do: t3((t) => {
      all(t, 'gridCol')[4]?.after(make(t.ownerDocument, 'gridCol', { w: '1' }))
      for (const row of rows(t)) {
        let right = 0
        for (const cell of cells(row)) {
          const left = right
          right += span(cell)
          if (left <= 4 && right > 4) {
            setSpan(cell, span(cell) + 1)
            break
          }
        }
      }
    }),
  },
  { name: 'a row in a content control', harmless: true, do: t3((t) => wrap(rowOf(t, row3))) },
  { name: 'cells in content controls', harmless: true, do: t3((t) => figures(t).slice(0, 40).forEach(wrap)) },
  { name: 'tables in content controls', harmless: true, do: everyTable(wrap) },
  {
    name: 'figures changed with changes tracked',
    harmless: true,
    do: everyTable((t) => {
      for (const cell of figures(t)) {
        const run = all(cell, 'r')[0]
        if (!run) continue
        const old = run.cloneNode(true) as Element
        for (const one of all(old, 't')) one.textContent = '77777'
        const [taken, put] = [make(t.ownerDocument, 'del'), make(t.ownerDocument, 'ins')]
        run.replaceWith(taken, put)
        taken.append(old)
        put.append(run)
      }
    }),
  },
  {
    name: 'a row taken out with changes tracked',
    harmless: true,
    do: t3((t) => {
      const row = rowOf(t, row3)
      const old = row.cloneNode(true) as Element
      rewrite(figures(old), () => '77777')
      all(old, 'trPr')[0]?.append(make(t.ownerDocument, 'del'))
      row.before(old)
    }),
  },
  {
    name: 'a table within a table',
    harmless: true,
    do: everyTable((t) => {
      const outer = make(t.ownerDocument, 'tbl')
      const row = make(t.ownerDocument, 'tr')
      const cell = make(t.ownerDocument, 'tc')
      t.replaceWith(outer)
      outer.append(row)
      row.append(cell)
      cell.append(t, make(t.ownerDocument, 'p'))
    }),
  },
  {
    name: 'a table in a text box',
    harmless: true,
    do: ({ table }) => {
      const t = table('t4')
      const [paragraph, run, picture, content] = ['p', 'r', 'pict', 'txbxContent'].map((name) =>
        make(t.ownerDocument, name),
      )
      if (!paragraph || !run || !picture || !content) return
      t.replaceWith(paragraph)
      paragraph.append(run)
      run.append(picture)
      picture.append(content)
      content.append(t)
    },
  },
  {
    name: 'strokes for some figures',
    do: t3((t) => {
      for (const [index, one] of figures(t).slice(20, 40).entries())
        write(one, ['-', '/', '—', '无', ''][index % 5] ?? '')
    }),
  },
  { name: '件 after the figures', harmless: true, do: t3((t) => rewrite(figures(t), (old) => `${old}件`)) },
  {
    name: 'wide digits',
    harmless: true,
    do: everyTable((t) =>
      rewrite(figures(t), (old) =>
        old.replace(/\d/gu, (digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0)),
      ),
    ),
  },
  {
    name: 'figures in two runs',
    harmless: true,
    do: everyTable((t) => {
      for (const cell of figures(t)) {
        const run = all(cell, 'r')[0]
        const value = text(cell)
        if (!run || value.length < 2) continue
        const more = run.cloneNode(true) as Element
        write(cell, value.slice(0, 1))
        for (const one of all(more, 't')) one.textContent = value.slice(1)
        run.after(more)
      }
    }),
  },
  { name: 'about so many', do: t3((t) => rewrite(figures(t).slice(0, 30), (old) => `约${old}`)) },
  { name: 'rows in another order', do: t3((t) => rowOf(t, '二、上年结转').after(rowOf(t, '一、本年新收'))) },
  {
    name: 'columns in another order',
    do: t3((t) =>
      rows(t)
        .slice(2)
        .forEach((row, index) => {
          const found =
            index === 0
              ? cells(row).filter((one) => ['商业企业', '科研机构'].includes(text(one)))
              : figures(row).slice(1, 3)
          const [one, other] = found
          if (one && other) other.after(one)
        }),
    ),
  },
  {
    name: 'only the headings of columns in another order',
    do: t3((t) => {
      const [one, other] = labels(t).filter((cell) => ['商业企业', '科研机构'].includes(text(cell)))
      if (one && other) other.after(one)
    }),
  },
  {
    name: 'the table twice with other figures',
    do: t3((t) => {
      const old = t.cloneNode(true) as Element
      rewrite(figures(old), (value) => `${Number(value) + 1}`)
      t.before(old, make(t.ownerDocument, 'p'))
    }),
  },
  {
    name: 'two figures in a merged cell',
    do: t3((t) => {
      const [one, other] = figures(rowOf(t, row3))
      if (one && other) {
        other.remove()
        setSpan(one, 2)
      }
    }),
  },
  {
    name: 'a figure over two rows',
    do: t3((t) => {
      const [one] = figures(rowOf(t, row3))
      const next = figures(rowOf(t, '没有现成信息'))[0]
      for (const [cell, val] of [
        [one, 'restart'],
        [next, 'continue'],
      ] as const)
        if (cell) all(cell, 'tcPr')[0]?.append(make(t.ownerDocument, 'vMerge', { val }))
      for (const run of next ? all(next, 'r') : []) run.remove()
    }),
  },
  {
    name: 'a row the form does not have',
    do: t3((t) => {
      const row = rowOf(t, row3)
      const more = row.cloneNode(true) as Element
      rewrite(labels(more), () => '其中：通过网络申请')
      rewrite(figures(more), () => '77777')
      row.after(more)
    }),
  },
  {
    name: 'a column the form does not have',
    do: t3((t) => {
      all(t, 'gridCol')
        .at(-1)
        ?.after(make(t.ownerDocument, 'gridCol', { w: '500' }))
      rows(t).forEach((row, index) => {
        const last = cells(row).at(-1)
        const more = last?.cloneNode(true) as Element
        setSpan(more, 1)
        if (index < 3) rewrite(labels(more), () => '同比')
        else rewrite(figures(more), () => '77777')
        last?.after(more)
      })
    }),
  },
  {
    name: 'group labels of the cases gone',
    do: ({ table }) =>
      rewrite(
        labels(table('t4')).filter((one) => /起诉/u.test(text(one))),
        () => '',
      ),
  },
  {
    name: 'headings of the cases one column off',
    do: ({ table }) => {
      const row = rows(table('t4'))[2]
      cells(row)
        .filter((one) => text(one) !== '')[0]
        ?.remove()
    },
  },
  {
    name: 'the unit of the fees gone',
    do: ({ table }) => rewrite(labels(table('t2')), (old) => old.replace('（单位：万元）', '')),
  },
  {
    name: 'a table of powers in the text',
    harmless: true,
    do: ({ document, table }) => {
      const heading = all(document, 'p').find((one) => text(one).startsWith('一、'))
      const own = table('t2').cloneNode(true) as Element
      rows(own).forEach((row) => {
        if (!/行政许可|行政处罚|行政强制/u.test(text(row))) row.remove()
      })
      rewrite(figures(own), () => '777')
      heading?.after(own, make(document, 'p'))
    },
  },
  {
    name: 'numbers of the chapters garbled',
    harmless: true,
    do: ({ document }) => {
      for (const one of all(document, 'p'))
        if (/^[二三四五]、/u.test(text(one)) && !one.closest('tbl')) {
          const first = all(one, 't')[0]
          if (first) first.textContent = (first.textContent ?? '').replace(/^./u, '三')
        }
    },
  },
]
