import { carryReport, originNames } from '../../shared/carry-over/carry-report'
import { USUAL_RATIO } from '../../shared/check/continuity/check-changes'
import { cellInfo } from '../../shared/format/cells'
import { formatOf } from '../desk/derived'
import { cellPlace, fieldPlace } from '../desk/place'
import { useDesk, useDraft } from '../desk/use-desk'
import { carriedMarks, openCells } from './carried-marks'
import { EarlierReports } from './earlier-reports'
import { texts } from './previous.texts'

/** What became of last year's report in this one; of one table where the caret is in its chapter. */
export function CarrySummary({ chapter, table }: { chapter?: string; table?: string }) {
  const desk = useDesk()
  const draft = useDraft((whole) => whole)
  const format = formatOf(draft)
  const report = carryReport(draft, format)
  if (!report) return null
  const carried = report.carried.filter(({ cell }) => table === undefined || cell.startsWith(`${table}.`))
  const open = table === undefined ? [...carriedMarks(draft).keys()] : openCells(draft, table)
  return (
    <div className="previous">
      <section>
        <h2 className="previous-heading">{texts.carriedHeading}</h2>
        <p>{carried.length === 0 ? texts.nothingCarried : texts.carriedCells(carried.length, open.length)}</p>
        {chapter !== undefined && open.length > 0 && (
          <div className="buttons">
            <button type="button" className="button" onClick={() => desk.confirmCells(chapter, open)}>
              {texts.confirmAll(open.length)}
            </button>
          </div>
        )}
        <ul className="previous-list">
          {carried.map((figure) => (
            <li key={figure.cell}>
              <button
                type="button"
                className="link"
                onClick={() =>
                  desk.goTo(cellPlace(cellInfo(format, figure.cell)?.chapter ?? 'basics', figure.cell))
                }
              >
                {figure.name}
              </button>
              <span className="previous-note">
                {texts.carriedFrom(String(figure.value), figure.year, originNames(draft, figure))}
              </span>
            </li>
          ))}
        </ul>
      </section>
      {table === undefined && <Remaining report={report} />}
    </div>
  )
}

function Remaining({ report }: { report: NonNullable<ReturnType<typeof carryReport>> }) {
  return (
    <>
      {report.dropped.length > 0 && (
        <section>
          <h2 className="previous-heading">{texts.droppedHeading}</h2>
          <p>{texts.droppedNote(report.dropped.length)}</p>
          <ul className="previous-list">
            {report.dropped.map(({ cell, name, entry, reason }) => (
              <li key={cell}>
                {name}：{entry}
                <span className="previous-note">{reason}</span>
              </li>
            ))}
          </ul>
        </section>
      )}
      <Lines heading={texts.keptHeading} lines={report.kept} />
      <Lines heading={texts.leftOutHeading} lines={report.leftOut} />
      <section>
        <h2 className="previous-heading">{texts.textHeading}</h2>
        <p className="previous-note">{texts.textNote}</p>
      </section>
      <EarlierReports />
      <RatioField />
    </>
  )
}

function Lines({ heading, lines }: { heading: string; lines: string[] }) {
  if (lines.length === 0) return null
  return (
    <section>
      <h2 className="previous-heading">{heading}</h2>
      <ul className="previous-list">
        {lines.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
    </section>
  )
}

const ratios = [2, 3, 5, 10]

/** From how many times on a change is worth a look: the office's own choice, kept in the draft. */
function RatioField() {
  const desk = useDesk()
  const ratio = useDraft(({ unusualRatio }) => unusualRatio ?? USUAL_RATIO)
  const options = [...new Set([...ratios, ratio])].sort((one, other) => one - other)
  return (
    <section>
      <h2 className="previous-heading">{texts.ratioHeading}</h2>
      <label className="previous-ratio">
        {texts.ratio}
        <select
          className="input"
          value={ratio}
          onChange={({ target }) =>
            desk.edit({ kind: 'once', place: fieldPlace('basics', 'year') }, (draft) => {
              draft.unusualRatio = Number(target.value)
            })
          }
        >
          {options.map((option) => (
            <option key={option} value={option}>
              {option}
            </option>
          ))}
        </select>
      </label>
    </section>
  )
}
