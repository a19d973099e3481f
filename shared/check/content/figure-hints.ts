import type { Publisher } from '../../draft/draft'
import { addUp, type FigureValue } from '../../draft/figures'
import { cellAddress, cellInfo } from '../../format/cells'
import type { FigureHint, Format, OrganPattern } from '../../format/format'
import { proseSlots } from '../../format/slots'
import type { PrintedDraft } from '../../linked/printed-prose'
import type { Finding } from '../finding'
import { messages } from './messages'
import { slotProse } from './slot-prose'

/** What the figures suggest where no sum decides it (T2-3, T2-4, T3-6, T3-7; the format says which and how). */
export function figureHints(
  format: Format,
  draft: PrintedDraft,
  values: Map<string, FigureValue>,
): Finding[] {
  return (format.hints ?? []).flatMap((hint) => hinted(hint, format, draft, (cell) => numberAt(values, cell)))
}

type NumberAt = (cell: string) => number | undefined

function hinted(hint: FigureHint, format: Format, draft: PrintedDraft, at: NumberAt): Finding[] {
  switch (hint.kind) {
    case 'atLeast':
      return hint.rows.flatMap((row) => atLeast(format, hint, row, at))
    case 'notFor': {
      const cells = hint.cells.filter((cell) => (at(cell) ?? 0) > 0)
      if (cells.length === 0 || !hint.organs.some((organ) => isSuch(draft.publisher, organ))) return []
      const found = String(at(cells[0] ?? ''))
      return [{ ...base(format, hint, cells), message: hint.message, found, expected: '0' }]
    }
    case 'share':
      return share(format, hint, at)
    case 'mention': {
      const cells = hint.cells.filter((cell) => (at(cell) ?? 0) > 0)
      if (cells.length === 0 || speaksOf(format, draft, hint)) return []
      return [{ ...base(format, hint, cells), message: hint.message, found: String(at(cells[0] ?? '')) }]
    }
  }
}

function atLeast(
  format: Format,
  hint: FigureHint & { kind: 'atLeast' },
  row: string,
  at: NumberAt,
): Finding[] {
  const cells = [hint.column, hint.plus, hint.minus].map((column) => cellAddress(hint.table, row, column))
  const [kept, plus, minus] = cells.map(at)
  if (kept === undefined || plus === undefined || kept >= plus - (minus ?? 0)) return []
  const names = cells.map((cell) => cellInfo(format, cell))
  const parts = `${names[1]?.column.name} ${plus}、${names[2]?.column.name} ${minus ?? 0}`
  const expected = String(addUp([plus, -(minus ?? 0)]))
  const message = messages.atLeast(names[0]?.name ?? '', String(kept), parts, expected)
  return [{ ...base(format, hint, cells), message, found: String(kept), expected }]
}

function share(format: Format, hint: FigureHint & { kind: 'share' }, at: NumberAt): Finding[] {
  const [part, whole] = [at(hint.part), at(hint.whole)]
  if (part === undefined || whole === undefined || whole < hint.from || part / whole <= hint.above) return []
  const percent = ((part / whole) * 100).toFixed(1)
  const [one, other] = [cellInfo(format, hint.part), cellInfo(format, hint.whole)]
  const message = messages.share(one?.name ?? '', String(part), other?.row.name ?? '', percent)
  return [{ ...base(format, hint, [hint.part]), message, found: String(part) }]
}

function speaksOf(format: Format, draft: PrintedDraft, hint: FigureHint & { kind: 'mention' }): boolean {
  return proseSlots(format)
    .filter(({ chapter }) => chapter.id === hint.chapter)
    .map(({ slot }) => slotProse(slot, draft.prose[slot] ?? [], draft.numbering).text)
    .some((text) => hint.words.some((word) => text.includes(word)))
}

function isSuch(publisher: Publisher, { kind, named, unlessNamed = [] }: OrganPattern): boolean {
  const names = `${publisher.name}\n${publisher.title ?? ''}`
  if (publisher.kind !== kind || unlessNamed.some((word) => names.includes(word))) return false
  return named === undefined || named.some((word) => names.includes(word))
}

function base(format: Format, { rule, severity }: FigureHint, cells: string[]) {
  return { rule, severity, chapter: cellInfo(format, cells[0] ?? '')?.chapter ?? '', cells }
}

function numberAt(values: Map<string, FigureValue>, cell: string): number | undefined {
  const value = values.get(cell)
  return value && 'number' in value ? value.number : undefined
}
