import { type EarlierValues, earlierValues } from '../../carry-over/expectations'
import { isContinued } from '../../carry-over/previous-report'
import type { Draft, Scope, TextBlock } from '../../draft/draft'
import { type PrintedDraft, printedProseOf } from '../../linked/printed-prose'

/** A draft of an earlier year as it lies in its file. */
export interface EarlierDraft {
  /** File name without folder. */
  name: string
  draft: Draft
}

/** A report of an earlier year, whichever way it is known. */
export interface EarlierReport extends EarlierValues {
  /** Its file; absent: only the copy in the draft is known. */
  name?: string
  /** Absent of years that are remembered by their figures alone. */
  prose?: Record<string, TextBlock[]>
  scope: Scope
}

/** Years looked back on. */
const MOST = 5

/** The earlier reports a draft can be held against, newest first: the files given, then what the draft remembers. */
export function earlierReports(draft: PrintedDraft, files: EarlierDraft[]): EarlierReport[] {
  const { previous } = draft
  const known = [
    ...files.map(({ name, draft: file }) => ({
      figures: { year: file.year, format: file.format, figures: file.figures },
      rest: { name, prose: printedProseOf(file), scope: file.scope },
    })),
    ...(previous ? [{ figures: previous, rest: { prose: previous.prose, scope: previous.scope } }] : []),
    ...(previous?.earlier ?? []).map((figures) => ({
      figures,
      rest: { scope: previous?.scope ?? draft.scope },
    })),
  ]
  const reports = known.flatMap(({ figures, rest }): EarlierReport[] => {
    const values = earlierValues(figures)
    return values && values.year < draft.year ? [{ ...values, ...rest }] : []
  })
  const byYear = new Map(reports.toReversed().map((report) => [report.year, report]))
  return [...byYear.values()].sort((one, other) => other.year - one.year).slice(0, MOST)
}

/** The report of the year before, where its figures lead to this one's. */
export function lastReport(draft: PrintedDraft, reports: EarlierReport[]): EarlierReport | undefined {
  return reports.find((report) => isContinued(draft, report))
}
