import { type CellInfo, cellsOf } from '../../format/cells'
import type { Format } from '../../format/format'
import type { Draft, Entry } from '../draft'
import { entryText, readEntry } from '../read-entry'
import type { Member } from './members'

export interface SalvagedFigures {
  figures: Record<string, Entry>
  /** Cells whose line is there but proves nothing, by name, and what else could not be read. */
  lost: string[]
}

const figureLine = /^ {4}"([A-Za-z0-9.]+)": (.+?),?$/

interface Read {
  cell: CellInfo
  rank: number
  entry: Entry | undefined
}

/**
 * The figures of a damaged file, one to a line. A line counts only where all of it is as this app writes it: a cell
 * of the format, a value the cell accepts, in its place in the order of the tables and there once. A single flipped
 * bit can turn one cell's address into another's: that breaks the order or doubles the cell.
 */
export function salvageFigures(format: Format, lines: Member[]): SalvagedFigures {
  const ranks = new Map(cellsOf(format).map((cell, rank) => [cell.cell, { cell, rank }]))
  const read = lines.map((line) => readLine(line, ranks))
  const inOrder = read.map((one, index) => {
    const before = read.slice(0, index).findLast((other) => other !== undefined)
    const after = read.slice(index + 1).find((other) => other !== undefined)
    return (
      one !== undefined &&
      (before === undefined || before.rank < one.rank) &&
      (after === undefined || one.rank < after.rank)
    )
  })
  const good = read.flatMap((one, index) =>
    one?.entry !== undefined && inOrder[index] ? [[one.cell.cell, one.entry] as const] : [],
  )
  const lost = read.flatMap((one, index) => {
    if (one === undefined) return [unreadable(read, index)]
    return one.entry === undefined || !inOrder[index] ? [one.cell.name] : []
  })
  return { figures: Object.fromEntries(good), lost }
}

/**
 * Whether the text names a cell twice: to JSON the last one counts, to us neither does. A single flipped bit turns
 * the address of （六）其他处理 1 into that of 3.
 */
export function hasDoubledFigures(text: string, { figures }: Draft): boolean {
  // What was carried over lies at the same depth, a record to a cell.
  const lines = text.match(/^ {4}"t\d[A-Za-z0-9.]*": (?!\{)/gm) ?? []
  return lines.length > Object.keys(figures).length
}

function readLine(
  { lines, closed }: Member,
  ranks: Map<string, { cell: CellInfo; rank: number }>,
): Read | undefined {
  const match = lines.length === 1 ? figureLine.exec(lines[0] ?? '') : null
  const known = match && ranks.get(match[1] ?? '')
  if (!match || !known) return undefined
  return { ...known, entry: closed ? acceptedEntry(known.cell, match[2] ?? '') : undefined }
}

/** The value as this app writes it and the cell accepts it; anything else may be half of what was there. */
function acceptedEntry({ holds }: CellInfo, text: string): Entry | undefined {
  const value = parsed(text)
  if (typeof value !== 'number' && typeof value !== 'string') return undefined
  if (JSON.stringify(value) !== text) return undefined
  const read = readEntry(holds, entryText(holds, value))
  return read.kind === 'value' && read.entry === value ? value : undefined
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

function unreadable(read: (Read | undefined)[], index: number): string {
  const before = read.slice(0, index).findLast((other) => other !== undefined)
  return before ? `表格数字：“${before.cell.name}”之后的一处` : '表格数字：开头的一处'
}
