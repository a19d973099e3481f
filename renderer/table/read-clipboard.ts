/** A rectangle of texts as copied from a spreadsheet, a Word file or a web page. */
export interface Block {
  rows: string[][]
  /** There was text beyond the size asked for; it was not read. */
  more: boolean
}

/** How much is read: a table takes no more than it has rows and columns, however much was copied. */
export interface Size {
  rows: number
  columns: number
}

/** A text that no cell keeps, being longer, is cut after this many characters. */
export const longestText = 200

/** Beyond this the copied page is read as plain text: building its tree would hold up the window. */
const longestHtml = 1_000_000

/**
 * What was copied. A table of a web page or of Word tells its merged cells only in HTML, so that comes first;
 * plain text is tab-separated, as Excel and WPS write it.
 */
export function readClipboard(data: Pick<DataTransfer, 'getData'>, size: Size): Block {
  const html = data.getData('text/html')
  const fromHtml = html.length <= longestHtml ? readHtml(html, size) : undefined
  return fromHtml ?? readTsv(data.getData('text/plain'), size)
}

/** Rows end with a line break, cells with a tab; a cell in double quotes may hold both, "" being a quote. */
export function readTsv(text: string, size: Size): Block {
  const rows: string[][] = []
  let more = false
  let at = 0
  while (at < text.length) {
    if (rows.length === size.rows) return { rows, more: more || text.slice(at, at + 1000).trim() !== '' }
    const row: string[] = []
    for (;;) {
      const field = readField(text, at)
      if (row.length < size.columns) row.push(tidy(field.text))
      else if (field.text.trim() !== '') more = true
      at = field.end + 1
      if (text[field.end] !== '\t') break
    }
    if (text[at - 1] === '\r' && text[at] === '\n') at += 1
    rows.push(row)
  }
  return { rows, more }
}

/** One field from `start`; `end` is the place of the tab or line break after it. */
function readField(text: string, start: number): { text: string; end: number } {
  const quoted = text[start] === '"' ? readQuoted(text, start) : undefined
  const from = quoted?.end ?? start
  const end = fieldEnd(text, from)
  const rest = text.slice(from, Math.min(end, from + longestText + 1))
  return { text: (quoted?.text ?? '') + rest, end }
}

/** undefined: the quote is never closed, so it is a character like any other. */
function readQuoted(text: string, start: number): { text: string; end: number } | undefined {
  let end = text.indexOf('"', start + 1)
  while (end !== -1 && text[end + 1] === '"') end = text.indexOf('"', end + 2)
  if (end === -1) return undefined
  // Twice the limit leaves enough after every "" has become one quote.
  const inside = text.slice(start + 1, Math.min(end, start + 2 * longestText + 3))
  return { text: inside.replaceAll('""', '"'), end: end + 1 }
}

function fieldEnd(text: string, from: number): number {
  let end = from
  while (end < text.length && text[end] !== '\t' && text[end] !== '\n' && text[end] !== '\r') end += 1
  return end
}

/** The first table of a page that holds no other, its spans resolved: a merged text stands at its first row and column. */
export function readHtml(html: string, size: Size): Block | undefined {
  if (!/<table/i.test(html)) return undefined
  const tables = new DOMParser().parseFromString(html, 'text/html').querySelectorAll('table')
  const table = [...tables].find((one) => !one.querySelector('table'))
  if (!table) return undefined
  const rows: string[][] = []
  /** By column: the first row that is free again. */
  const freeFrom: number[] = []
  let more = false
  for (const [index, line] of [...table.rows].entries()) {
    if (index === size.rows) return { rows, more: true }
    const row: string[] = []
    let column = 0
    for (const cell of line.cells) {
      while ((freeFrom[column] ?? 0) > index) column += 1
      const text = tidy(cell.textContent ?? '')
      if (column < size.columns) row[column] = text
      else if (text !== '') more = true
      // A span far beyond the table is somebody's mistake and not worth the memory.
      const end = Math.min(column + cell.colSpan, column + size.columns)
      freeFrom.length = Math.max(freeFrom.length, end)
      freeFrom.fill(index + cell.rowSpan, column, end)
      column = end
    }
    rows.push(Array.from(row, (text) => text ?? ''))
  }
  return { rows, more }
}

/**
 * A text as one line that any file can hold: control characters and line breaks become blanks, half a surrogate
 * pair the replacement character. Longer than a cell keeps, it is cut just beyond, so that it is seen to be.
 */
export function tidy(text: string): string {
  return text
    .slice(0, 4 * longestText)
    .replace(/[\p{Cc}\s]+/gu, ' ')
    .replace(/\p{Surrogate}/gu, '\uFFFD')
    .trim()
    .slice(0, longestText + 1)
}
