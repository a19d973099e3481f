import { unconfirmedCells } from '../../shared/carry-over/carry-figures'
import { originNames } from '../../shared/carry-over/carry-report'
import type { Draft } from '../../shared/draft/draft'
import { texts } from './previous.texts'

const marks = new WeakMap<
  NonNullable<Draft['carried']>,
  { figures: Draft['figures']; cells: Map<string, string> }
>()
const none: ReadonlyMap<string, string> = new Map()

/** Cells that hold last year's figure unconfirmed, each with what is said of it. */
export function carriedMarks(draft: Draft): ReadonlyMap<string, string> {
  const { carried, figures } = draft
  if (!carried) return none
  const known = marks.get(carried)
  if (known?.figures === figures) return known.cells
  const cells = new Map(
    unconfirmedCells(draft).flatMap((cell): [string, string][] => {
      const figure = carried[cell]
      return figure ? [[cell, texts.carriedNote(figure.year, originNames(draft, figure))]] : []
    }),
  )
  marks.set(carried, { figures, cells })
  return cells
}

/** The unconfirmed cells of one table. */
export function openCells(draft: Draft, table: string | undefined): string[] {
  return [...carriedMarks(draft).keys()].filter((cell) => cell.startsWith(`${table}.`))
}
