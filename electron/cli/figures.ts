import type { Draft } from '../../shared/draft/draft'
import { computeFigures, type FigureValue } from '../../shared/draft/figures'
import { cellsOf } from '../../shared/format/cells'
import type { Command } from './command'
import { csvRow } from './csv'
import { formatOf } from './format-of'
import { readDraft } from './input'
import { readOptions } from './options'
import { refuse } from './refused'

/**
 * `figures F… [--json]`: every cell of the report, computed totals included. A blank has no value in the CSV and is
 * null in JSON; amounts keep the text they were entered with where they have a unit of their own.
 */
export const figuresCommand: Command = async (args, streams) => {
  const { values, positionals: files } = readOptions(args, { json: { type: 'boolean' } })
  if (files.length === 0) refuse('缺少草稿文件')
  const drafts = await Promise.all(files.map(readDraft))
  const [only] = drafts
  const single = drafts.length === 1 ? only : undefined
  streams.data(values.json ? json(drafts, single) : csv(drafts, single))
  return 0
}

function csv(drafts: Draft[], single: Draft | undefined): string {
  if (single) return [csvRow(['address', 'value']), ...csvRows(single).map(csvRow)].join('')
  const rows = drafts.flatMap((draft) =>
    csvRows(draft).map((row) => [draft.publisher.name, draft.year, ...row]),
  )
  return [['unit', 'year', 'address', 'value'], ...rows].map(csvRow).join('')
}

function csvRows(draft: Draft): [string, string][] {
  return values(draft).map(({ cell, value }) => [cell, value === null ? '' : String(value)])
}

function json(drafts: Draft[], single: Draft | undefined): string {
  const object = (draft: Draft) => Object.fromEntries(values(draft).map(({ cell, value }) => [cell, value]))
  const shape = single
    ? object(single)
    : drafts.map((draft) => ({ unit: draft.publisher.name, year: draft.year, figures: object(draft) }))
  return `${JSON.stringify(shape, null, 2)}\n`
}

function values(draft: Draft): { cell: string; value: number | string | null }[] {
  const format = formatOf(draft)
  const figures = computeFigures(format, draft.figures)
  return cellsOf(format).map(({ cell }) => ({ cell, value: plain(figures.get(cell)) }))
}

function plain(value: FigureValue | undefined): number | string | null {
  if (!value || value.kind === 'blank') return null
  return value.kind === 'refused' ? value.text : (value.number ?? value.text)
}
