import type { FigureChoice } from '../../shared/linked/figure-choices'
import type { LinkableFigure, Replacement } from '../../shared/linked/linkable'

/** What ties the prose of a slot to the tables of the report. */
export interface Linking {
  /** Everything that can be put into the text. */
  choices(): FigureChoice[]
  /** Numbers of the slot that can follow the tables and do not yet. */
  linkable: LinkableFigure[]
  /** How many of them the chapter has whose words would stay as they are. */
  alikeInChapter: number
  onLink(link: Replacement): void
  /** Links all of those, in one step. */
  onLinkChapter(): void
}

/** The number at the caret, where the tables know it. */
export function linkableAt(
  linkable: LinkableFigure[],
  caret: { start: number; end: number } | undefined,
): LinkableFigure | undefined {
  if (!caret) return undefined
  return linkable.find(({ figure }) => figure.start <= caret.start && caret.end <= figure.end)
}
