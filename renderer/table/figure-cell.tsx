import { memo } from 'react'
import type { Severity } from '../../shared/check/finding'
import type { CellKind } from '../../shared/format/format'

/** Primitive values only: a key in Table 3 must not draw the other 174 figures anew. */
export interface FigureCellProps {
  cell: string
  /** How the clerk knows it: 表三（一）予以公开·总计. */
  name: string
  holds: CellKind
  text: string
  colSpan: number
  /** Ids of the headings it stands under and beside, for screen readers. */
  headers: string
  computed: boolean
  /** Why it is marked. */
  problem: string | undefined
  problemId: string
  /** Id of the element that tells how a total comes about; undefined for any other figure. */
  totalNoteId: string | undefined
  severity: Severity | undefined
  /** The number of its finding in the list. */
  number: number | undefined
  /** What the parts of a disagreeing total add up to. */
  expected: string | undefined
  /** Said of a figure that is last year's and not confirmed; undefined: it is the clerk's. */
  carriedNote: string | undefined
  related: boolean
  selected: boolean
  /** The note is hung on this cell. */
  noted: boolean
}

const keyboards = { count: 'numeric', change: 'text', amount: 'decimal', money: 'text' } as const

export const FigureCell = memo(function FigureCell(props: FigureCellProps) {
  const { cell, name, holds, text, severity, problem, problemId, expected, number, carriedNote } = props
  const carriedId = `${problemId}-carried`
  const notes = [problem === undefined ? props.totalNoteId : problemId, carriedNote && carriedId]
  return (
    <td colSpan={props.colSpan} headers={props.headers} className={classOf(props)}>
      <input
        data-cell={cell}
        aria-label={name}
        aria-invalid={severity === 'error' || undefined}
        aria-describedby={notes.filter(Boolean).join(' ') || undefined}
        inputMode={keyboards[holds]}
        autoComplete="off"
        spellCheck={false}
        value={text}
        onChange={writtenByTable}
      />
      {expected !== undefined && (
        <span className="figure-expected" aria-hidden="true">{`≠ ${expected}`}</span>
      )}
      {number !== undefined && (
        <span className="figure-mark" aria-hidden="true">
          {number}
        </span>
      )}
      {problem !== undefined && (
        <span id={problemId} hidden>
          {problem}
        </span>
      )}
      {carriedNote !== undefined && (
        <span id={carriedId} hidden>
          {carriedNote}
        </span>
      )}
    </td>
  )
})

/** One handler on the table hears every figure. */
function writtenByTable() {}

function classOf(props: FigureCellProps): string {
  const { computed, expected, related, selected, noted, severity, carriedNote } = props
  return [
    'figure-cell',
    carriedNote !== undefined && 'figure-carried',
    computed && 'figure-computed',
    expected !== undefined && 'figure-mismatch',
    related && 'figure-related',
    selected && 'figure-selected',
    noted && 'figure-noted',
    severity && `figure-${severity}`,
  ]
    .filter(Boolean)
    .join(' ')
}
