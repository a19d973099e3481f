/** How the cells of one format live on in another, as the later format's own data says. Nothing is guessed. */

import type { Draft, Entry } from '../draft/draft'
import { cellInfo, cellsOf } from '../format/cells'
import type { Format } from '../format/format'
import { formatById } from '../format/formats'

export interface MovedCell {
  kind: 'moved'
  cell: string
  to: string
  /** In what the two do not count quite the same. */
  note?: string
}

/** What becomes of a cell of the earlier format. */
export type Fate = MovedCell | { kind: 'dropped'; cell: string; reason: string }

const noSuchCell = '新格式没有这一格。'

/** The fate of every cell of `from` on the way to `to`, in the order of its tables. */
export function fatesOf(from: Format, to: Format): Fate[] {
  return cellsOf(from).map(({ cell }) => fateOf(cell, from, to))
}

/**
 * The fate of one cell. Formats that do not follow one another share what has the same address and holds the same;
 * a format two steps on is reached over the one between.
 */
export function fateOf(cell: string, from: Format, to: Format): Fate {
  if (from.id === to.id) return { kind: 'moved', cell, to: cell }
  const between = to.succeeds && to.succeeds.format !== from.id ? formatById(to.succeeds.format) : undefined
  if (!between || between.years.from <= from.years.from) return step(cell, from, to)
  const first = fateOf(cell, from, between)
  if (first.kind === 'dropped') return first
  const second = step(first.to, between, to)
  if (second.kind === 'dropped') return { ...second, cell }
  const note = second.note ?? first.note
  return { kind: 'moved', cell, to: second.to, ...(note !== undefined && { note }) }
}

/** Which cell of the earlier format lives on in this cell of `to`; undefined: none does. */
export function originOf(cell: string, from: Format, to: Format): MovedCell | undefined {
  return originsOf(from, to).get(cell)
}

export interface DroppedFigure {
  cell: string
  /** As the earlier format names it. */
  name: string
  entry: Entry
  reason: string
}

/** The figures of a draft at their places in another format, and those that have none, with the reason. */
export function migrateFigures(
  figures: Draft['figures'],
  from: Format,
  to: Format,
): { figures: Draft['figures']; dropped: DroppedFigure[] } {
  const moved: Draft['figures'] = {}
  const dropped: DroppedFigure[] = []
  for (const [cell, entry] of Object.entries(figures)) {
    const fate = fateOf(cell, from, to)
    if (fate.kind === 'moved') moved[fate.to] = entry
    else dropped.push({ cell, name: cellInfo(from, cell)?.name ?? cell, entry, reason: fate.reason })
  }
  return { figures: moved, dropped }
}

function step(cell: string, from: Format, to: Format): Fate {
  const known = to.succeeds?.format === from.id ? to.succeeds : undefined
  const drop = known?.drops.find(({ cells }) => cells.includes(cell))
  if (drop) return { kind: 'dropped', cell, reason: drop.reason }
  const move = known?.moves.find((candidate) => candidate.from === cell)
  const target = move?.to ?? cell
  if (cellInfo(from, cell)?.holds !== cellInfo(to, target)?.holds || !cellInfo(from, cell))
    return { kind: 'dropped', cell, reason: noSuchCell }
  return { kind: 'moved', cell, to: target, ...(move?.note !== undefined && { note: move.note }) }
}

const originsCache = new WeakMap<Format, Map<string, Map<string, MovedCell>>>()

function originsOf(from: Format, to: Format): Map<string, MovedCell> {
  const known = originsCache.get(to)?.get(from.id)
  if (known) return known
  const origins = new Map(
    fatesOf(from, to).flatMap((fate): [string, MovedCell][] =>
      fate.kind === 'moved' ? [[fate.to, fate]] : [],
    ),
  )
  const byFormat = originsCache.get(to) ?? new Map<string, Map<string, MovedCell>>()
  originsCache.set(to, byFormat.set(from.id, origins))
  return origins
}
