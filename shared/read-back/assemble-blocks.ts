import type { Block, Run, TextRun } from '../draft/draft'
import { proseFromLines } from '../prose/from-text'
import { countBlocks, listMark } from '../prose/marks'
import { plainRuns } from '../prose/runs'
import { markOf } from './compare-lines'
import type { FileLine } from './file-text'
import type { ProseUnit } from './prose-units'
import { keptRuns, plainShown, type ShownRun, shownText, sliceShown } from './shown-runs'

/** A line of the slot as it is to be: one of the draft's own, or one that was written in the file. */
export type Assembled = { unit: ProseUnit } | { line: Exclude<FileLine, { kind: 'officialTable' }> }

/**
 * Blocks that print these lines; a block whose lines are all there, untouched, is the very same.
 *
 * @param units the lines of the blocks as they are
 */
export function assembleBlocks(blocks: Block[], units: ProseUnit[], lines: Assembled[]): Block[] {
  const made: Block[] = []
  for (let at = 0; at < lines.length; ) {
    const line = lines[at]
    if (line && 'unit' in line) {
      const group = ownGroup(lines, at)
      const block = blocks[line.unit.block]
      const own = units.filter((unit) => unit.block === line.unit.block)
      const isUntouched =
        own.length === group.length && group.every((one, index) => 'unit' in one && one.unit === own[index])
      made.push(...(block && isUntouched ? [block] : blocksOf(block, group)))
      at += group.length
      continue
    }
    const group = freshGroup(lines, at)
    addFresh(made, group)
    at += group.length
  }
  return made
}

/** The lines from here on that stay one block; what was written between the items of a list stays in the list. */
function ownGroup(lines: Assembled[], from: number): Assembled[] {
  const first = lines[from]
  if (!first || !('unit' in first)) return []
  const { block } = first.unit
  const isOwn = (line: Assembled | undefined) =>
    line !== undefined && 'unit' in line && line.unit.block === block
  let end = from + 1
  while (isOwn(lines[end])) end++
  const next = lines.findIndex((line, at) => at > end && isOwn(line))
  if (next < 0) return lines.slice(from, end)
  const between = lines.slice(end, next)
  const isText = between.every((line) => 'line' in line && line.line.kind === 'text')
  return isText && first.unit.role === 'text'
    ? [...lines.slice(from, end), ...between, ...ownGroup(lines, next)]
    : lines.slice(from, end)
}

function freshGroup(lines: Assembled[], from: number): FileLine[] {
  const group: FileLine[] = []
  for (const line of lines.slice(from)) {
    if ('unit' in line) break
    group.push(line.line)
  }
  return group
}

function addFresh(made: Block[], lines: FileLine[]): void {
  let waiting: TextRun[][] = []
  const flush = () => {
    made.push(...proseFromLines(waiting, countBlocks(made)))
    waiting = []
  }
  for (const line of lines) {
    const list = made.at(-1)
    if (line.kind === 'text') {
      const mark = markOf(line.text)
      const goesOn = mark?.kind === 'list' && !line.text.startsWith(listMark(0))
      if (waiting.length === 0 && list?.kind === 'list' && mark && goesOn)
        made[made.length - 1] = { ...list, items: [...list.items, plainRuns(line.text.slice(mark.length))] }
      else waiting.push(plainRuns(line.text))
      continue
    }
    flush()
    if (line.kind === 'table')
      made.push({ kind: 'table', header: false, rows: line.rows.map((row) => row.map(plainRuns)) })
  }
  flush()
}

function blocksOf(block: Block | undefined, group: Assembled[]): Block[] {
  if (!block) return []
  const units = group.flatMap((line) => ('unit' in line ? [line.unit] : []))
  switch (block.kind) {
    case 'heading':
    case 'numbered':
    case 'paragraph':
    case 'runInHeading':
      return textBlocks(block, group)
    case 'list':
      return listBlocks(block, group)
    case 'image': {
      const { caption: _before, ...image } = block
      const text = shownText(units.find(({ role }) => role === 'caption')?.runs ?? [])
      const own: Block = text === '' ? image : { ...image, caption: text }
      return [block.caption === '' && text === '' ? block : own]
    }
    case 'table':
      return [{ ...block, rows: units[0]?.rows.map((row) => row.map(keptRuns)) ?? block.rows }]
  }
}

type TextBlock = Extract<Block, { text: Run[] }>

function textBlocks(block: TextBlock, group: Assembled[]): Block[] {
  const [first] = group
  const head = first && 'unit' in first && first.unit.part === 0 ? first.unit : undefined
  const lines = group.map(runsOf)
  if (!head) return lines.map((runs): Block => ({ kind: 'paragraph', text: keptRuns(runs) }))
  const text = lines.flatMap((runs, at): ShownRun[] => (at === 0 ? runs : withBreak(runs)))
  if (block.kind !== 'runInHeading') return [{ ...block, text: keptRuns(text) }]
  if (head.heading === 0) return [{ kind: 'numbered', level: block.level, text: keptRuns(text) }]
  return [
    {
      ...block,
      heading: keptRuns(sliceShown(text, 0, head.heading)),
      text: keptRuns(sliceShown(text, head.heading)),
    },
  ]
}

function listBlocks(block: Extract<Block, { kind: 'list' }>, group: Assembled[]): Block[] {
  const items: ShownRun[][] = []
  for (const line of group) {
    const mark = 'line' in line && line.line.kind === 'text' ? markOf(line.line.text) : undefined
    const last = items.length - 1
    if ('unit' in line ? line.unit.part === 0 : mark?.kind === 'list')
      items.push(
        mark && 'line' in line && line.line.kind === 'text'
          ? plainShown(line.line.text.slice(mark.length))
          : runsOf(line),
      )
    else if (last < 0) items.push(runsOf(line))
    else items[last] = [...(items[last] ?? []), ...withBreak(runsOf(line))]
  }
  return items.length > 0 ? [{ ...block, items: items.map(keptRuns) }] : []
}

function runsOf(line: Assembled): ShownRun[] {
  if ('unit' in line) return line.unit.runs
  return line.line.kind === 'text' ? plainShown(line.line.text) : []
}

/** A line break in front of the runs. */
function withBreak(runs: ShownRun[]): ShownRun[] {
  return [...plainShown('\n', runs[0]?.run.bold), ...runs]
}
