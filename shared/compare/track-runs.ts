import type { Change, DocumentRun } from '../compose/document'
import { textDiff } from './text-diff'

export function runsText(runs: DocumentRun[]): string {
  return runs.map(({ text }) => text).join('')
}

/** This year's runs with last year's in between: what stayed looks as this year, what changed is marked. */
export function trackRuns(last: DocumentRun[], now: DocumentRun[], by: string): DocumentRun[] {
  const [before, after] = [runsText(last), runsText(now)]
  if (before === after) return now
  let [inLast, inNow] = [0, 0]
  const runs: DocumentRun[] = []
  for (const { kind, text } of textDiff(before, after)) {
    const old = kind === 'added' ? [] : cut(last, inLast, inLast + text.length)
    const current = kind === 'removed' ? [] : cut(now, inNow, inNow + text.length)
    if (kind !== 'added') inLast += text.length
    if (kind !== 'removed') inNow += text.length
    runs.push(...(kind === 'same' ? current : changedRuns([...old, ...current], { kind, by })))
  }
  return runs
}

function changedRuns(runs: DocumentRun[], change: Change): DocumentRun[] {
  return runs.map((run) => ({ ...run, change }))
}

/** The runs without those of the other year, and without marks. */
export function runsWithout(runs: DocumentRun[], kind: Change['kind']): DocumentRun[] {
  return runs.flatMap(({ change, ...run }) => (change?.kind === kind ? [] : [run]))
}

/** The runs between two offsets of their text. */
function cut(runs: DocumentRun[], from: number, to: number): DocumentRun[] {
  let start = 0
  return runs.flatMap((run) => {
    const text = run.text.slice(Math.max(0, from - start), Math.max(0, to - start))
    start += run.text.length
    return text === '' ? [] : [{ ...run, text }]
  })
}
