import { originNames } from '../../shared/carry-over/carry-report'
import type { ComparedFigure } from '../../shared/compare/compare-figures'
import { cellInfo } from '../../shared/format/cells'
import { formatOf } from '../desk/derived'
import { cellPlace } from '../desk/place'
import { setFigures } from '../desk/repair'
import { useDesk, useDraft } from '../desk/use-desk'
import { openCells } from './carried-marks'
import { compareCell, expectationFor, lastValues } from './compare-figures'
import { texts } from './previous.texts'

/** The figure at the caret: last year's, the change, where it was carried from, and what follows from last year's. */
export function LastFigure({ chapter, cell }: { chapter: string; cell: string }) {
  const draft = useDraft((whole) => whole)
  const info = cellInfo(formatOf(draft), cell)
  const compared = compareCell(draft, cell)
  if (!info || !draft.previous) return null
  return (
    <div className="previous">
      <h2 className="previous-heading">{info.name}</h2>
      {compared ? (
        <dl className="previous-figures">
          <dt>{texts.report(compared.year)}</dt>
          <dd>{compared.last ?? texts.blank}</dd>
          <dt>{texts.thisYear}</dt>
          <dd>{compared.now ?? texts.blank}</dd>
          {compared.change !== undefined && (
            <>
              <dt>{texts.change}</dt>
              <dd>{changeWords(compared)}</dd>
            </>
          )}
        </dl>
      ) : (
        <p className="previous-note">
          {lastValues(draft) ? texts.noCell(draft.previous.year) : texts.unknownFormat}
        </p>
      )}
      {compared?.note !== undefined && <p className="previous-note">{compared.note}</p>}
      <CarriedFigure chapter={chapter} cell={cell} table={info.table.id} />
      <FollowingFigure chapter={chapter} cell={cell} />
    </div>
  )
}

/** +3（+25%） */
function changeWords({ change = '', rate }: ComparedFigure): string {
  return rate === undefined ? change : `${change}（${rate}）`
}

function CarriedFigure({ chapter, cell, table }: { chapter: string; cell: string; table: string }) {
  const desk = useDesk()
  const draft = useDraft((whole) => whole)
  const carried = draft.carried?.[cell]
  if (!carried) return null
  const isCarried = draft.figures[cell] === carried.value
  const open = openCells(draft, table)
  return (
    <section className="previous-carried">
      <p>{texts.carried(carried.year, originNames(draft, carried))}</p>
      <p>{isCarried ? (carried.confirmed ? texts.confirmed : texts.unconfirmed) : texts.changed}</p>
      {open.length > 0 && (
        <div className="buttons">
          {open.includes(cell) && (
            <button type="button" className="button" onClick={() => desk.confirmCells(chapter, [cell])}>
              {texts.confirm}
            </button>
          )}
          <button type="button" className="button" onClick={() => desk.confirmCells(chapter, open)}>
            {texts.confirmAll(open.length)}
          </button>
        </div>
      )}
    </section>
  )
}

/** A figure that goes on from last year's, once this year's part of it is known. */
function FollowingFigure({ chapter, cell }: { chapter: string; cell: string }) {
  const desk = useDesk()
  const draft = useDraft((whole) => whole)
  const following = expectationFor(draft, cell)
  if (!following || following.expectation.plus.length + following.expectation.minus.length === 0) return null
  const { formula } = following
  const { expected } = following.expectation
  if (expected === undefined) return <p className="previous-note">{texts.unknownYet(formula)}</p>
  return (
    <section className="previous-following">
      <p>{texts.expected(formula, String(expected))}</p>
      <p className="previous-note">{following.expectation.rule.explanation}</p>
      {draft.figures[cell] !== expected && (
        <div className="buttons">
          <button
            type="button"
            className="button"
            onClick={() =>
              desk.edit({ kind: 'once', place: cellPlace(chapter, cell) }, (copy) =>
                setFigures(copy, { [cell]: expected }),
              )
            }
          >
            {texts.fill(String(expected))}
          </button>
        </div>
      )}
    </section>
  )
}
