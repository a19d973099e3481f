/** Taking over what a finding proposes, and numbers for blanks. Each is one undo step. */

import type { Finding, Fix } from '../../shared/check/finding'
import type { Draft, Entry } from '../../shared/draft/draft'
import { readEntry } from '../../shared/draft/read-entry'
import { cellInfo } from '../../shared/format/cells'
import type { Format } from '../../shared/format/format'
import { isGap } from './readiness'

/** Recipe: applies the whole repair. */
export function applyFix(draft: Draft, format: Format, fix: Fix): void {
  setFigures(draft, entriesOf(format, fix))
}

/** The findings that say cells are blank and can be filled with zeros. */
export function fillableGaps(findings: Finding[]): { finding: Finding; fix: Fix }[] {
  return findings.flatMap((finding) => {
    const fix = isGap(finding) && !finding.waived ? finding.fixes?.[0] : undefined
    return fix ? [{ finding, fix }] : []
  })
}

/** Recipe: entries by cell; undefined empties the cell. */
export function setFigures(draft: Draft, changes: Record<string, Entry | undefined>): void {
  for (const [cell, entry] of Object.entries(changes)) {
    if (entry === undefined) delete draft.figures[cell]
    else draft.figures[cell] = entry
  }
}

/** What a proposed value is as an entry of its cell; one no cell accepts empties it instead of inventing a value. */
function entriesOf(format: Format, fix: Fix): Record<string, Entry | undefined> {
  return Object.fromEntries(
    fix.cells.map(({ cell, to }) => {
      const info = cellInfo(format, cell)
      const read = info && readEntry(info.holds, to)
      return [cell, read?.kind === 'value' ? read.entry : undefined]
    }),
  )
}
