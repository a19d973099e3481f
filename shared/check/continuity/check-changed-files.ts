import { earlierValues } from '../../carry-over/expectations'
import { fateOf } from '../../carry-over/migration'
import { textOf } from '../../compare/compare-figures'
import type { Draft, EarlierFigures } from '../../draft/draft'
import { isTotal } from '../../draft/figures'
import { cellInfo, cellsOf } from '../../format/cells'
import type { Format } from '../../format/format'
import type { Finding } from '../finding'
import type { EarlierDraft } from './earlier-reports'
import { messages } from './messages'

/**
 * Files of earlier years whose figures are no longer those the draft was held against (C-2). `told` are the findings
 * that name such a figure already; `file` is the name of this draft's own.
 */
export function checkChangedFiles(
  draft: Draft,
  format: Format,
  files: EarlierDraft[],
  told: Finding[],
  file: string | undefined,
): Finding[] {
  const { previous } = draft
  if (!previous) return []
  return [previous, ...(previous.earlier ?? [])].flatMap((copy): Finding[] => {
    const changed = files.find((one) => one.name === copy.source?.name && one.draft.year === copy.year)
    const known = new Set(told.flatMap(({ earlier }) => (earlier?.year === copy.year ? earlier.cells : [])))
    const changes = changed ? changesBetween(copy, changed.draft).filter(({ cell }) => !known.has(cell)) : []
    if (!changed || changes.length === 0) return []
    const cells = changes.flatMap(({ cell }) => cellHere(cell, copy, format) ?? [])
    return [
      {
        rule: 'C-2',
        severity: 'warning',
        chapter: cellInfo(format, cells[0] ?? '')?.chapter ?? 'basics',
        cells,
        field: `earlier.${copy.year}`,
        message: messages.changedFile(changed.name, file, changes),
        found: changes[0]?.now ?? '',
        expected: changes[0]?.was ?? '',
        earlier: { year: copy.year, file: changed.name, cells: changes.map(({ cell }) => cell) },
      },
    ]
  })
}

interface FigureChange {
  cell: string
  name: string
  was: string
  now: string
}

/** Cell by cell; a computed total only repeats what changed in its parts. */
function changesBetween(copy: EarlierFigures, now: Draft): FigureChange[] {
  const [then, current] = [earlierValues(copy), earlierValues(now)]
  if (!then || !current || then.format !== current.format) return []
  return cellsOf(then.format).flatMap(({ cell, name }): FigureChange[] => {
    const isEntered = cell in copy.figures || cell in now.figures
    if (isTotal(then.format, cell) && !isEntered) return []
    const [before, after] = [textOf(then.values.get(cell)) ?? '', textOf(current.values.get(cell)) ?? '']
    return before === after ? [] : [{ cell, name, was: before, now: after }]
  })
}

function cellHere(cell: string, copy: EarlierFigures, format: Format): string | undefined {
  const from = earlierValues(copy)?.format
  const fate = from && fateOf(cell, from, format)
  return fate?.kind === 'moved' ? fate.to : undefined
}
