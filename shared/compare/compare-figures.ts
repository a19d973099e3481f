/** Last year's figures beside this year's, cell by cell. */

import { type EarlierValues, earlierValues } from '../carry-over/expectations'
import { originOf } from '../carry-over/migration'
import type { Draft } from '../draft/draft'
import { addUp, computeFigures, type FigureValue } from '../draft/figures'
import { type CellInfo, cellsOf } from '../format/cells'
import type { Format } from '../format/format'

/** A cell this year and last year. */
export interface ComparedFigure {
  /** As printed; undefined: it was blank. */
  last: string | undefined
  now: string | undefined
  /** e.g. "+3"; undefined: one of the two is no number. */
  change: string | undefined
  /** e.g. "+25%"; undefined where there is no change, or last year's was 0. */
  rate: string | undefined
  /** In what the two do not count quite the same. */
  note: string | undefined
}

export interface ChangedFigure extends ComparedFigure {
  info: CellInfo
}

/** undefined: last year's format has no such cell. */
export function compareFigure(
  cell: string,
  last: EarlierValues,
  format: Format,
  values: Map<string, FigureValue>,
): ComparedFigure | undefined {
  const origin = originOf(cell, last.format, format)
  if (!origin) return undefined
  const [before, now] = [last.values.get(origin.cell), values.get(cell)]
  return { last: textOf(before), now: textOf(now), ...changeOf(before, now), note: origin.note }
}

/**
 * The cells both years have that do not say the same, in the order of the tables, totals included; undefined: there is
 * no earlier report, or its format is unknown.
 */
export function changedFigures(draft: Draft, format: Format): ChangedFigure[] | undefined {
  const last = draft.previous && earlierValues(draft.previous)
  if (!last) return undefined
  const values = computeFigures(format, draft.figures)
  return cellsOf(format).flatMap((info): ChangedFigure[] => {
    const compared = compareFigure(info.cell, last, format, values)
    return compared && compared.last !== compared.now ? [{ ...compared, info }] : []
  })
}

export function textOf(value: FigureValue | undefined): string | undefined {
  return value && value.kind !== 'blank' ? value.text : undefined
}

function changeOf(
  before: FigureValue | undefined,
  now: FigureValue | undefined,
): Pick<ComparedFigure, 'change' | 'rate'> {
  const none = { change: undefined, rate: undefined }
  if (!before || !now || !('number' in before) || !('number' in now)) return none
  if (before.number === undefined || now.number === undefined) return none
  const difference = addUp([now.number, -before.number])
  const change = signed(difference)
  if (before.number === 0 || difference === 0) return { change, rate: undefined }
  return { change, rate: `${signed(Math.round((difference / Math.abs(before.number)) * 1000) / 10)}%` }
}

function signed(number: number): string {
  return number > 0 ? `+${number}` : String(number)
}
