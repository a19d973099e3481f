import type { Run } from '../draft/draft'
import { printedRun } from '../linked/printed-prose'
import type { TableValues } from '../linked/table-values'

/** A run and what it shows: a linked figure shows what the tables hold. */
export interface ShownRun {
  run: Run
  text: string
}

export function shownRuns(runs: Run[], values: TableValues): ShownRun[] {
  return runs.map((run) => ({ run, text: printedRun(run, values).text }))
}

export function shownText(runs: ShownRun[]): string {
  return runs.map(({ text }) => text).join('')
}

/** Text of the clerk's own, or none. */
export function plainShown(text: string, bold?: true): ShownRun[] {
  return text === '' ? [] : [{ run: { kind: 'text', text, ...(bold && { bold }) }, text }]
}

/** The runs between two offsets of what they show. A figure of which only a part is left is text from then on. */
export function sliceShown(runs: ShownRun[], from: number, to = Number.POSITIVE_INFINITY): ShownRun[] {
  let start = 0
  return runs.flatMap((one): ShownRun[] => {
    const [first, last] = [start, start + one.text.length]
    start = last
    if (first >= from && last <= to) return [one]
    return plainShown(one.text.slice(Math.max(0, from - first), Math.max(0, to - first)), one.run.bold)
  })
}

/** As the draft holds them, neighbours of the same look as one. */
export function keptRuns(runs: ShownRun[]): Run[] {
  const made: Run[] = []
  for (const { run } of runs) {
    const last = made.at(-1)
    if (
      last?.kind === 'text' &&
      run.kind === 'text' &&
      last.bold === run.bold &&
      last.carried === run.carried &&
      !run.carried
    )
      made[made.length - 1] = { ...last, text: last.text + run.text }
    else made.push(run)
  }
  return made
}
