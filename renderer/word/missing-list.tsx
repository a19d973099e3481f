import { cellsOf } from '../../shared/format/cells'
import type { Format } from '../../shared/format/format'
import type { DoubtfulFigure, ImportedReport } from '../../shared/import/import-report'
import { texts } from './word.texts'

/** What was not found, row by row, and what was found but has no place in this format. */
export function MissingList(props: { report: ImportedReport; format: Format; dropped: DoubtfulFigure[] }) {
  const { report, format, dropped } = props
  const lost = notFound(report, format)
  return (
    <div className="taken">
      {lost.length === 0 ? (
        <p>{texts.noneMissing}</p>
      ) : (
        <ul className="missing-rows">
          {rowsOf(lost, format).map(({ name, count, of }) => (
            <li key={name}>{count === of ? name : `${name}　${count} 格`}</li>
          ))}
        </ul>
      )}
      {report.blank.length > 0 && <p className="aside-note">{texts.blankCount(report.blank.length)}</p>}
      {dropped.length > 0 && (
        <details>
          <summary>{`${texts.dropped}（${dropped.length}）`}</summary>
          <p className="aside-note">{texts.droppedNote}</p>
          <ul className="missing-rows">
            {dropped.map(({ address, name, text, reason }) => (
              <li key={`${address} ${text}`}>{`${name} ${text}：${reason}`}</li>
            ))}
          </ul>
        </details>
      )}
    </div>
  )
}

/** Cells whose place was not recognised, as opposed to found empty. */
export function notFound({ missing, blank }: ImportedReport, format: Format): string[] {
  const empty = new Set(blank)
  const known = new Set(cellsOf(format).map(({ cell }) => cell))
  return missing.filter((cell) => known.has(cell) && !empty.has(cell))
}

/** By row of a table, as the clerk looks for them. */
function rowsOf(cells: string[], format: Format): { name: string; count: number; of: number }[] {
  const wanted = new Set(cells)
  const rows = new Map<string, { name: string; count: number; of: number }>()
  for (const { cell, name, table, row, column } of cellsOf(format)) {
    const key = `${table.id}.${row.id}`
    const found = rows.get(key) ?? { name: name.slice(0, -column.name.length - 1), count: 0, of: 0 }
    rows.set(key, {
      ...found,
      of: found.of + 1,
      count: found.count + (wanted.has(cell) ? 1 : 0),
    })
  }
  return [...rows.values()].filter(({ count }) => count > 0)
}
