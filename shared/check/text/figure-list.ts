import type { Draft } from '../../draft/draft'
import { cellInfo } from '../../format/cells'
import type { Format } from '../../format/format'
import type { Verdict } from './judge'
import { readChapter } from './read-figures'
import type { TextFigure } from './text-figure'
import { noteOf, stateNames } from './text-messages'

/** A figure of the prose as the clerk sees it listed. */
export interface ListedFigure {
  figure: TextFigure
  /** What it was tied to; of one that does not agree, what stands there. '' where it is tied to nothing. */
  note: string
}

export interface FigureGroup {
  verdict: Verdict
  /** 不符, 请核对, 相符 or 未对应. */
  name: string
  figures: ListedFigure[]
}

/** What needs a look first. */
const ORDER: Verdict[] = ['contradicts', 'ask', 'agrees', 'unlinked']

/** The figures of a chapter's prose by what the tables say to them, each group in reading order; empty ones left out. */
export function figureGroups(draft: Draft, format: Format, chapter: string): FigureGroup[] {
  const figures = readChapter(draft, format, chapter)
  const info = (cell: string) => cellInfo(format, cell)
  return ORDER.flatMap((verdict): FigureGroup[] => {
    const own = figures.filter((figure) => figure.verdict === verdict)
    if (own.length === 0) return []
    const listed = own.map((figure) => ({ figure, note: noteOf(figure, info) }))
    return [{ verdict, name: stateNames[verdict], figures: listed }]
  })
}
