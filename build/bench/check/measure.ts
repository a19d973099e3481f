import { sampleDrafts } from '../../../electron/e2e/support/sample-drafts'
import { carryOver } from '../../../shared/carry-over/carry-over'
import { check } from '../../../shared/check/check'
import type { Block, Draft } from '../../../shared/draft/draft'
import type { Format } from '../../../shared/format/format'
import { formatById } from '../../../shared/format/formats'
import { proseFromText } from '../../../shared/prose/from-text'
import { consistentReports } from '../locate/reports'
import { median, percentile } from '../statistics'
import { readLabelledSet } from '../text/labelled-set'
import { sumCheckers } from './sum-checkers'

/** Issue 4: milliseconds of a whole check after one edit. */
export const GOAL = { median: 2, p95: 8 }

const WARM_UP = 60

export interface Measured {
  name: string
  /** Milliseconds, one for each edit. */
  times: number[]
}

/** Whole checks of full reports after one edit each, text included. */
export function wholeChecks(edits: number): Measured[] {
  const full = sampleOf('qinghe-2025')
  const long = withProse(full, words(20_000))
  const followed = { ...carryOver(long, { year: long.year + 1 }), figures: long.figures, prose: long.prose }
  return [
    { name: 'full report, a figure', times: measure(full, editFigure, edits) },
    { name: 'full report, a letter', times: measure(full, editText, edits) },
    { name: '20,000 characters, a figure', times: measure(long, editFigure, edits) },
    { name: '20,000 characters, a letter', times: measure(long, editText, edits) },
    { name: 'beside last year, a figure', times: measure(followed, editFigure, edits) },
    { name: 'beside last year, a letter', times: measure(followed, editText, edits) },
  ]
}

/** The sum rules alone, by each tool in turn on the same reports; throws where they do not find the same. */
export function sumChecks(format: Format, edits: number): Measured[] {
  const reports = consistentReports(format, edits + WARM_UP, 20_251_231)
  const wrong = reports.map((report, at) => {
    const cells = Object.keys(report)
    const cell = cells[(at * 37) % cells.length] ?? ''
    return { ...report, [cell]: (report[cell] ?? 0) + 9 }
  })
  const checkers = sumCheckers(format)
  const counts = checkers.map(({ broken }) => wrong.map(broken).join())
  if (new Set(counts).size !== 1) throw new Error('The tools do not find the same sums broken')
  return checkers.map(({ name, broken }) => ({
    name,
    times: wrong.map((report) => timed(() => broken(report))).slice(WARM_UP),
  }))
}

export function line({ name, times }: Measured): string {
  const worst = Math.max(...times).toFixed(2)
  return `  ${name.padEnd(36)} median ${median(times).toFixed(2)} ms, p95 ${percentile(times, 0.95).toFixed(2)} ms, worst ${worst} ms`
}

export function isSlow({ times }: Measured): boolean {
  return median(times) >= GOAL.median || percentile(times, 0.95) >= GOAL.p95
}

type Edit = (draft: Draft, at: number) => Draft

function measure(start: Draft, edit: Edit, edits: number): number[] {
  const format = formatById(start.format)
  if (!format) throw new Error('The sample has no format')
  const times: number[] = []
  let draft = start
  check(draft, format)
  for (let at = 0; at < edits + WARM_UP; at++) {
    draft = edit(draft, at)
    const edited = draft
    const took = timed(() => check(edited, format))
    if (at >= WARM_UP) times.push(took)
  }
  return times
}

/** Another cell each time, now wrong, now right again. */
function editFigure(draft: Draft, at: number): Draft {
  const cells = Object.keys(draft.figures).filter((cell) => typeof draft.figures[cell] === 'number')
  const cell = cells[((at >> 1) * 17) % cells.length] ?? ''
  const now = Number(draft.figures[cell])
  return { ...draft, figures: { ...draft.figures, [cell]: at % 2 === 0 ? now + 9 : now - 9 } }
}

/** A letter typed into another paragraph each time; the editor gives every block of its slot anew. */
function editText(draft: Draft, at: number): Draft {
  const blocks: Block[] = structuredClone(draft.prose['1'] ?? [])
  const paragraphs = blocks.filter((block) => block.kind === 'paragraph')
  const run = paragraphs[(at * 7) % paragraphs.length]?.text[0]
  if (run?.kind === 'text') run.text += '好'
  return { ...draft, prose: { ...draft.prose, 1: blocks } }
}

function sampleOf(name: string): Draft {
  const sample = sampleDrafts.find((one) => one.name === name)
  if (!sample) throw new Error(`No sample ${name}`)
  return sample.draft
}

function withProse(draft: Draft, text: string): Draft {
  return { ...draft, prose: { ...draft.prose, 1: proseFromText(text) } }
}

/** Prose as offices write it, in paragraphs: that of the labelled reports, again and again. */
function words(length: number): string {
  const texts = readLabelledSet('building').flatMap(({ report }) =>
    Object.values(report.texts).map((sentences) =>
      sentences.map(({ text, newParagraph }, at) => (newParagraph && at > 0 ? `\n${text}` : text)).join(''),
    ),
  )
  const all = texts.join('\n')
  return Array.from({ length: Math.ceil(length / all.length) }, () => all)
    .join('\n')
    .slice(0, length)
}

function timed(act: () => unknown): number {
  const started = performance.now()
  act()
  return performance.now() - started
}
