import type { Run } from '../draft/draft'

/** One plain run, or none where there is no text. */
export function plainRuns(text: string): Run[] {
  return text === '' ? [] : [{ kind: 'text', text }]
}

/** The runs between two offsets of their text (UTF-16 units, as in strings), each keeping its look. */
export function sliceRuns(runs: Run[], from: number, to = Number.POSITIVE_INFINITY): Run[] {
  const cut: Run[] = []
  let start = 0
  for (const run of runs) {
    const text = run.text.slice(Math.max(0, from - start), Math.max(0, to - start))
    if (text !== '') cut.push({ ...run, text })
    start += run.text.length
  }
  return cut
}
