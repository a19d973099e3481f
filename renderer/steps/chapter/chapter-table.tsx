import { useMemo } from 'react'
import type { Entry } from '../../../shared/draft/draft'
import type { Chapter, Table } from '../../../shared/format/format'
import { formatOf, valuesOf } from '../../desk/derived'
import { confirmFiguresIn } from '../../desk/looking-back'
import { cellPlace } from '../../desk/place'
import { setFigures } from '../../desk/repair'
import { shownFindingsOf } from '../../desk/shown-findings'
import { useDesk, useDeskState, useDraft } from '../../desk/use-desk'
import { carriedMarks } from '../../previous/carried-marks'
import { FigureTable } from '../../table/figure-table'

/** The chapter's official table, joined to the draft. */
export function ChapterTable({ chapter, table }: { chapter: Chapter; table: Table }) {
  const desk = useDesk()
  const draft = useDraft((whole) => whole)
  const touched = useDeskState(({ session }) => session.touched)
  const request = useDeskState(({ session }) => session.request)
  const findings = useMemo(() => shownFindingsOf(draft, touched, chapter.id), [draft, touched, chapter.id])
  const numbers = useMemo(() => new Map(findings.map((finding, index) => [finding, index + 1])), [findings])
  const focusRequest = useMemo(
    () =>
      request?.place.target.kind === 'cell'
        ? { cell: request.place.target.cell, nonce: request.nonce }
        : undefined,
    [request],
  )

  function onEdit(
    changes: Record<string, Entry | undefined>,
    what: 'type' | 'paste' | 'clear' | 'fill',
  ): void {
    const [cell] = Object.keys(changes)
    if (cell === undefined) return
    const place = cellPlace(chapter.id, cell)
    desk.edit({ kind: what === 'type' ? 'typing' : 'once', place }, (copy) => {
      setFigures(copy, changes)
      // Whoever pastes or fills in what stood there already has said that it is right.
      if (what === 'paste' || what === 'fill') confirmFiguresIn(copy, Object.keys(changes))
    })
  }

  return (
    <FigureTable
      table={table}
      format={formatOf(draft)}
      figures={draft.figures}
      values={valuesOf(draft)}
      findings={findings}
      numbers={numbers}
      onEdit={onEdit}
      onFocusCell={(cell) => desk.focusOn({ kind: 'cell', cell })}
      carried={carriedMarks(draft)}
      onConfirm={(cell) => desk.confirmCells(chapter.id, [cell])}
      {...(focusRequest ? { focusRequest } : {})}
    />
  )
}
