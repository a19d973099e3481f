import type { Block, Run } from '../draft/draft'
import type { TableValues } from '../linked/table-values'
import { cleanText } from '../prose/clean-text'
import { blockMarks, listMark, type Numbering } from '../prose/marks'
import { plainShown, type ShownRun, shownRuns, shownText, sliceShown } from './shown-runs'

/** One printed line of a slot with the piece of its block that it is; a table or a picture counts as one. */
export interface ProseUnit {
  block: number
  /** Item of a list; 0 in every other block. */
  item: number
  /** 0 begins the paragraph, 1 … follow after a line break in it. */
  part: number
  role: 'text' | 'caption' | 'table' | 'image'
  /** （一）, 1., 一是 …; '' where the app prints none. */
  mark: string
  runs: ShownRun[]
  /** Characters of the runs that are a run-in heading. */
  heading: number
  /** Cells of a table. */
  rows: ShownRun[][][]
}

/** Every line of a slot, those too that print nothing. */
export function proseUnits(blocks: Block[], numbering: Numbering, values: TableValues): ProseUnit[] {
  const marks = blockMarks(blocks, numbering)
  return blocks.flatMap((block, index) => unitsOf(block, index, marks[index] ?? '', values))
}

/** What is printed of a line without its mark. */
export function unitText({ role, runs, rows }: ProseUnit): string {
  if (role === 'table') return rows.map((row) => row.map(cellLine).join('\t')).join('\n')
  return role === 'image' ? '' : cleanText(shownText(runs)).replaceAll('\n', ' ').trim()
}

/** A line nobody sees. */
export function isUnprinted(unit: ProseUnit): boolean {
  return unit.role === 'image' || (unit.mark === '' && unitText(unit).trim() === '')
}

export function cellLine(runs: ShownRun[]): string {
  return cleanText(shownText(runs)).replaceAll('\n', ' ').trim()
}

function unitsOf(block: Block, index: number, mark: string, values: TableValues): ProseUnit[] {
  const shown = (runs: Run[]) => shownRuns(runs, values)
  const unit = (more: Partial<ProseUnit>): ProseUnit => ({
    ...{ block: index, item: 0, part: 0, role: 'text', mark: '', runs: [], heading: 0, rows: [] },
    ...more,
  })
  switch (block.kind) {
    case 'heading':
      return [unit({ mark, runs: shown(block.text) })]
    case 'numbered':
    case 'paragraph':
      return runLines(shown(block.text)).map((runs, part) =>
        unit({ part, runs, mark: part === 0 ? mark : '' }),
      )
    case 'runInHeading':
      return runLines(shown(block.text)).map((runs, part) =>
        part === 0
          ? unit({
              mark,
              runs: [...shown(block.heading), ...runs],
              heading: shownText(shown(block.heading)).length,
            })
          : unit({ part, runs }),
      )
    case 'list':
      return block.items.flatMap((item, at) =>
        runLines(shown(item)).map((runs, part) =>
          unit({ item: at, part, runs, mark: part === 0 ? listMark(at) : '' }),
        ),
      )
    case 'image':
      return [
        unit({ role: 'image' }),
        unit({
          role: 'caption',
          runs: plainShown(block.caption ?? ''),
        }),
      ]
    case 'table':
      return [unit({ role: 'table', rows: block.rows.map((row) => row.map(shown)) })]
  }
}

const BREAK = /\r\n|[\n\r\v\f\u0085\u2028\u2029]/gu

/** The runs of each line; at least one line. */
function runLines(runs: ShownRun[]): ShownRun[][] {
  const text = shownText(runs)
  const lines: ShownRun[][] = []
  let start = 0
  for (const { index, 0: mark } of text.matchAll(BREAK)) {
    lines.push(sliceShown(runs, start, index))
    start = index + mark.length
  }
  return [...lines, sliceShown(runs, start)]
}
