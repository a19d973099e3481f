import { originOf } from '../../carry-over/migration'
import type { Draft } from '../../draft/draft'
import type { FigureValue } from '../../draft/figures'
import { type CellInfo, cellInfo } from '../../format/cells'
import type { CellKind, Format } from '../../format/format'
import type { Finding } from '../finding'
import type { EarlierReport } from './earlier-reports'
import { messages } from './messages'

/** From how many times last year's figure on a change is worth a look, unless the office says otherwise (T2-6). */
export const USUAL_RATIO = 5

/** 元 written where 万元 was meant, or the other way round, differ ten thousand times; the year itself moves it some. */
const UNIT_RATIO = { from: 2_000, to: 50_000 }

/**
 * Figures that differ much from last year's (T2-6), and amounts that differ as 元 from 万元 do (T2-7). A figure of 0
 * counts as 1, so that the first few of anything are no alarm.
 */
export function checkChanges(
  draft: Draft,
  format: Format,
  values: Map<string, FigureValue>,
  last: EarlierReport | undefined,
  reports: EarlierReport[],
): Finding[] {
  const { unusualChange } = format
  if (!last || !unusualChange) return []
  const limit = draft.unusualRatio ?? USUAL_RATIO
  return unusualChange.cells.flatMap((cell): Finding[] => {
    const info = cellInfo(format, cell)
    const now = sizeOf(values.get(cell), info?.holds)
    const before = sizeIn(last, cell, format)
    if (!info || !now || !before) return []
    const ratio = Math.max(now.size, 1) / Math.max(before.size, 1)
    const factor = Math.max(ratio, 1 / ratio)
    const about = { chapter: info.chapter, cells: [cell], found: now.text }
    const earlier = {
      year: last.year,
      cells: [before.cell],
      ...(last.name !== undefined && { file: last.name }),
    }
    if (isMoney(info) && factor >= UNIT_RATIO.from && factor <= UNIT_RATIO.to) {
      const message = messages.unit(info.name, now.text, last.year, before.text)
      return [{ rule: unusualChange.unitRule, severity: 'warning', ...about, message, earlier }]
    }
    if (factor <= limit) return []
    const others = reports.filter(({ year, scope }) => year < last.year && scope === draft.scope)
    const history = others.flatMap((report) => sizeIn(report, cell, format)?.text ?? [])
    const words = changeWords(now.size, before.size, ratio)
    const message = messages.unusual(info.name, now.text, last.year, before.text, words, history)
    return [{ rule: unusualChange.rule, severity: 'info', ...about, message, earlier }]
  })
}

function changeWords(now: number, before: number, ratio: number): string {
  if (before === 0) return messages.fromNothing
  if (now === 0) return messages.toNothing
  return ratio > 1 ? messages.times(rounded(ratio)) : messages.part(`${rounded(ratio * 100)}%`)
}

function rounded(number: number): string {
  return number >= 10 ? String(Math.round(number)) : number.toFixed(1).replace(/\.0$/, '')
}

function sizeIn(report: EarlierReport, cell: string, format: Format) {
  const origin = originOf(cell, report.format, format)
  const size = origin && sizeOf(report.values.get(origin.cell), cellInfo(report.format, origin.cell)?.holds)
  return size && origin && { ...size, cell: origin.cell }
}

/** How large a figure is, money in 万元; undefined: it is blank or refused. */
function sizeOf(
  value: FigureValue | undefined,
  holds: CellKind | undefined,
): { size: number; text: string } | undefined {
  if (!value || value.kind === 'blank' || value.kind === 'refused') return undefined
  if (holds !== 'money')
    return value.number === undefined ? undefined : { size: value.number, text: value.text }
  const number = Number(/^[\d,.]+/.exec(value.text)?.[0].replaceAll(',', ''))
  if (Number.isNaN(number)) return undefined
  return { size: value.text.endsWith('万元') ? number : number / 10_000, text: value.text }
}

function isMoney({ holds }: CellInfo): boolean {
  return holds === 'amount' || holds === 'money'
}
