import type { Block, Draft, PreviousReport, Run, TextBlock, TextRun } from '../draft/draft'
import type { Format } from '../format/format'
import { formatById } from '../format/formats'
import { lineRuns, mapRuns } from '../prose/map-runs'
import { figureText } from './figure-text'
import { noTables, previousTableValues, type TableValues, tableValues } from './table-values'

/** A draft as it is read and printed: its text holds no linked figure any more, only what each of them shows. */
export interface PrintedDraft extends Omit<Draft, 'prose' | 'previous'> {
  prose: Record<string, TextBlock[]>
  previous?: PrintedPrevious
}

export interface PrintedPrevious extends Omit<PreviousReport, 'prose'> {
  prose: Record<string, TextBlock[]>
}

/**
 * The one place where linked figures become text. Everything that reads prose takes TextBlocks, so whoever forgets to
 * come by here is stopped by the compiler. Run by run: the lines and offsets of the text are those of the blocks.
 */
export function printedBlocks(blocks: Block[], values: TableValues): TextBlock[] {
  const known = printed.get(blocks)
  if (known && (known.values === values || known.values === undefined)) return known.text
  if (isText(blocks)) {
    // Without linked figures the text is the blocks themselves, whatever the tables hold.
    printed.set(blocks, { values: undefined, text: blocks })
    return blocks
  }
  const changed = mapRuns(blocks, (runs) => runs.map((run) => printedRun(run, values)))
  // An edit of the tables that leaves these figures as they are leaves the text the same: nothing is read anew.
  const text = known && JSON.stringify(known.text) === JSON.stringify(changed) ? known.text : changed
  printed.set(blocks, { values, text })
  return text
}

const printed = new WeakMap<Block[], { values: TableValues | undefined; text: TextBlock[] }>()

export function printedRun(run: Run, values: TableValues): TextRun {
  if (run.kind === 'text') return run
  return { kind: 'text', text: figureText(run, values).text, ...(run.bold && { bold: run.bold }) }
}

/** None of the text is a linked figure. */
function isText(blocks: Block[]): blocks is TextBlock[] {
  return blocks.every((block) => lineRuns(block).every((runs) => runs.every(({ kind }) => kind === 'text')))
}

/** A draft's text as it is read, slot by slot, and last year's with last year's figures. */
export function printedDraft(draft: Draft, format: Format): PrintedDraft {
  const known = drafts.get(draft)
  if (known?.format === format) return known.printed
  const { previous, ...rest } = draft
  const before = previous && printedPrevious(previous)
  const made: PrintedDraft = {
    ...rest,
    prose: printedProse(draft.prose, tableValues(draft, format)),
    ...(before && { previous: before }),
  }
  drafts.set(draft, { format, printed: made })
  return made
}

const drafts = new WeakMap<Draft, { format: Format; printed: PrintedDraft }>()

/** Last year's report with its text as it was printed then. */
export function printedPrevious(previous: PreviousReport): PrintedPrevious {
  const known = reports.get(previous)
  if (known) return known
  const made = { ...previous, prose: printedProse(previous.prose, previousTableValues(previous)) }
  reports.set(previous, made)
  return made
}

const reports = new WeakMap<PreviousReport, PrintedPrevious>()

/** The text of a draft whose format is named in it; of a format the app does not know, without its tables. */
export function printedProseOf(draft: Draft): Record<string, TextBlock[]> {
  const format = formatById(draft.format)
  return printedProse(draft.prose, format && tableValues(draft, format))
}

function printedProse(prose: Draft['prose'], values: TableValues = noTables): Record<string, TextBlock[]> {
  return Object.fromEntries(
    Object.entries(prose).map(([slot, blocks]) => [slot, printedBlocks(blocks, values)]),
  )
}
