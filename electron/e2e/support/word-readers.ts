import { execFileSync } from 'node:child_process'
import { join } from 'node:path'
import { pythonWithDocx } from './python'

/** A report as a program reads it that knows nothing of this app. */
export interface ReadReport {
  /** Outside the tables; empty ones too. */
  paragraphs: { style: string; text: string }[]
  /** Rows of texts; a merged cell's text stands in every place it covers. */
  tables: string[][][]
}

export interface ReadDocx extends ReadReport {
  title: string
  author: string
  language: string
}

/** Reads Word files with python-docx. */
export function readWithPython(paths: string[]): ReadDocx[] {
  const python = pythonWithDocx()
  if (!python)
    throw new Error('python3 with the module docx is missing (Debian: apt-get install python3-docx)')
  const reader = join(import.meta.dirname, '../../../build/checks/read_docx.py')
  return JSON.parse(execFileSync(python, [reader, ...paths], { encoding: 'utf8', maxBuffer: 1 << 28 }))
}

/** Reads a Word file with pandoc. */
export function readWithPandoc(path: string): ReadReport {
  const json = execFileSync('pandoc', ['--from', 'docx', '--to', 'json', path], {
    encoding: 'utf8',
    maxBuffer: 1 << 28,
  })
  const { meta, blocks } = JSON.parse(json) as { meta: Record<string, unknown>; blocks: PandocNode[] }
  // Pandoc takes what has the style of a title for a property of the document.
  const titles = [meta.title, meta.subtitle].map((title) => ({ style: 'Title', text: pandocText(title) }))
  const report: ReadReport = { paragraphs: titles, tables: [] }
  for (const block of blocks) {
    if (block.t === 'Table') report.tables.push(pandocTable(block))
    else report.paragraphs.push({ style: block.t, text: pandocText(block) })
  }
  return report
}

/** An element of pandoc's tree: its kind and, by kind, what it holds. */
interface PandocNode {
  t: string
  c?: unknown
}

function pandocText(node: unknown): string {
  if (Array.isArray(node)) return node.map(pandocText).join('')
  if (!isNode(node)) return ''
  if (node.t === 'Str') return String(node.c)
  // Its text stands for the picture where it cannot be seen.
  if (node.t === 'Image') return ''
  if (node.t === 'Space' || node.t === 'SoftBreak') return ' '
  return node.t === 'LineBreak' ? '\n' : pandocText(node.c)
}

function isNode(value: unknown): value is PandocNode {
  return typeof value === 'object' && value !== null && 't' in value
}

type PandocCell = [attributes: unknown, alignment: unknown, rowSpan: number, colSpan: number, blocks: unknown]
type PandocRow = [attributes: unknown, cells: PandocCell[]]
type PandocTable = [
  attributes: unknown,
  caption: unknown,
  columns: unknown,
  head: [attributes: unknown, rows: PandocRow[]],
  bodies: [attributes: unknown, headColumns: unknown, head: PandocRow[], body: PandocRow[]][],
]

function pandocTable({ c }: PandocNode): string[][] {
  const [, , , [, head], bodies] = c as PandocTable
  const rows = [...head, ...bodies.flatMap(([, , above, below]) => [...above, ...below])]
  return spread(
    rows.map(([, cells]) =>
      cells.map(([, , rowSpan, colSpan, blocks]) => ({ text: pandocText(blocks), rowSpan, colSpan })),
    ),
  )
}

export interface SpanningText {
  text: string
  rowSpan: number
  colSpan: number
}

/** A table of cells with spans as a grid in which a cell's text stands in every place it covers. */
export function spread(rows: SpanningText[][]): string[][] {
  const grid: string[][] = rows.map(() => [])
  rows.forEach((cells, row) => {
    for (const { text, rowSpan, colSpan } of cells) {
      const places = grid[row] ?? []
      let column = 0
      while (places[column] !== undefined) column++
      for (const covered of grid.slice(row, row + rowSpan))
        for (let across = column; across < column + colSpan; across++) covered[across] = text
    }
  })
  return grid
}
