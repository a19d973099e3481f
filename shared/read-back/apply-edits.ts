import type { Block, Draft } from '../draft/draft'
import { computeFigures, isTotal } from '../draft/figures'
import type { Format } from '../format/format'
import { applyProseEdits } from './apply-prose'
import type { CellEdit, Edit } from './edit'
import { withFieldText } from './field-text'

/** The draft as it is now with the edits taken over that the clerk accepted; `base` is the draft they were found in. */
export function applyEdits(current: Draft, base: Draft, edits: Edit[], format: Format): Draft {
  const cells = edits.filter((edit) => edit.kind === 'cell')
  const prose = edits.filter((edit) => edit.kind === 'prose')
  // The tables first: linked figures in the text follow them.
  let draft = withCells(current, cells, format)
  for (const edit of edits)
    if (edit.kind === 'field') draft = withFieldText(draft, edit.field, edit.to, format)
  for (const slot of new Set(prose.map((edit) => edit.slot))) {
    const own = prose.filter((edit) => edit.slot === slot)
    draft = withSlot(draft, slot, applyProseEdits(draft, base, slot, own, format))
  }
  return draft
}

function withSlot(draft: Draft, slot: string, blocks: Block[]): Draft {
  const { [slot]: _before, ...others } = draft.prose
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
