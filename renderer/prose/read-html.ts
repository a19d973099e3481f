/** What a piece of foreign HTML holds for us: lines of text and simple tables, in order. */
export type HtmlPart = { kind: 'text'; text: string } | { kind: 'table'; header: boolean; rows: string[][] }

const skipped = new Set(['HEAD', 'STYLE', 'SCRIPT', 'TEMPLATE', 'TITLE', 'NOSCRIPT', 'OBJECT', 'SVG', 'MATH'])

const lines = new Set(
  [
    'P',
    'DIV',
    'BR',
    'LI',
    'UL',
    'OL',
    'H1',
    'H2',
    'H3',
    'H4',
    'H5',
    'H6',
    'SECTION',
    'ARTICLE',
    'HEADER',
    'FOOTER',
  ].concat([
    'BLOCKQUOTE',
    'PRE',
    'DL',
    'DT',
    'DD',
    'FIGURE',
    'FIGCAPTION',
    'HR',
    'TR',
    'TD',
    'TH',
    'CAPTION',
    'MAIN',
  ]),
)

/** A table with more than this is no simple table of a report; it comes as lines. */
const mostRows = 200
const mostColumns = 20

/**
 * Text and tables of HTML from the clipboard. Nothing of it is shown or run: it is parsed into a document of its own,
 * and only characters are taken from there.
 */
export function readHtml(html: string): HtmlPart[] {
  const { body } = new DOMParser().parseFromString(withoutStyles(html), 'text/html')
  const parts: HtmlPart[] = []
  readChildren(body, parts)
  return parts.filter((part) => part.kind === 'table' || part.text.trim() !== '')
}

/** Styles take no effect in that document, but the Content-Security-Policy would report each of them. */
function withoutStyles(html: string): string {
  return html.replace(/<style[\s\S]*?<\/style>/gi, '').replace(/\sstyle\s*=\s*("[^"]*"|'[^']*')/gi, '')
}

function readChildren(parent: Node, parts: HtmlPart[]): void {
  for (const node of parent.childNodes) readNode(node, parts)
}

function readNode(node: Node, parts: HtmlPart[]): void {
  if (node instanceof Text) {
    addText(parts, collapsed(node.data))
    return
  }
  if (!(node instanceof Element) || skipped.has(node.tagName.toUpperCase())) return
  const table = node instanceof HTMLTableElement ? readTable(node) : undefined
  if (table) {
    parts.push(table)
    return
  }
  const ownLine = lines.has(node.tagName)
  if (ownLine) addText(parts, '\n')
  readChildren(node, parts)
  if (ownLine) addText(parts, '\n')
}

function addText(parts: HtmlPart[], text: string): void {
  const last = parts.at(-1)
  if (last?.kind === 'text') last.text += text
  else parts.push({ kind: 'text', text })
}

/** undefined: only a frame around other content, or too large. */
function readTable(table: HTMLTableElement): HtmlPart | undefined {
  const grid = cellGrid(table)
  const columns = Math.max(0, ...grid.map((row) => row.length))
  if (grid.length * columns < 2 || grid.length > mostRows || columns > mostColumns) return undefined
  if (table.querySelector('table') !== null) return undefined
  const first = Array.from(table.rows[0]?.cells ?? [])
  return {
    kind: 'table',
    header: first.length > 0 && first.every((cell) => cell.tagName === 'TH'),
    rows: grid.map((row) => Array.from({ length: columns }, (_, column) => row[column] ?? '')),
  }
}

/** The cells at their row and column; what a merged cell covers stays empty. */
function cellGrid(table: HTMLTableElement): string[][] {
  const grid: string[][] = Array.from(table.rows, () => [])
  Array.from(table.rows).forEach((row, rowIndex) => {
    let column = 0
    for (const cell of row.cells) {
      while (grid[rowIndex]?.[column] !== undefined) column += 1
      const height = Math.min(cell.rowSpan || 1, grid.length - rowIndex)
      const width = Math.min(cell.colSpan, mostColumns + 1)
      for (let down = 0; down < height; down += 1) {
        for (let across = 0; across < width; across += 1) {
          const covered = grid[rowIndex + down]
          if (covered) covered[column + across] = down + across === 0 ? collapsed(cellText(cell)).trim() : ''
        }
      }
      column += width
    }
  })
  return grid
}

function cellText(cell: HTMLTableCellElement): string {
  const parts: HtmlPart[] = []
  readChildren(cell, parts)
  return parts.map((part) => (part.kind === 'text' ? part.text : '')).join(' ')
}

/** HTML's own white space as one space; full-width spaces are characters. */
function collapsed(text: string): string {
  return text.replace(/[ \t\r\n\u00a0]+/g, ' ')
}
