import type { Block, Run } from '../draft/draft'
import { cleanText } from '../prose/clean-text'
import { blockMarks, listMark, type Numbering } from '../prose/marks'
import { runsText } from '../prose/plain-text'
import { sliceRuns } from '../prose/runs'

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
  runs: Run[]
  /** Characters of the runs that are a run-in heading. */
  heading: number
  /** Cells of a table. */
  rows: Run[][][]
}

/** Every line of a slot, those too that print nothing. */
export function proseUnits(blocks: Block[], numbering: Numbering): ProseUnit[] {
  const marks = blockMarks(blocks, numbering)
  return blocks.flatMap((block, index) => unitsOf(block, index, marks[index] ?? ''))
}

/** What is printed of a line without its mark. */
export function unitText({ role, runs, rows }: ProseUnit): string {
  if (role === 'table') return rows.map((row) => row.map(cellLine).join('\t')).join('\n')
  return role === 'image' ? '' : cleanText(runsText(runs)).replaceAll('\n', ' ').trim()
}

/** A line nobody sees. */
export function isUnprinted(unit: ProseUnit): boolean {
  return unit.role === 'image' || (unit.mark === '' && unitText(unit).trim() === '')
}

export function cellLine(runs: Run[]): string {
  return cleanText(runsText(runs)).replaceAll('\n', ' ').trim()
}

function unitsOf(block: Block, index: number, mark: string): ProseUnit[] {
  const unit = (more: Partial<ProseUnit>): ProseUnit => ({
    ...{ block: index, item: 0, part: 0, role: 'text', mark: '', runs: [], heading: 0, rows: [] },
    ...more,
  })
  switch (block.kind) {
    case 'heading':
      return [unit({ mark, runs: block.text })]
    case 'numbered':
    case 'paragraph':
      return runLines(block.text).map((runs, part) => unit({ part, runs, mark: part === 0 ? mark : '' }))
    case 'runInHeading':
      return runLines(block.text).map((runs, part) =>
        part === 0
          ? unit({ mark, runs: [...block.heading, ...runs], heading: runsText(block.heading).length })
          : unit({ part, runs }),
      )
    case 'list':
      return block.items.flatMap((item, at) =>
        runLines(item).map((runs, part) =>
          unit({ item: at, part, runs, mark: part === 0 ? listMark(at) : '' }),
        ),
      )
    case 'image':
      return [
        unit({ role: 'image' }),
        unit({
          role: 'caption',
          runs: block.caption === undefined ? [] : [{ kind: 'text', text: block.caption }],
        }),
      ]
    case 'table':
      return [unit({ role: 'table', rows: block.rows })]
  }
}

const BREAK = /\r\n|[\n\r\v\f\u0085\u2028\u2029]/gu

/** The runs of each line; at least one line. */
function runLines(runs: Run[]): Run[][] {
  const text = runsText(runs)
  const lines: Run[][] = []
  let start = 0
  for (const { index, 0: mark } of text.matchAll(BREAK)) {
    lines.push(sliceRuns(runs, start, index))
    start = index + mark.length
  }
  return [...lines, sliceRuns(runs, start)]
}
