/** A district's figures from those of its units (domain.md X-2: 逐级汇总). */

import type { Draft, Entry, FileMark, RolledUnit } from '../draft/draft'
import { computeFigures, isTotal } from '../draft/figures'
import { type CellInfo, cellsOf } from '../format/cells'
import type { Format } from '../format/format'
import { addEntries, isAddable, isSameEntry } from './add-entries'
import { texts } from './roll-up.texts'

export interface UnitFile extends FileMark {
  draft: Draft
}

export interface DoubtfulFigure {
  address: string
  text: string
  reason: string
}

/** What became of one unit's report. */
export interface UnitOutcome {
  file: string
  unit: string
  /** Cells whose figures were added. */
  taken: string[]
  /** Cells whose figures were not added, or may not be what they seem. */
  doubtful: DoubtfulFigure[]
  /** Cells left blank. */
  missing: string[]
  /** Why the report as a whole was not counted. */
  leftOut?: string
}

export interface RolledUp {
  draft: Draft
  /** By unit and file name, whatever order the files came in. */
  units: UnitOutcome[]
  /** Figures that stand in the district's draft otherwise than the units give them; they were left as they are. */
  kept: DoubtfulFigure[]
}

/**
 * Adds up the units' figures, cell by cell, into the district's draft. Totals are not stored: they follow. A figure the
 * clerk entered there stays; one an earlier roll-up gave is given anew. Reports of another year, format or scope and two
 * different ones of one unit are left out. The order of the files does not matter.
 */
export function rollUp(district: Draft, format: Format, files: UnitFile[]): RolledUp {
  const ordered = files.toSorted((one, other) => compare(keyOf(one), keyOf(other)))
  const counted = ordered.map((file) => ({ file, leftOut: reasonToLeaveOut(file, district, ordered) }))
  const units = counted.map(({ file, leftOut }) => outcomeOf(file, format, leftOut))
  const rolled = counted
    .filter(({ leftOut }) => leftOut === undefined)
    .map(
      ({ file }): RolledUnit => ({
        name: unitName(file),
        source: { name: file.name, hash: file.hash },
        figures: contribution(file.draft, format),
      }),
    )
  const { figures, kept } = placed(district, format, rolled)
  return { draft: { ...district, figures, rollUp: { units: rolled } }, units, kept }
}

/** What each unit gave to a cell, for whoever asks where a figure comes from. */
export function contributionsTo(draft: Draft, cell: string): { unit: string; entry: Entry }[] {
  return (draft.rollUp?.units ?? []).flatMap(({ name, figures }) => {
    const entry = figures[cell]
    return entry === undefined ? [] : [{ unit: name, entry }]
  })
}

/** The unit by its organ, or by its file where that names none. */
export function unitName({ draft, name }: UnitFile): string {
  return draft.publisher.name.trim() || name
}

function keyOf(file: UnitFile): string {
  return `${unitName(file)}\n${file.name}\n${file.hash}`
}

function compare(one: string, other: string): number {
  if (one === other) return 0
  return one < other ? -1 : 1
}

function reasonToLeaveOut(file: UnitFile, district: Draft, all: UnitFile[]): string | undefined {
  const { draft } = file
  if (draft.year !== district.year) return texts.otherYear(draft.year, district.year)
  if (draft.format !== district.format) return texts.otherFormat(draft.format, district.format)
  if (draft.scope !== 'organ') return texts.aggregate
  const same = all.filter((other) => unitName(other) === unitName(file) && other.draft.year === draft.year)
  if (same.some((other) => other.hash !== file.hash)) return texts.twoReports(same.map(({ name }) => name))
  return same.indexOf(file) > 0 ? texts.sameReport(same[0]?.name ?? '') : undefined
}

function leavesOf(format: Format): CellInfo[] {
  return cellsOf(format).filter(({ cell }) => !isTotal(format, cell))
}

function contribution({ figures }: Draft, format: Format): Record<string, Entry> {
  const entries = leavesOf(format).flatMap(({ cell, holds }): [string, Entry][] => {
    const entry = figures[cell]
    return entry !== undefined && isAddable(holds, entry) ? [[cell, entry]] : []
  })
  return Object.fromEntries(entries)
}

function outcomeOf(file: UnitFile, format: Format, leftOut: string | undefined): UnitOutcome {
  const about = { file: file.name, unit: unitName(file) }
  if (leftOut !== undefined) return { ...about, taken: [], doubtful: [], missing: [], leftOut }
  const given = contribution(file.draft, format)
  const leaves = leavesOf(format).map(({ cell }) => cell)
  const doubtful = doubtfulOf(file.draft, format)
  const inDoubt = new Set(doubtful.map(({ address }) => address))
  return {
    ...about,
    taken: leaves.filter((cell) => cell in given),
    doubtful,
    missing: leaves.filter((cell) => !(cell in given) && !inDoubt.has(cell)),
  }
}

/** Texts no cell accepts, and totals that are not the sum of what was added. */
function doubtfulOf({ figures }: Draft, format: Format): DoubtfulFigure[] {
  const parts = computeFigures(format, contribution({ figures } as Draft, format))
  return cellsOf(format).flatMap(({ cell, holds }): DoubtfulFigure[] => {
    const entry = figures[cell]
    if (entry === undefined) return []
    if (!isTotal(format, cell))
      return isAddable(holds, entry) ? [] : [{ address: cell, text: String(entry), reason: texts.refused }]
    const sum = parts.get(cell)
    const text = sum && sum.kind !== 'blank' ? sum.text : ''
    if (text !== '' && isSameEntry(holds, entry, text)) return []
    return [{ address: cell, text: String(entry), reason: texts.otherTotal(text) }]
  })
}

function placed(
  district: Draft,
  format: Format,
  units: RolledUnit[],
): { figures: Draft['figures']; kept: DoubtfulFigure[] } {
  const figures = { ...district.figures }
  const kept: DoubtfulFigure[] = []
  for (const { cell, holds } of leavesOf(format)) {
    const stands = figures[cell]
    const before = sumOf(holds, cell, district.rollUp?.units ?? [])
    const sum = sumOf(holds, cell, units)
    const isOurs = stands === undefined || (before !== undefined && isSameEntry(holds, stands, before))
    if (isOurs) {
      if (sum === undefined) delete figures[cell]
      else figures[cell] = sum
    } else if (sum !== undefined && !isSameEntry(holds, stands, sum))
      kept.push({ address: cell, text: String(stands), reason: texts.otherSum(String(sum)) })
  }
  return { figures, kept }
}

function sumOf(holds: CellInfo['holds'], cell: string, units: RolledUnit[]): Entry | undefined {
  const entries = units.flatMap(({ figures }) => figures[cell] ?? [])
  return entries.length === 0 ? undefined : addEntries(holds, entries)
}
