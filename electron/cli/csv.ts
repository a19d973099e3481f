import { fail, ok, type Result } from '../../shared/result'

export interface CsvRow {
  /** Line of the file the row begins on, from 1. */
  line: number
  fields: string[]
}

/**
 * Rows of comma-separated text as RFC 4180 describes it; fields may be quoted, lines end in LF or CRLF, empty lines
 * are left out and a byte order mark is no matter. The error is the line of a quote that is not closed or not at the
 * edge of its field.
 */
export function readCsv(text: string): Result<CsvRow[], number> {
  const field = /[ \t]*"((?:[^"]+|"")*)"[ \t]*(?=,|\r?\n|\r|$)|([^",\r\n]*)(?=,|\r?\n|\r|$)/y
  const rows: CsvRow[] = []
  let row: CsvRow = { line: 1, fields: [] }
  let line = 1
  let at = text.startsWith('\ufeff') ? 1 : 0
  for (;;) {
    field.lastIndex = at
    const match = field.exec(text)
    if (!match) return fail(line)
    const [all, quoted, plain = ''] = match
    row.fields.push(quoted === undefined ? plain : quoted.replaceAll('""', '"'))
    line += (all.match(/\r\n|\n|\r/g) ?? []).length
    at += all.length
    if (text[at] === ',') {
      at++
      continue
    }
    if (row.fields.some((value) => value.trim() !== '')) rows.push(row)
    if (at >= text.length) return ok(rows)
    at += text.startsWith('\r\n', at) ? 2 : 1
    line++
    row = { line, fields: [] }
  }
}

/** One row of comma-separated text with its line end. */
export function csvRow(fields: (string | number)[]): string {
  const quoted = fields.map((value) => {
    const text = String(value)
    return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
  })
  return `${quoted.join(',')}\n`
}
