import type { TextBlock, TextRun } from '../draft/draft'
import { markedBlock, proseFromLines, readMark, type WrittenMark, writtenMark } from '../prose/from-text'
import { type Counts, countBlocks } from '../prose/marks'
import { runsText } from '../prose/plain-text'
import { sliceRuns } from '../prose/runs'
import { tableGrid } from './table-grid'
import { cellText, paragraphText, type WordBlock, type WordParagraph, type WordTable } from './word-document'

/** Prose of one slot as blocks; `image` gives the draft's name of a picture, undefined where it was not taken. */
export function readProse(blocks: WordBlock[], image: (path: string) => string | undefined): TextBlock[] {
  const prose: TextBlock[] = []
  let lines: TextRun[][] = []
  const flush = () => {
    prose.push(...proseFromLines(lines, countBlocks(prose)))
    lines = []
  }
  for (const block of blocks) {
    if (block.kind === 'table') {
      flush()
      prose.push(readTable(block))
      continue
    }
    const hashes = block.images.flatMap((path) => image(path) ?? [])
    if (hashes.length > 0) {
      flush()
      prose.push(...hashes.map((hash): TextBlock => ({ kind: 'image', image: hash })))
    }
    const [first = [], ...more] = linesOf(block)
    if (first.length === 0 && more.length === 0) continue
    const last = prose.at(-1)
    if (lines.length === 0 && last?.kind === 'image' && last.caption === undefined && isCaption(block)) {
      last.caption = paragraphText(block).trim()
      continue
    }
    const styled = styledBlock(block, first, () => {
      flush()
      return countBlocks(prose)
    })
    if (styled) prose.push(styled)
    else lines.push(first)
    lines.push(...more)
  }
  flush()
  return prose
}

function isCaption({ style = '' }: WordParagraph): boolean {
  return /caption|题注/iu.test(style)
}

/** A paragraph's lines, its automatic number at the head of the first. */
function linesOf({ runs, number = '' }: WordParagraph): TextRun[][] {
  const lines: TextRun[][] = [number === '' ? [] : [{ kind: 'text', text: number }]]
  for (const { text, bold } of runs)
    text.split('\n').forEach((part, index) => {
      if (index > 0) lines.push([])
      const line = lines.at(-1)
      const last = line?.at(-1)
      if (part === '' || !line) return
      if (last && (last.bold ?? false) === (bold ?? false)) last.text += part
      else line.push({ kind: 'text', text: part, ...(bold && { bold }) })
    })
  return lines
}

/**
 * A heading, run-in heading or numbered paragraph of a document whose styles tell them apart; undefined where the text
 * alone has to tell, or carries a number the app would not print.
 */
function styledBlock(block: WordParagraph, line: TextRun[], counts: () => Counts): TextBlock | undefined {
  const isHeading = block.outline !== undefined && block.outline > 0
  const isOwnBody = block.style === 'BodyText' && block.outline === undefined
  if (!isHeading && !isOwnBody) return undefined
  const text = runsText(line)
  if (!writtenMark(text.trimStart()) && !BEFORE_YEAR.test(text.trimStart())) return undefined
  const start = text.length - text.trimStart().length
  const mark = nextMark(text.trimStart(), counts())
  if (!mark) return undefined
  const level = mark.level
  const rest = sliceRuns(line, start + mark.length)
  const heading = headingLength(block) - start - mark.length
  if (isHeading && heading >= 0 && heading < runsText(rest).length && isRunIn(block))
    return {
      kind: 'runInHeading',
      level,
      heading: sliceRuns(rest, 0, heading),
      text: sliceRuns(rest, heading),
    }
  if (isHeading) return isRunIn(block) ? markedBlock(level, rest) : { kind: 'heading', level, text: rest }
  return { kind: 'numbered', level, text: rest }
}

/** In plain text 1.2025 may be a decimal; a paragraph of the app's own that begins with a year is none. */
const BEFORE_YEAR = /^(\d{1,3})\.(?=20\d\d年)/u

function nextMark(text: string, counts: Counts): WrittenMark | undefined {
  const [mark, number] = BEFORE_YEAR.exec(text) ?? []
  if (mark === undefined) return readMark(text, counts)
  return Number(number) === counts[1] + 1 ? { level: 2, length: mark.length } : undefined
}

/** Part of the paragraph has a heading's look as its own, the rest has not. */
function isRunIn({ runs }: WordParagraph): boolean {
  return runs[0]?.style !== undefined
}

function headingLength({ runs }: WordParagraph): number {
  const first = runs.findIndex(({ style }) => style === undefined)
  return runs.slice(0, first < 0 ? runs.length : first).reduce((sum, { text }) => sum + text.length, 0)
}

function readTable(table: WordTable): TextBlock {
  const grid = tableGrid(table)
  const rows = grid.rows.map(({ cells }, index): TextRun[][] =>
    Array.from({ length: grid.columns }, (_, column): TextRun[] => {
      const cell = cells.find(({ left, top }) => left === column && top === index)
      const text = cell?.text.replace(/\n/gu, ' ').trim() ?? ''
      if (text === '') return []
      const source = table.rows[index]?.cells.find((one) => cellText(one) === cell?.text)
      const isBold = source?.blocks.every(
        (one) => one.kind === 'paragraph' && one.runs.length > 0 && one.runs.every(({ bold }) => bold),
      )
      return [{ kind: 'text', text, ...(isBold && { bold: true as const }) }]
    }),
  )
  return { kind: 'table', header: table.rows[0]?.isHeader ?? false, rows }
}
