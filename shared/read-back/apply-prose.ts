import { textDiff } from '../compare/text-diff'
import type { Draft } from '../draft/draft'
import type { Format } from '../format/format'
import { tableValues } from '../linked/table-values'
import { type Assembled, assembleBlocks } from './assemble-blocks'
import { markOf } from './compare-lines'
import type { ProseEdit } from './edit'
import type { ProseUnit } from './prose-units'
import { unitsIn } from './report-lines'
import { plainShown, type ShownRun, shownText, sliceShown } from './shown-runs'
import { slotMap } from './slot-map'

/** The blocks of a slot with the edits in place; `current` holds the edits of the tables already. */
export function applyProseEdits(
  current: Draft,
  base: Draft,
  slot: string,
  edits: ProseEdit[],
  format: Format,
) {
  const units = unitsIn(current, slot, tableValues(current, format))
  const map = slotMap(base, current, slot, format)
  const count = unitsIn(base, slot, tableValues(base, format)).length
  const before: Assembled[] = []
  const after = new Map<number, Assembled[]>()
  const changed = new Map<number, Assembled | null>()
  /** Below the nearest line before it that is still there. */
  const insert = (unit: number, written: Assembled) => {
    for (let at = Math.min(unit, count - 1); at >= 0; at--) {
      const now = map.now(at)
      if (!now) continue
      after.set(now.unit, [...(after.get(now.unit) ?? []), written])
      return
    }
    before.push(written)
  }
  for (const edit of edits) {
    const now = edit.what === 'added' ? undefined : map.now(edit.unit)
    const unit = now && units[now.unit]
    if (edit.what === 'removed') {
      if (now) changed.set(now.unit, null)
    } else if (now && unit && edit.line) changed.set(now.unit, rewritten(unit, edit.line))
    else if (edit.line) insert(edit.unit, { line: edit.line })
  }
  const lines = units.flatMap((unit, index): Assembled[] => {
    const own = changed.has(index) ? changed.get(index) : { unit }
    return [...(own ? [own] : []), ...(after.get(index) ?? [])]
  })
  return assembleBlocks(current.prose[slot] ?? [], units, [...before, ...lines])
}

/** The line with what was written instead; what stayed keeps its look. */
function rewritten(unit: ProseUnit, line: NonNullable<ProseEdit['line']>): Assembled {
  if (line.kind === 'table')
    return unit.role === 'table' ? { unit: { ...unit, rows: rewrittenRows(unit.rows, line.rows) } } : { line }
  if (unit.role === 'table') return { line }
  const [own, written] = [markOf(unit.mark), markOf(line.text)]
  // Another number, or none: it is another kind of paragraph now.
  if (unit.mark !== '' && own?.kind !== written?.kind) return { line }
  const text = unit.mark === '' ? line.text : line.text.slice(written?.length ?? 0)
  return { unit: { ...unit, ...rewrittenRuns(unit, text.trim()) } }
}

function rewrittenRows(rows: ShownRun[][][], written: string[][]): ShownRun[][][] {
  return written.map((row, at) =>
    row.map((text, column) => rewrittenRuns({ runs: rows[at]?.[column] ?? [], heading: 0 }, text).runs),
  )
}

/** The runs of a line for another text, and where a run-in heading ends in it. */
function rewrittenRuns(
  { runs, heading }: Pick<ProseUnit, 'runs' | 'heading'>,
  text: string,
): Pick<ProseUnit, 'runs' | 'heading'> {
  const made: ShownRun[] = []
  let [at, length, end] = [0, 0, 0]
  let bold: true | undefined
  for (const part of textDiff(shownText(runs), text)) {
    if (part.kind !== 'added') at += part.text.length
    if (part.kind === 'removed') {
      bold = sliceShown(runs, at - part.text.length, at)[0]?.run.bold
      continue
    }
    length += part.text.length
    if (part.kind === 'same') made.push(...sliceShown(runs, at - part.text.length, at))
    else made.push(...plainShown(part.text, bold))
    // What is written in the place of the heading's end belongs to it.
    if (part.kind === 'same' ? at - part.text.length < heading : at <= heading)
      end = part.kind === 'same' ? length - Math.max(0, at - heading) : length
    bold = undefined
  }
  return { runs: made, heading: heading === 0 ? 0 : end }
}
