import { basename } from 'node:path'
import { carryOver, nextYear } from '../../shared/carry-over/carry-over'
import { carryReport } from '../../shared/carry-over/carry-report'
import type { Draft, Publisher, Scope, Signature } from '../../shared/draft/draft'
import { newDraft } from '../../shared/draft/new-draft'
import { parsePublisher } from '../../shared/draft/parse-publisher'
import { writeDraft } from '../../shared/draft/write-draft'
import type { Format } from '../../shared/format/format'
import { formatById, formats } from '../../shared/format/formats'
import type { Command, Streams } from './command'
import { formatOf } from './format-of'
import { readStampedDraft, readTextFile } from './input'
import { readOptions, required } from './options'
import { refuse } from './refused'
import { takeNewTarget, writeTarget } from './target'

/**
 * `new --format 2021 --year 2025 [--scope aggregate] [--from LAST.nianbao] [--publisher PUBLISHER.json] --out F`: an
 * empty draft, or one carried over from last year's, which then gives year, format and scope where they are not named.
 */
export const newCommand: Command = async (args, streams) => {
  const { values, positionals } = readOptions(args, {
    format: { type: 'string' },
    year: { type: 'string' },
    scope: { type: 'string' },
    publisher: { type: 'string' },
    from: { type: 'string' },
    out: { type: 'string' },
  })
  if (positionals.length > 0) refuse(`多出的内容：${positionals.join(' ')}`)
  const isCarried = values.from !== undefined
  const start = {
    format: readFormat(isCarried ? values.format : required(values.format, '--format')),
    year: readYear(isCarried ? values.year : required(values.year, '--year')),
    scope: readScope(values.scope),
  }
  const target = await takeNewTarget(required(values.out, '--out'))
  const organ = values.publisher === undefined ? undefined : await readPublisher(values.publisher)
  const draft = values.from === undefined ? empty(start, organ) : await carried(values.from, start, organ)
  await writeTarget(target, writeDraft(draft))
  if (isCarried) tellWhatBecame(draft, streams)
  return 0
}

interface Start {
  format: Format | undefined
  year: number | undefined
  scope: Scope | undefined
}

interface Organ {
  publisher: Publisher
  signature: Signature
}

function empty({ format, year, scope = 'organ' }: Start, organ: Organ | undefined): Draft {
  if (!format || year === undefined) throw new Error('A draft from nothing needs its format and its year.')
  return { ...newDraft({ format, year, scope, ...organ }), ...(organ && { signature: organ.signature }) }
}

async function carried(path: string, start: Start, organ: Organ | undefined): Promise<Draft> {
  const { draft: last, stamp } = await readStampedDraft(path)
  const year = start.year ?? nextYear(last)
  if (year <= last.year) refuse(`${path} 是${last.year}年度的草稿，不能用来新建${year}年度的。`)
  const draft = carryOver(last, {
    year,
    ...(start.format && { format: start.format }),
    ...(start.scope && { scope: start.scope }),
    ...(organ && { publisher: organ.publisher }),
    source: { name: basename(path), hash: stamp },
  })
  return organ ? { ...draft, signature: organ.signature } : draft
}

/** On standard error: every figure that was carried, every one that has no place any more, and what was left out. */
function tellWhatBecame(draft: Draft, streams: Streams): void {
  const report = carryReport(draft, formatOf(draft))
  if (!report) return
  for (const { cell, name, value, from } of report.carried)
    streams.note(`带入 ${name}（${cell}）：${value}，取自 ${from.join('、')}`)
  for (const { cell, name, entry, reason } of report.dropped)
    streams.note(`没有带入 ${name}（${cell}）：${entry}。${reason}`)
  for (const line of [...report.kept, ...report.leftOut]) streams.note(line)
}

async function readPublisher(path: string): Promise<Organ> {
  const file = parsePublisher(await readTextFile(path))
  return file.ok ? file.value : refuse(`${path}：${file.error}。`)
}

function readFormat(id: string | undefined): Format | undefined {
  if (id === undefined) return undefined
  const known = formats.map((format) => format.id).join('、')
  return formatById(id) ?? refuse(`没有“${id}”这种报告格式，可用的有 ${known}。`)
}

/** Reports have been due since the regulation of 2008; four digits are a year. */
function readYear(text: string | undefined): number | undefined {
  if (text === undefined) return undefined
  const year = /^\d{4}$/.test(text) ? Number(text) : 0
  return year >= 2008 ? year : refuse(`“${text}”不是报告年度。`)
}

function readScope(text: string | undefined): Scope | undefined {
  if (text === undefined || text === 'organ' || text === 'aggregate') return text
  return refuse(`“${text}”不是报告口径，可用的有 organ（本机关）、aggregate（汇总）。`)
}
