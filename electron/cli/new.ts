import type { Scope } from '../../shared/draft/draft'
import { newDraft } from '../../shared/draft/new-draft'
import { parsePublisher } from '../../shared/draft/parse-publisher'
import { writeDraft } from '../../shared/draft/write-draft'
import { formatById, formats } from '../../shared/format/formats'
import type { Command } from './command'
import { readTextFile } from './input'
import { notYet, readOptions, required } from './options'
import { refuse } from './refused'
import { takeNewTarget, writeTarget } from './target'

/** `new --format 2021 --year 2025 [--scope aggregate] [--publisher PUBLISHER.json] --out F`: an empty draft. */
export const newCommand: Command = async (args) => {
  const { values, positionals } = readOptions(args, {
    format: { type: 'string' },
    year: { type: 'string' },
    scope: { type: 'string' },
    publisher: { type: 'string' },
    from: { type: 'string' },
    out: { type: 'string' },
  })
  if (values.from !== undefined) notYet('new --from')
  if (positionals.length > 0) refuse(`多出的内容：${positionals.join(' ')}`)
  const start = {
    format: readFormat(required(values.format, '--format')),
    year: readYear(required(values.year, '--year')),
    scope: readScope(values.scope ?? 'organ'),
  }
  const target = await takeNewTarget(required(values.out, '--out'))
  if (values.publisher === undefined) {
    await writeTarget(target, writeDraft(newDraft(start)))
    return 0
  }
  const file = parsePublisher(await readTextFile(values.publisher))
  if (!file.ok) return refuse(`${values.publisher}：${file.error}。`)
  const { publisher, signature } = file.value
  await writeTarget(target, writeDraft({ ...newDraft({ ...start, publisher }), signature }))
  return 0
}

function readFormat(id: string) {
  const known = formats.map((format) => format.id).join('、')
  return formatById(id) ?? refuse(`没有“${id}”这种报告格式，可用的有 ${known}。`)
}

/** Reports have been due since the regulation of 2008; four digits are a year. */
function readYear(text: string): number {
  const year = /^\d{4}$/.test(text) ? Number(text) : 0
  return year >= 2008 ? year : refuse(`“${text}”不是报告年度。`)
}

function readScope(text: string): Scope {
  if (text === 'organ' || text === 'aggregate') return text
  return refuse(`“${text}”不是报告口径，可用的有 organ（本机关）、aggregate（汇总）。`)
}
