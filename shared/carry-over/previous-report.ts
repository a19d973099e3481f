import { chapterTitle } from '../compose/chapter-title'
import { preambleText } from '../compose/preamble'
import { titleLines } from '../compose/title'
import type { Draft, EarlierFigures, ImageData, PreviousReport, ReportFrame } from '../draft/draft'
import { formatById } from '../format/formats'

/** Years a draft remembers: last year's and the four before it. */
const MOST_EARLIER = 4

/** What this year's draft keeps of last year's. `source` is the file last year's was read from. */
export function previousReportOf(last: Draft, source?: PreviousReport['source']): PreviousReport {
  const { year, format, scope, publisher, numbering, figures, prose } = last
  const earlier = earlierOf(last)
  const frame = frameOf(last)
  return {
    year,
    format,
    scope,
    publisher: publisher.name,
    numbering,
    figures,
    prose,
    ...(frame && { frame }),
    ...(source && { source }),
    ...(earlier.length > 0 && { earlier }),
  }
}

/** undefined: the format is not one the app knows, and so neither are its chapters. */
function frameOf(last: Draft): ReportFrame | undefined {
  const format = formatById(last.format)
  if (!format) return undefined
  return {
    title: titleLines(last),
    ...(last.issuingLine !== undefined && { issuingLine: last.issuingLine }),
    preamble: preambleText(last, format),
    chapterTitles: Object.fromEntries(
      format.chapters.map((chapter) => [chapter.id, chapterTitle(chapter, last)]),
    ),
    signature: last.signature,
  }
}

/** The figures of the years before a draft that it remembers, newest first. */
export function earlierOf({ year, previous }: Draft): EarlierFigures[] {
  if (!previous) return []
  return newestFirst([figuresOf(previous), ...(previous.earlier ?? [])].filter((one) => one.year < year))
}

/** What a draft remembers of a year that is not its last. */
export function figuresOf({ year, format, figures, source }: EarlierFigures): EarlierFigures {
  return { year, format, figures, ...(source && { source }) }
}

/** One report of each year, the first given, and no more of them than a draft remembers. */
export function newestFirst(reports: EarlierFigures[]): EarlierFigures[] {
  const byYear = new Map(reports.toReversed().map((report) => [report.year, report]))
  return [...byYear.values()].sort((one, other) => other.year - one.year).slice(0, MOST_EARLIER)
}

/** The pictures last year's text shows: it could not be taken over without them. */
export function imagesOf({ prose, images }: Draft): Record<string, ImageData> {
  const used = Object.values(prose)
    .flat()
    .flatMap((block) => (block.kind === 'image' ? [block.image] : []))
  return Object.fromEntries(used.flatMap((hash) => (images[hash] ? [[hash, images[hash]]] : [])))
}

/** Whether the figures of last year's report lead to this one's: the year right before, of the same scope. */
export function isContinued(
  draft: Pick<Draft, 'year' | 'scope'>,
  last: Pick<Draft, 'year' | 'scope'>,
): boolean {
  return last.year === draft.year - 1 && last.scope === draft.scope
}
