/** Where in the wizard something is: a step, and in it a cell, a field or a piece of text. */

import type { Finding } from '../../shared/check/finding'

/** 'basics', 'preamble', a chapter's id, 'review' or 'export'. */
export type Step = string

export type Target =
  | { kind: 'heading' }
  | { kind: 'cell'; cell: string }
  /** A field outside the tables by its id in the format's guidance, e.g. 'contact.phone'; a range of its text. */
  | { kind: 'field'; field: string; range?: { start: number; end: number } }
  /** A prose slot; the caret stays where it was unless a range of its plain text is named. */
  | { kind: 'slot'; slot: string; range?: { start: number; end: number } }

export interface Place {
  step: Step
  target: Target
}

export function cellPlace(chapter: string, cell: string): Place {
  return { step: chapter, target: { kind: 'cell', cell } }
}

export function fieldPlace(step: Step, field: string): Place {
  return { step, target: { kind: 'field', field } }
}

export function slotPlace(chapter: string, slot: string): Place {
  return { step: chapter, target: { kind: 'slot', slot } }
}

export function samePlace(one: Place, other: Place): boolean {
  return placeKey(one) === placeKey(other)
}

export function placeKey({ step, target }: Place): string {
  switch (target.kind) {
    case 'heading':
      return step
    case 'cell':
      return `${step}/cell/${target.cell}`
    case 'field':
      return `${step}/field/${target.field}`
    case 'slot':
      return `${step}/slot/${target.slot}`
  }
}

/** Where a finding is put right: the cell that is certainly or likeliest wrong, else its field or words. */
export function placeOfFinding(finding: Finding): Place {
  const step = finding.chapter
  // What words say of cells is put right where the words stand, in their chapter.
  const cell = finding.text ? undefined : suspectedCell(finding)
  if (cell !== undefined) return cellPlace(step, cell)
  if (finding.field !== undefined) return fieldPlace(step, finding.field)
  if (finding.text) {
    const { slot, start, end } = finding.text
    const range = { start, end }
    if (step === 'preamble') return { step, target: { kind: 'field', field: 'preamble', range } }
    return { step, target: { kind: 'slot', slot, range } }
  }
  return { step, target: { kind: 'heading' } }
}

/** The cell the finding is named after counts as suspected as long as no other is certain. */
function suspectedCell({ cells, fixes = [] }: Finding): string | undefined {
  const [own] = cells
  const [likeliest] = fixes
  const isPossible = fixes.some((fix) => fix.cells.some(({ cell }) => cell === own))
  return likeliest && (likeliest.certain || !isPossible) ? likeliest.cells[0]?.cell : own
}
