import { type CellPlace, cellPlaces } from '../compose/cell-places'
import type { DocumentTable } from '../compose/document'
import { isKeptTogether } from '../compose/kept-together'
import { escapeHtml } from './escape'
import { htmlRuns } from './html-runs'
import { headingsOf, scopeOf } from './table-headings'

/**
 * A table in a region of its own, which scrolls where the page is narrower and takes the keyboard.
 *
 * @param id unique in the page; the ids of its parts begin with it
 */
export function htmlTable(table: DocumentTable, id: string): string {
  const rows = cellPlaces(table)
  const headings = headingsOf(rows)
  const html = rows.map((row) => `<tr>${row.map((place) => htmlCell(place, id, headings)).join('')}</tr>`)
  const official = table.id === undefined ? '' : ` data-table="${escapeHtml(table.id)}"`
  const [head, body] = [html.slice(0, table.headerRows), html.slice(table.headerRows)]
  return [
    `<div class="table-region" id="${id}"${official} role="region" aria-labelledby="${id}-caption" tabindex="0">`,
    `<table${isKeptTogether(table) ? ' class="kept-together"' : ''}>`,
    `<caption id="${id}-caption">${escapeHtml(table.caption)}</caption>`,
    columns(table.widths),
    head.length > 0 ? `<thead>${head.join('')}</thead>` : '',
    body.length > 0 ? `<tbody>${body.join('')}</tbody>` : '',
    '</table></div>',
  ].join('')
}

function columns(widths: number[]): string {
  const total = widths.reduce((sum, width) => sum + width, 0)
  const cols = widths.map((width) => `<col style="width:${((width / total) * 100).toFixed(3)}%">`)
  return `<colgroup>${cols.join('')}</colgroup>`
}

function htmlCell(place: CellPlace, table: string, headings: Map<CellPlace, CellPlace[]>): string {
  const { cell } = place
  const scope = scopeOf(place)
  const named = headings.get(place) ?? []
  const attributes = [
    `class="${cell.role}"`,
    ...(cell.colSpan > 1 ? [`colspan="${cell.colSpan}"`] : []),
    ...(cell.rowSpan > 1 ? [`rowspan="${cell.rowSpan}"`] : []),
    ...(scope ? [`id="${cellId(place, table)}"`, `scope="${scope}"`] : []),
    ...(named.length > 0 ? [`headers="${named.map((heading) => cellId(heading, table)).join(' ')}"`] : []),
    ...(cell.cell === undefined ? [] : [`data-cell="${escapeHtml(cell.cell)}"`]),
  ]
  const text = htmlRuns(cell.runs)
  const content = cell.vertical ? `<span class="vertical">${text}</span>` : text
  const tag = scope ? 'th' : 'td'
  return `<${tag} ${attributes.join(' ')}>${content}</${tag}>`
}

function cellId({ row, column }: CellPlace, table: string): string {
  return `${table}-${row + 1}-${column + 1}`
}
