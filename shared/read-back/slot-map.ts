import type { Draft } from '../draft/draft'
import type { Format } from '../format/format'
import { tableValues } from '../linked/table-values'
import { align, type Comparable } from './align'
import { plain } from './compare-lines'
import { type ProseUnit, unitText } from './prose-units'
import { unitsIn } from './report-lines'

/** Where the lines of a slot have gone since a draft was exported. */
export interface SlotMap {
  /** What has become of a line; undefined: it is gone. */
  now(unit: number): { unit: number; text: string; isChanged: boolean } | undefined
  /** The draft has come to hold this line since. */
  has(text: string): boolean
}

export function slotMap(base: Draft, current: Draft, slot: string, format: Format): SlotMap {
  const [before, after] = [base, current].map((draft) =>
    unitsIn(draft, slot, tableValues(draft, format)),
  ) as [ProseUnit[], ProseUnit[]]
  const to = new Map<number, { unit: number; isChanged: boolean }>()
  const added = new Set<string>()
  const steps = align(before.map(comparable), after.map(comparable)) ?? []
  for (const step of steps) {
    if (step.kind === 'same' || step.kind === 'changed')
      to.set(step.one, { unit: step.other, isChanged: step.kind === 'changed' })
    if (step.kind === 'added' || step.kind === 'changed') added.add(plain(printed(after[step.other])))
  }
  return {
    now(unit) {
      const found = to.get(unit)
      return found && { ...found, text: printed(after[found.unit]) }
    },
    has: (text) => added.has(plain(text)),
  }
}

function printed(unit: ProseUnit | undefined): string {
  return unit ? unit.mark + unitText(unit) : ''
}

/**
 * The number a line has changes with the lines before it, and says nothing of the line; nor does what the tables put
 * into its linked figures.
 */
function comparable(unit: ProseUnit): Comparable {
  const text = plain(unitText(unit))
  const runs = unit.runs.map(({ run }) => (run.kind === 'text' ? run.text : JSON.stringify(run.value)))
  const written = plain(runs.join(''))
  return {
    kind: unit.role === 'caption' ? 'text' : unit.role,
    keys: unit.role === 'table' ? [text] : [`${unit.role} ${written}`],
    text,
  }
}
