/** A range as spreadsheets take it: tabs between cells, CRLF after rows, quotes where a text has either. */
export function writeTsv(rows: string[][]): string {
  return rows.map((row) => row.map(quote).join('\t')).join('\r\n')
}

function quote(text: string): string {
  return /[\t\r\n"]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}

/** The same range as a table, for Word and for mail. */
export function writeHtml(rows: { text: string; colSpan: number }[][]): string {
  const body = rows.map((row) => `<tr>${row.map(({ text, colSpan }) => cell(text, colSpan)).join('')}</tr>`)
  return `<table>${body.join('')}</table>`
}

function cell(text: string, colSpan: number): string {
  const span = colSpan > 1 ? ` colspan="${colSpan}"` : ''
  return `<td${span}>${escapeHtml(text)}</td>`
}

const entities: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;' }

function escapeHtml(text: string): string {
  return text.replace(/[&<>]/g, (character) => entities[character] ?? character)
}
