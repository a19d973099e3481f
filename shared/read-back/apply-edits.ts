import type { Draft } from '../draft/draft'
import { computeFigures, isTotal } from '../draft/figures'
import type { Format } from '../format/format'
import { applyProseEdits } from './apply-prose'
import type { CellEdit, Edit, ProseEdit } from './edit'
import { withFieldText } from './field-text'

/** The draft as it is now with the edits taken over that the clerk accepted; `base` is the draft they were found in. */
export function applyEdits(current: Draft, base: Draft, edits: Edit[], format: Format): Draft {
  let draft = current
  for (const edit of edits)
    if (edit.kind === 'field') draft = withFieldText(draft, edit.field, edit.to, format)
  const prose = edits.filter((edit) => edit.kind === 'prose')
  for (const slot of new Set(prose.map((edit) => edit.slot)))
    draft = withSlot(draft, current, base, slot, prose)
  return withCells(
    draft,
    edits.filter((edit) => edit.kind === 'cell'),
    format,
  )
}

function withSlot(draft: Draft, current: Draft, base: Draft, slot: string, edits: ProseEdit[]): Draft {
  const own = edits.filter((edit) => edit.slot === slot)
  const { [slot]: _before, ...others } = draft.prose
  const blocks = applyProseEdits(current, base, slot, own)
  return { ...draft, prose: blocks.length > 0 ? { ...others, [slot]: blocks } : others }
}

/** A total that follows from its parts is not stored (design.md section 3). */
function withCells(draft: Draft, edits: CellEdit[], format: Format): Draft {
  if (edits.length === 0) return draft
  const figures = { ...draft.figures }
  for (const { cell, entry } of edits) {
    if (entry === undefined) delete figures[cell]
    else figures[cell] = entry
  }
  for (const { cell } of edits) {
    if (!isTotal(format, cell) || !Object.hasOwn(figures, cell)) continue
    const { [cell]: _typed, ...rest } = figures
    const text = (of: typeof figures) => {
      const value = computeFigures(format, of).get(cell)
      return value && 'text' in value ? value.text : ''
    }
    if (text(rest) === text(figures)) delete figures[cell]
  }
  return { ...draft, figures }
}
