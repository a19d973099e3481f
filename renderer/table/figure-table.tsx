import { type CSSProperties, useEffect, useId, useMemo, useRef } from 'react'
import type { Finding } from '../../shared/check/finding'
import type { Entry } from '../../shared/draft/draft'
import { type FigureValue, isTotal } from '../../shared/draft/figures'
import { cellInfo } from '../../shared/format/cells'
import type { Format, GridCell, Table } from '../../shared/format/format'
import { type Changes, valueText } from './block-edits'
import { type CellMap, mapCells } from './cell-map'
import { FigureCell } from './figure-cell'
import { LabelCell } from './label-cell'
import { marksOf, relatedCells } from './marks'
import { type Measures, measuresOf } from './measures'
import { type SectionCell, sectionsOf } from './sections'
import { rowsOfRange } from './selection'
import { texts } from './texts'
import { useFigureGrid } from './use-figure-grid'
import { useWidth } from './use-width'
import './figure-table.css'

export interface FigureTableProps {
  table: Table
  format: Format
  figures: Record<string, Entry>
  values: Map<string, FigureValue>
  /** Of this table, and such as may be shown already. */
  findings: Finding[]
  /** The number of each finding in the list beside the form. */
  numbers: Map<Finding, number>
  /** The draft must hold the changes when this returns: what is being written is compared with it. */
  onEdit(changes: Changes, what: 'type' | 'paste' | 'clear' | 'fill'): void
  onFocusCell(cell: string): void
  /** Cells that hold last year's figure and are not confirmed, each with what is said of it. */
  carried?: ReadonlyMap<string, string>
  /** The clerk pressed Enter on a carried figure: it is right. */
  onConfirm?(cell: string): void
  /** Puts the caret into the cell, once for every nonce. */
  focusRequest?: { cell: string; nonce: number }
}

/** An official table to be filled in: its printed header and labels, and a text field for every figure. */
export function FigureTable(props: FigureTableProps) {
  const { table, format, values, findings, numbers, focusRequest } = props
  const id = useId()
  const frame = useRef<HTMLDivElement>(null)
  const element = useRef<HTMLTableElement>(null)
  const map = useMemo(() => mapCells(table.grid), [table])
  const sections = useMemo(() => sectionsOf(table.grid, id), [table, id])
  const width = useWidth(frame)
  const measures = useMemo(() => measuresOf(table.grid, width), [table, width])
  const marks = useMemo(() => marksOf(format, findings, numbers), [format, findings, numbers])
  const grid = useFigureGrid(props, map, element)
  const related = useMemo(() => relatedCells(findings, grid.focused), [findings, grid.focused])
  const selected = useMemo(
    () => new Set(grid.range && rowsOfRange(map, grid.range).flatMap((row) => row.map(({ cell }) => cell))),
    [map, grid.range],
  )

  // biome-ignore lint/correctness/useExhaustiveDependencies: a request is met once, when it arrives.
  useEffect(() => {
    if (focusRequest) grid.focus(focusRequest.cell)
  }, [focusRequest?.cell, focusRequest?.nonce])

  const totalNoteId = `${id}-total-note`
  function problemOf(cell: string): string | undefined {
    if (grid.editing.tooLong.has(cell)) return texts.tooLong
    const value = values.get(cell)
    if (value?.kind === 'refused') return texts.refused(value.text, value.reason)
    return marks.get(cell)?.messages.join('；')
  }

  const noted = [grid.focused, grid.leftRefused]
    .filter((cell) => cell !== undefined)
    .find((cell) => problemOf(cell) !== undefined)

  function figure(content: Extract<GridCell, { kind: 'figure' }>, { id: cellId, headers }: SectionCell) {
    const { cell, holds, colSpan = 1 } = content
    const value = values.get(cell)
    const mark = marks.get(cell)
    const computed = value?.kind === 'computed' || (value?.kind === 'blank' && isTotal(format, cell))
    const refused = value?.kind === 'refused' || grid.editing.tooLong.has(cell)
    return (
      <FigureCell
        key={cellId}
        cell={cell}
        name={cellInfo(format, cell)?.name ?? cell}
        holds={holds}
        text={grid.editing.textIn(cell) ?? valueText(value)}
        colSpan={colSpan}
        headers={headers}
        computed={computed}
        severity={refused ? 'error' : mark?.severity}
        problem={problemOf(cell)}
        problemId={`${cellId}-problem`}
        totalNoteId={computed ? totalNoteId : undefined}
        number={mark?.number}
        expected={mark?.expected}
        carriedNote={props.carried?.get(cell)}
        related={related.has(cell)}
        selected={selected.has(cell)}
        noted={cell === noted}
      />
    )
  }

  return (
    <div
      ref={frame}
      className={frameClass(measures)}
      style={{ '--labels-width': `${measures.labels}px` } as CSSProperties}
    >
      <section
        className="figure-table-scroll"
        aria-label={measures.scrolls ? texts.scrollRegion(table.caption) : table.caption}
        tabIndex={measures.scrolls ? 0 : undefined}
      >
        <table ref={element} style={{ width: measures.width }} {...grid.handlers}>
          <caption>{table.caption}</caption>
          <colgroup>
            {measures.columns.map(({ key, width }) => (
              <col key={key} style={{ width }} />
            ))}
          </colgroup>
          {sections.map(({ key, Part, rows }) => (
            <Part key={key}>
              {rows.map(({ key, cells }) => (
                <tr key={key}>
                  {cells.map((cell) => {
                    const { content } = cell.placed
                    if (content.kind === 'figure') return figure(content, cell)
                    return (
                      <LabelCell
                        key={cell.id}
                        id={cell.id}
                        label={content}
                        left={measures.left(cell.placed)}
                      />
                    )
                  })}
                </tr>
              ))}
            </Part>
          ))}
        </table>
      </section>
      <span id={totalNoteId} hidden>
        {texts.computed}
      </span>
      {noted !== undefined && (
        <p className={notePlace(map, noted)} aria-hidden="true">
          {problemOf(noted)}
        </p>
      )}
      <p className="figure-table-summary" role="status">
        {grid.summary}
      </p>
    </div>
  )
}

function frameClass({ scrolls, compact, dense }: Measures): string {
  return ['figure-table', scrolls && 'scrolls', compact && 'compact', dense && 'dense']
    .filter(Boolean)
    .join(' ')
}

/** Above the figure, as the caret moves down and on; below the last row nothing is hidden. */
function notePlace(map: CellMap, cell: string): string {
  const isLast = map.byCell.get(cell)?.row === map.places.at(-1)?.row
  return isLast ? 'figure-table-note below' : 'figure-table-note'
}
