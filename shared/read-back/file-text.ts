import type { Format } from '../format/format'
import type { FigureReport } from '../import/import-report'
import { readFigures } from '../import/read-figures'
import { tableGrid } from '../import/table-grid'
import { paragraphText, type WordDocument, type WordTable } from '../import/word-document'

/** What a Word file of a report says, line by line, for comparison with a draft. */
export interface FileText {
  lines: FileLine[]
  figures: Omit<FigureReport, 'taken'>
  /** How many pictures stand in its text. */
  pictures: number
}

export type FileLine =
  | { kind: 'text'; text: string }
  /** A table of the office's own. */
  | { kind: 'table'; rows: string[][] }
  /** A piece of an official table; its figures are read by what its labels say. */
  | { kind: 'officialTable'; table: string }

export function fileText({ blocks }: WordDocument, format: Format): FileText {
  const { tables, values, doubtful, missing, blank } = readFigures(blocks, format)
  const lines = blocks.flatMap((block): FileLine[] => {
    if (block.kind === 'table') return [tableLine(block, tables)]
    const text = (block.number ?? '') + paragraphText(block)
    return text
      .split('\n')
      .map((line) => line.trim())
      .filter((line) => line !== '')
      .map((line) => ({ kind: 'text', text: line }))
  })
  const pictures = blocks.reduce(
    (sum, block) => sum + (block.kind === 'paragraph' ? block.images.length : 0),
    0,
  )
  return { lines, figures: { values, doubtful, missing, blank }, pictures }
}

function tableLine(table: WordTable, official: Map<WordTable, string>): FileLine {
  const id = officialTable(table, official)
  if (id !== undefined) return { kind: 'officialTable', table: id }
  const grid = tableGrid(table)
  return {
    kind: 'table',
    rows: grid.rows.map(({ cells }, index) =>
      Array.from({ length: Math.min(grid.columns, MOST_COLUMNS) }, (_, column) => {
        const cell = cells.find(({ left, top }) => left === column && top === index)
        return cell?.text.replace(/\s+/gu, ' ').trim() ?? ''
      }),
    ),
  }
}

const MOST_COLUMNS = 60

/** The official table that is this one or stands inside it. */
function officialTable(table: WordTable, official: Map<WordTable, string>): string | undefined {
  const own = official.get(table)
  if (own !== undefined) return own
  for (const { blocks } of table.rows.flatMap(({ cells }) => cells))
    for (const block of blocks) {
      const inner = block.kind === 'table' ? officialTable(block, official) : undefined
      if (inner !== undefined) return inner
    }
  return undefined
}
