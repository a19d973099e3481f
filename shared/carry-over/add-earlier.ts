import type { Draft, EarlierFigures, FileMark, PreviousReport } from '../draft/draft'
import { lookBackOn } from './carry-over'
import { earlierOf, figuresOf, newestFirst } from './previous-report'

/**
 * Puts the report of an earlier year beside the draft, with the years it remembers itself. The newest one becomes last
 * year's, and what follows from it is carried into blank cells; of the others only the figures are kept. A file stands
 * for its year: one that was there before gives way.
 */
export function addEarlier(draft: Draft, earlier: Draft, source: FileMark): Draft {
  const { previous } = draft
  const { year, format, figures } = earlier
  const added = [{ year, format, figures, source }, ...earlierOf(earlier)]
  if (!previous || earlier.year >= previous.year) {
    const { previous: last, ...looking } = lookBackOn(draft, earlier, source)
    if (!last) return draft
    return { ...looking, previous: withEarlier(last, [...earlierOf(earlier), ...knownOf(previous, year)]) }
  }
  const known = previous.earlier ?? []
  const isNamed = (one: EarlierFigures) => one.source !== undefined
  // What somebody chose counts before what another file remembers.
  const [chosen, remembered] = [known.filter(isNamed), known.filter((one) => !isNamed(one))]
  const [first, ...rest] = added
  const all = [...(first ? [first] : []), ...chosen, ...rest, ...remembered]
  return { ...draft, previous: withEarlier(previous, all) }
}

/** Takes the report of that year away again; last year's stays. */
export function removeEarlier(draft: Draft, year: number): Draft {
  const { previous } = draft
  if (!previous) return draft
  return {
    ...draft,
    previous: withEarlier(
      previous,
      (previous.earlier ?? []).filter((one) => one.year !== year),
    ),
  }
}

function knownOf(previous: PreviousReport | undefined, before: number): EarlierFigures[] {
  if (!previous) return []
  return [figuresOf(previous), ...(previous.earlier ?? [])].filter(({ year }) => year < before)
}

function withEarlier(previous: PreviousReport, reports: EarlierFigures[]): PreviousReport {
  const { earlier: _, ...rest } = previous
  const earlier = newestFirst(reports.filter(({ year }) => year < previous.year))
  return { ...rest, ...(earlier.length > 0 && { earlier }) }
}
