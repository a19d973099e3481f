import type { TextRun } from '../draft/draft'
import { cleanText } from '../prose/clean-text'
import type { DocumentRun } from './document'

/** Runs on one line as they may be printed: line breaks are spaces, blank ends go, for the page sets the indent. */
export function composeRuns(runs: TextRun[]): DocumentRun[] {
  return tidy(runs.map((run) => ({ ...look(run), text: cleanText(run.text).replaceAll('\n', ' ') })))
}

/** The same, a line break beginning a new line of runs. At least one line, which may be empty. */
export function composeRunLines(runs: TextRun[]): DocumentRun[][] {
  const lines: DocumentRun[][] = [[]]
  for (const run of runs) {
    cleanText(run.text)
      .split('\n')
      .forEach((text, index) => {
        if (index > 0) lines.push([])
        lines.at(-1)?.push({ ...look(run), text })
      })
  }
  const [first = [], ...more] = lines.map(tidy)
  return [first, ...more.filter((line) => line.length > 0)]
}

/** A mark in front of a line: （一）, 1., 一是. */
export function marked(mark: string, runs: DocumentRun[]): DocumentRun[] {
  if (mark === '') return runs
  const [first, ...rest] = runs
  return first && !first.bold ? [{ text: mark + first.text }, ...rest] : [{ text: mark }, ...runs]
}

function look({ bold }: TextRun): Omit<DocumentRun, 'text'> {
  return bold ? { bold } : {}
}

function tidy(runs: DocumentRun[]): DocumentRun[] {
  const texts = runs.map(({ text }) => text)
  const first = texts.findIndex((text) => text.trim() !== '')
  const last = texts.findLastIndex((text) => text.trim() !== '')
  return runs
    .slice(Math.max(first, 0), last + 1)
    .map((run, index, kept) => {
      const text = index === 0 ? run.text.trimStart() : run.text
      return { ...run, text: index === kept.length - 1 ? text.trimEnd() : text }
    })
    .filter(({ text }) => text !== '')
}
