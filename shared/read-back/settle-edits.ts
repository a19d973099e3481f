import type { Draft } from '../draft/draft'
import { computeFigures } from '../draft/figures'
import type { Format } from '../format/format'
import { plain } from './compare-lines'
import type { Edit, ProseEdit } from './edit'
import { fieldText } from './field-text'
import { type SlotMap, slotMap } from './slot-map'

/**
 * An edit held against the draft as it is now. open: what it changes still stands there as it was; conflict: it was
 * changed here too, into `mine`; done: the draft says the same already.
 */
export type SettledEdit = { edit: Edit } & (
  | { state: 'open' }
  | { state: 'conflict'; mine: string }
  | { state: 'done' }
)

export function settleEdits(edits: Edit[], base: Draft, current: Draft, format: Format): SettledEdit[] {
  const shown = computeFigures(format, current.figures)
  const maps = new Map<string, SlotMap>()
  const mapOf = (slot: string) => {
    const map = maps.get(slot) ?? slotMap(base, current, slot, format)
    maps.set(slot, map)
    return map
  }
  return edits.map((edit): SettledEdit => {
    if (edit.kind === 'prose') return settleProse(edit, mapOf(edit.slot))
    if (edit.kind === 'field') return settled(edit, fieldText(current, edit.field, format))
    const value = shown.get(edit.cell)
    return settled(edit, value && 'text' in value ? value.text : '')
  })
}

function settled(edit: Edit, mine: string): SettledEdit {
  if (plain(mine) === plain(edit.to)) return { edit, state: 'done' }
  return plain(mine) === plain(edit.from) ? { edit, state: 'open' } : { edit, state: 'conflict', mine }
}

function settleProse(edit: ProseEdit, map: SlotMap): SettledEdit {
  if (edit.what === 'added') return map.has(edit.to) ? { edit, state: 'done' } : { edit, state: 'open' }
  const now = map.now(edit.unit)
  if (now === undefined)
    return edit.what === 'removed' ? { edit, state: 'done' } : { edit, state: 'conflict', mine: '' }
  if (!now.isChanged) return { edit, state: 'open' }
  return edit.what === 'changed' && plain(now.text) === plain(edit.to)
    ? { edit, state: 'done' }
    : { edit, state: 'conflict', mine: now.text }
}
