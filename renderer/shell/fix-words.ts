import type { Finding, Fix } from '../../shared/check/finding'
import { cellInfo } from '../../shared/format/cells'
import type { Format } from '../../shared/format/format'
import { texts } from './shell.texts'

/**
 * What the button of a repair says: 改为 56 at the cell the finding is about, 自然人·予以公开 named where it is another,
 * and that it is only likely where it is not certain.
 */
export function fixWords(format: Format, finding: Finding, fix: Fix): string {
  const values = new Set(fix.cells.map(({ to }) => to))
  const [only] = values
  if (finding.rule === 'T3-4' && values.size === 1 && only !== undefined) return texts.fillAll(only)
  const [first] = fix.cells
  const isItsOwn = fix.cells.length === 1 && first?.cell === finding.cells[0]
  const words = isItsOwn
    ? texts.fix(first?.to ?? '')
    : fix.cells.map(({ cell, to }) => texts.fixIn(shortName(format, cell), to)).join('，')
  return fix.certain ? words : texts.likelyFix(words)
}

function shortName(format: Format, cell: string): string {
  const info = cellInfo(format, cell)
  return info ? `${info.row.name}·${info.column.name}` : cell
}
