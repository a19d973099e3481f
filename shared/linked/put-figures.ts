import type { Block, Run } from '../draft/draft'
import { mapRuns } from '../prose/map-runs'
import type { Numbering } from '../prose/marks'
import { cellSeparator, runsText, slotLines } from '../prose/plain-text'
import type { Replacement } from './linkable'
import { printedBlocks, printedRun } from './printed-prose'
import type { TableValues } from './table-values'

/** The blocks with linked figures in the place of written numbers; what is bold stays so, nothing else changes. */
export function putFigures(
  blocks: Block[],
  numbering: Numbering,
  values: TableValues,
  replacements: Pick<Replacement, 'start' | 'end' | 'run'>[],
): Block[] {
  const starts = runStarts(blocks, numbering, values)
  let at = 0
  return mapRuns(blocks, (runs: Run[]): Run[] => {
    const start = starts[at]
    at += 1
    if (start === undefined) return runs
    const end = start + runs.reduce((length, run) => length + printedRun(run, values).text.length, 0)
    const here = replacements.filter((one) => one.start >= start && one.end <= end)
    return here.reduceRight(
      (changed, one) => put(changed, one.start - start, one.end - start, one.run, values),
      runs,
    )
  })
}

/** Between these offsets the figure; a place inside a figure that stands there already is none. */
function put(runs: Run[], from: number, to: number, figure: Run, values: TableValues): Run[] {
  const changed: Run[] = []
  let at = 0
  let done = false
  for (const run of runs) {
    const { text } = printedRun(run, values)
    const [start, end] = [at, at + text.length]
    at = end
    if (run.kind === 'figure' || end <= from || start >= to) {
      changed.push(run)
      continue
    }
    const [head, tail] = [text.slice(0, Math.max(0, from - start)), text.slice(to - start)]
    if (head !== '') changed.push({ ...run, text: head })
    if (!done) changed.push(run.bold ? { ...figure, bold: run.bold } : figure)
    done = true
    if (end > to && tail !== '') changed.push({ ...run, text: tail })
  }
  return changed
}

/** Where each stretch of runs begins in the slot's text, in the order mapRuns goes; undefined: it prints nothing. */
function runStarts(blocks: Block[], numbering: Numbering, values: TableValues): (number | undefined)[] {
  const text = printedBlocks(blocks, values)
  const lines = new Map(
    slotLines(text, numbering).map(({ block, line, mark, start }) => [
      `${block}.${line}`,
      start + mark.length,
    ]),
  )
  return text.flatMap((block, index): (number | undefined)[] => {
    const at = (line: number) => lines.get(`${index}.${line}`)
    const first = at(0)
    switch (block.kind) {
      case 'image':
        return []
      case 'runInHeading':
        return [first, first === undefined ? undefined : first + runsText(block.heading).length]
      case 'list':
        return block.items.map((_, line) => at(line))
      case 'table':
        return block.rows.flatMap((row, line) => {
          let offset = at(line)
          return row.map((cell) => {
            const start = offset
            if (offset !== undefined) offset += runsText(cell).length + cellSeparator.length
            return start
          })
        })
      default:
        return [first]
    }
  })
}
