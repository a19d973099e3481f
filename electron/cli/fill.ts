import type { Draft, Entry } from '../../shared/draft/draft'
import { readEntry } from '../../shared/draft/read-entry'
import { writeDraft } from '../../shared/draft/write-draft'
import { cellInfo } from '../../shared/format/cells'
import type { Format } from '../../shared/format/format'
import { proseSlots } from '../../shared/format/slots'
import { proseFromText } from '../../shared/prose/from-text'
import type { Command } from './command'
import { type CsvRow, readCsv } from './csv'
import { formatOf } from './format-of'
import { readDraft, readTextFile } from './input'
import { readOptions, required } from './options'
import { Refused, refuse } from './refused'
import { takeTarget, writeTarget } from './target'

/** `fill F [--figures CELLS.csv] [--prose 1=TEXT.txt …] --out G`: all of it, or nothing is written. */
export const fillCommand: Command = async (args) => {
  const { values, positionals } = readOptions(args, {
    figures: { type: 'string' },
    prose: { type: 'string', multiple: true },
    out: { type: 'string' },
  })
  // `--prose 1=A.txt 5=B.txt`: what follows the first text stands among the positionals.
  const texts = [...(values.prose ?? []), ...positionals.slice(1)]
  const target = await takeTarget(required(values.out, '--out'))
  const draft = await readDraft(positionals[0] ?? refuse('缺少草稿文件'))
  const format = formatOf(draft)
  const figures = values.figures === undefined ? {} : await readFigures(values.figures, format)
  const prose = await readProse(texts, format)
  await writeTarget(target, writeDraft(filled(draft, figures, prose)))
  return 0
}

/** undefined takes what was there away. */
type Changes<Value> = Record<string, Value | undefined>

function filled(draft: Draft, figures: Changes<Entry>, prose: Changes<Draft['prose'][string]>): Draft {
  return { ...draft, figures: merged(draft.figures, figures), prose: merged(draft.prose, prose) }
}

function merged<Value>(old: Record<string, Value>, changes: Changes<Value>): Record<string, Value> {
  const all = Object.entries({ ...old, ...changes })
  return Object.fromEntries(all.filter((entry): entry is [string, Value] => entry[1] !== undefined))
}

async function readFigures(path: string, format: Format): Promise<Changes<Entry>> {
  const rows = readCsv(await readTextFile(path))
  if (!rows.ok) return refuse(`${path} 第 ${rows.error} 行：引号没有成对。`)
  const [header, ...cells] = rows.value
  if (!header || cellInfo(format, header.fields[0]?.trim() ?? ''))
    return refuse(`${path} 第 1 行应为表头 address,value。`)
  const changes: Changes<Entry> = {}
  const faults = cells.flatMap((row) => {
    const fault = takeFigure(row, format, changes)
    return fault ? [`${path} 第 ${row.line} 行：${fault}。`] : []
  })
  if (faults.length > 0) throw new Refused(faults)
  return changes
}

/** Reads one row into the changes; returns what is wrong with it. */
function takeFigure({ fields }: CsvRow, format: Format, changes: Changes<Entry>): string | undefined {
  const [address = '', value] = fields
  const cell = address.trim()
  const info = cellInfo(format, cell)
  if (!info) return `没有这一格：${cell}`
  if (value === undefined) return `${cell} 后面没有数值`
  if (fields.length > 2) return '一行只能有地址和数值两项，含逗号的数值要加引号'
  if (Object.hasOwn(changes, cell)) return `${cell} 出现了两次`
  const read = readEntry(info.holds, value)
  if (read.kind === 'refused') return `${info.name}（${cell}）填“${value}”，${read.reason}`
  changes[cell] = read.kind === 'value' ? read.entry : undefined
  return undefined
}

async function readProse(texts: string[], format: Format): Promise<Changes<Draft['prose'][string]>> {
  const slots = proseSlots(format).map(({ slot }) => slot)
  const changes: Changes<Draft['prose'][string]> = {}
  for (const text of texts) {
    const [, slot = '', path = ''] =
      /^([^=]*)=(.+)$/s.exec(text) ?? refuse(`“${text}”的写法应为 章号=文件，如 1=总体情况.txt`)
    if (!slots.includes(slot)) refuse(`没有“${slot}”这一处正文，可用的有 ${slots.join('、')}。`)
    if (Object.hasOwn(changes, slot)) refuse(`正文 ${slot} 给了两次。`)
    const blocks = proseFromText(await readTextFile(path))
    changes[slot] = blocks.length > 0 ? blocks : undefined
  }
  return changes
}
