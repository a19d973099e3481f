import type { TextBlock } from '../draft/draft'
import { lineRuns } from '../prose/map-runs'
import type { Numbering } from '../prose/marks'
import { slotLines } from '../prose/plain-text'

/** A marked figure of a slot: offsets in the slot's text, its words, and the words around it. */
export interface CarriedFigureText {
  start: number
  end: number
  quote: string
  before: string
  after: string
}

const AROUND = 12

/** The figures of a slot that came with last year's text and were not confirmed, in order. */
export function carriedFigures(blocks: TextBlock[], numbering: Numbering): CarriedFigureText[] {
  if (!blocks.some((block) => lineRuns(block).some((runs) => runs.some(({ carried }) => carried)))) return []
  return slotLines(blocks, numbering).flatMap(({ block: index, line, mark, text, start: lineStart }) => {
    const block = blocks[index]
    const figures: CarriedFigureText[] = []
    let at = 0
    let inside = false
    for (const run of block ? (lineRuns(block)[line] ?? []) : []) {
      const end = at + run.text.length
      const last = figures.at(-1)
      const from = lineStart + mark.length
      if (run.carried && inside && last) {
        last.end = from + end
        last.quote += run.text
        last.after = text.slice(end, end + AROUND)
      } else if (run.carried)
        figures.push({
          start: from + at,
          end: from + end,
          quote: run.text,
          before: text.slice(Math.max(0, at - AROUND), at),
          after: text.slice(end, end + AROUND),
        })
      inside = run.carried === true
      at = end
    }
    return figures
  })
}
