import { isTotal } from '../../draft/figures'
import { entryNumber } from '../../draft/read-entry'
import { cellInfo } from '../../format/cells'
import type { Format } from '../../format/format'
import type { CellChange, Fix } from '../finding'
import { correction, oneOfSeveral, suspected, theOnlyOne, unsure } from '../messages'
import { placeOf } from './likelihood'
import { digitSlip, placeSlip } from './slips'

/**
 * What a fix says is wrong, without a full stop: its cells, what stands there, what should, and the slip it looks like.
 * 表三（五）2.重复申请·商业企业：12，应为 21，疑似数位颠倒
 */
export function fixWords(format: Format, { cells }: Fix): string {
  const moved = placeSlip(
    cells.map((change) => ({ ...placeOf(format, change.cell), ...numbersOf(format, change) })),
  )
  const words = cells.map((change) => {
    const slip = moved ? undefined : slipOf(format, change)
    const line = correction(cellInfo(format, change.cell)?.name ?? change.cell, change.from, change.to)
    return slip ? `${line}，${suspected[slip]}` : line
  })
  return `${words.join('；')}${moved ? `，${suspected[moved]}` : ''}`
}

/** What is said beside a broken sum of its fixes, one line: the cell, or that arithmetic cannot tell which. */
export function suspicionOf(format: Format, fixes: Fix[]): string | undefined {
  const [first, ...others] = fixes
  if (!first) return undefined
  const words = fixWords(format, first)
  if (first.certain) return theOnlyOne(words)
  return others.length === 0 ? unsure(words) : oneOfSeveral(words, others.length)
}

function slipOf(format: Format, change: CellChange): keyof typeof suspected | undefined {
  const { stands, right } = numbersOf(format, change)
  if (stands === undefined) return 'leftOut'
  return digitSlip(stands, right) ?? (isTotal(format, change.cell) ? 'total' : undefined)
}

function numbersOf(
  format: Format,
  { cell, from, to }: CellChange,
): { stands: number | undefined; right: number } {
  const holds = cellInfo(format, cell)?.holds ?? 'count'
  return { stands: entryNumber(holds, from), right: entryNumber(holds, to) ?? 0 }
}
