import type { Run, TextRun } from '../draft/draft'

/** One plain run, or none where there is no text. */
export function plainRuns(text: string): TextRun[] {
  return text === '' ? [] : [{ kind: 'text', text }]
}

/** What stands for a linked figure where only the words around it matter (Unicode's object replacement character). */
export const figurePlace = '\ufffc'

/** The runs' text with one character for each linked figure. */
export function wordsAround(runs: Run[]): string {
  return runs.map(placedText).join('')
}

/**
 * The runs between two offsets of their text (UTF-16 units, as in strings), each keeping its look. A linked figure
 * takes one place, as in wordsAround.
 */
export function sliceRuns<R extends Run>(runs: R[], from: number, to = Number.POSITIVE_INFINITY): R[] {
  const cut: R[] = []
  let start = 0
  for (const run of runs) {
    const all = placedText(run)
    const text = all.slice(Math.max(0, from - start), Math.max(0, to - start))
    if (text !== '') cut.push(run.kind === 'text' ? { ...run, text } : run)
    start += all.length
  }
  return cut
}

function placedText(run: Run): string {
  return run.kind === 'text' ? run.text : figurePlace
}
