import type { Draft, Entry } from '../draft/draft'
import { computeFigures, type FigureValue, isTotal } from '../draft/figures'
import { entryNumber, entryText } from '../draft/read-entry'
import { type CellInfo, cellsOf } from '../format/cells'
import type { Format } from '../format/format'
import type { CellEdit } from './edit'
import type { FileText } from './file-text'

/**
 * Edits of figures. A total that the app computes and that follows from the other edits is none of its own; one that was
 * not computed anew in the file is told of.
 */
export function cellEdits(
  base: Draft,
  format: Format,
  figures: FileText['figures'],
): { edits: CellEdit[]; notes: string[] } {
  const shown = computeFigures(format, base.figures)
  const edits: CellEdit[] = []
  const notes: string[] = []
  const totals: CellInfo[] = []
  const entries = { ...base.figures }
  for (const info of cellsOf(format)) {
    if (isTotal(format, info.cell) && !Object.hasOwn(base.figures, info.cell)) {
      totals.push(info)
      continue
    }
    const edit = cellEdit(info, textOf(shown.get(info.cell)), figures)
    if (!edit) continue
    edits.push(edit)
    setEntry(entries, info.cell, edit.entry)
  }
  for (const info of totals) {
    const before = textOf(shown.get(info.cell))
    const now = textOf(computeFigures(format, entries).get(info.cell))
    const edit = cellEdit(info, now, figures)
    if (!edit) continue
    if (!edit.doubt && sameFigure(info, edit.to, before)) {
      notes.push(`${info.name}：文件里仍是 ${before || '空格'}，按改动后的分项应为 ${now || '空格'}。`)
      continue
    }
    edits.push({ ...edit, from: before })
    if (!edit.doubt) setEntry(entries, info.cell, edit.entry)
  }
  const order = new Map(cellsOf(format).map(({ cell }, index) => [cell, index]))
  edits.sort((one, other) => (order.get(one.cell) ?? 0) - (order.get(other.cell) ?? 0))
  return { edits, notes: [...notes, ...unread(format, figures, shown)] }
}

function setEntry(entries: Record<string, Entry>, cell: string, entry: Entry | undefined): void {
  if (entry === undefined) delete entries[cell]
  else entries[cell] = entry
}

/** undefined: the file says the same, or does not say. */
function cellEdit(info: CellInfo, from: string, figures: FileText['figures']): CellEdit | undefined {
  const { cell, name, chapter, holds } = info
  const edit = (to: string, more: Partial<CellEdit> = {}): CellEdit => ({
    kind: 'cell',
    id: `cell-${cell}`,
    place: name,
    chapter,
    cell,
    from,
    to,
    ...more,
  })
  const entry = Object.hasOwn(figures.values, cell) ? figures.values[cell] : undefined
  if (entry !== undefined) {
    const to = entryText(holds, entry)
    return sameFigure(info, to, from) ? undefined : edit(to, { entry })
  }
  if (figures.blank.includes(cell)) return from === '' ? undefined : edit('')
  const doubtful = figures.doubtful.filter(({ address }) => address === cell)
  const [first] = doubtful
  if (!first) return from === '' ? undefined : emptied(info, figures, edit)
  if (doubtful.some(({ text, offered }) => sameFigure(info, printed(info, text, offered), from)))
    return undefined
  const { text, reason, offered, isEntered, where } = first
  const taken = offered ?? (isEntered ? text : undefined)
  return edit(printed(info, text, offered), {
    ...(taken !== undefined && { entry: taken }),
    doubt: { reason, ...(where && { where }) },
  })
}

/** Nothing stands there any more, in a row that is itself doubtful. */
function emptied(
  { table, row }: CellInfo,
  { doubtful }: FileText['figures'],
  edit: (to: string, more: Partial<CellEdit>) => CellEdit,
): CellEdit | undefined {
  const beside = doubtful.find(({ address }) => address.startsWith(`${table.id}.${row.id}.`))
  if (!beside) return undefined
  const { reason, where } = beside
  return edit('', { doubt: { reason, ...(where && { where: { ...where, left: NOWHERE } }) } })
}

/** No column: the row is shown, none of its cells is meant. */
const NOWHERE = -1

function printed({ holds }: CellInfo, text: string, offered: Entry | undefined): string {
  return offered === undefined ? text : entryText(holds, offered)
}

function sameFigure({ holds }: CellInfo, one: string, other: string): boolean {
  if (one.replace(/\s+/gu, '') === other.replace(/\s+/gu, '')) return true
  const [a, b] = [entryNumber(holds, one), entryNumber(holds, other)]
  return a !== undefined && a === b
}

function textOf(value: FigureValue | undefined): string {
  return value && 'text' in value ? value.text : ''
}

/** Figures of the draft whose place was not found in the file: nothing is said of them. */
function unread(
  format: Format,
  { missing, blank }: FileText['figures'],
  shown: Map<string, FigureValue>,
): string[] {
  return format.tables.flatMap((table) => {
    const lost = cellsOf(format).filter(
      ({ cell, table: own }) =>
        own === table && missing.includes(cell) && !blank.includes(cell) && textOf(shown.get(cell)) !== '',
    )
    return lost.length > 0 ? [`${table.name}有 ${lost.length} 格在文件里没有认出来，没有比较。`] : []
  })
}
