import type { Block, FigureRun } from '../draft/draft'
import { lineRuns } from '../prose/map-runs'
import type { Numbering } from '../prose/marks'
import { slotLines } from '../prose/plain-text'
import type { Trouble } from './evaluate'
import { figureText } from './figure-text'
import { printedBlocks, printedRun } from './printed-prose'
import type { TableValues } from './table-values'

/** A linked figure of a slot: offsets in the slot's text, what it shows, and the line around it. */
export interface LinkedFigure {
  run: FigureRun
  start: number
  end: number
  text: string
  trouble?: Trouble
  /** The words of its line before and after it. */
  before: string
  after: string
}

interface Known {
  numbering: Numbering
  values: TableValues
  figures: LinkedFigure[]
}

const cache = new WeakMap<Block[], Known>()

/** The linked figures of a slot in reading order. */
export function linkedFigures(blocks: Block[], numbering: Numbering, values: TableValues): LinkedFigure[] {
  const text = printedBlocks(blocks, values)
  if (text === blocks) return []
  const known = cache.get(blocks)
  if (known?.numbering === numbering && known.values === values) return known.figures
  const figures = slotLines(text, numbering).flatMap(({ block: index, line, mark, text: words, start }) => {
    const block = blocks[index]
    let at = 0
    return (block ? (lineRuns(block)[line] ?? []) : []).flatMap((run): LinkedFigure[] => {
      const from = at
      at += printedRun(run, values).text.length
      if (run.kind === 'text') return []
      const place = { start: start + mark.length + from, end: start + mark.length + at }
      return [
        { run, ...place, ...figureText(run, values), before: words.slice(0, from), after: words.slice(at) },
      ]
    })
  })
  cache.set(blocks, { numbering, values, figures })
  return figures
}
