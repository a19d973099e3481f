import { basename } from 'node:path'
import { check } from '../../shared/check/check'
import type { EarlierDraft } from '../../shared/check/continuity/earlier-reports'
import type { Finding, Severity } from '../../shared/check/finding'
import { fixWords } from '../../shared/check/locate/fix-words'
import type { Format } from '../../shared/format/format'
import type { Command, Streams } from './command'
import { formatOf } from './format-of'
import { readDraft } from './input'
import { readOptions } from './options'
import { Refused, refuse } from './refused'

interface Checked {
  file: string
  format: Format
  findings: Finding[]
}

/** Years a report is held against. */
const MOST_PREVIOUS = 5

/**
 * `check F… [--previous LAST.nianbao]… [--json]`: everything found, also beside the drafts of up to five earlier
 * years; over several files each is held against those of its own organ. Exit code 0: no error that is not waived; 1: some; 2: a file could not be
 * read, whatever the others say.
 */
export const checkCommand: Command = async (args, streams) => {
  const { values, positionals: files } = readOptions(args, {
    json: { type: 'boolean' },
    previous: { type: 'string', multiple: true },
  })
  if (files.length === 0) refuse('缺少草稿文件')
  const previous = await readPrevious(values.previous ?? [])
  const checked: Checked[] = []
  for (const file of files) {
    const one = await checkedFile(file, previous, files.length > 1, streams)
    if (one) checked.push(one)
  }
  if (values.json) streams.data(json(checked, files.length > 1))
  else for (const one of checked) print(one, files.length > 1, streams)
  if (checked.length < files.length) return 2
  return checked.some(({ findings }) => findings.some(isStanding)) ? 1 : 0
}

/** undefined: the file could not be read, and that was said. */
async function checkedFile(
  file: string,
  previous: EarlierDraft[],
  several: boolean,
  streams: Streams,
): Promise<Checked | undefined> {
  try {
    const draft = await readDraft(file)
    const own = several
      ? previous.filter((earlier) => earlier.draft.publisher.name === draft.publisher.name)
      : previous
    if (own.length > MOST_PREVIOUS) refuse(`${file}：往年草稿最多 ${MOST_PREVIOUS} 份。`)
    for (const { name, draft: earlier } of own)
      if (earlier.year >= draft.year)
        refuse(`${name} 是${earlier.year}年度的草稿，不早于 ${file} 的${draft.year}年度。`)
    const format = formatOf(draft)
    return { file, format, findings: check(draft, format, { file: basename(file), previous: own }) }
  } catch (error) {
    if (!(error instanceof Refused)) throw error
    for (const line of error.lines) streams.note(line)
    return undefined
  }
}

async function readPrevious(paths: string[]): Promise<EarlierDraft[]> {
  return Promise.all(paths.map(async (path) => ({ name: basename(path), draft: await readDraft(path) })))
}

function isStanding({ severity, waived }: Finding): boolean {
  return severity === 'error' && !waived
}

function json(checked: Checked[], several: boolean): string {
  const shape = several ? checked.map(({ file, findings }) => ({ file, findings })) : checked[0]?.findings
  return shape ? `${JSON.stringify(shape, null, 2)}\n` : ''
}

const severityNames: Record<Severity, string> = { error: '错误', warning: '提醒', info: '提示' }

function print({ file, format, findings }: Checked, several: boolean, streams: Streams): void {
  for (const finding of findings) {
    const { rule, severity, message, waived } = finding
    const kept = waived ? `（已保留：${waived.reason}）` : ''
    streams.data(`${several ? `${file}：` : ''}${severityNames[severity]} ${rule} ${message}${kept}\n`)
    if (!waived) for (const line of suspicionLines(format, finding)) streams.data(`  ${line}\n`)
  }
  if (findings.length === 0) streams.note(`${file}：没有发现问题。`)
}

/** Possibilities printed beside a sum that does not hold; `--json` has them all. */
const MOST_FIXES = 4

/** Which cell is suspected, and the next possibilities where there are several. */
function suspicionLines(format: Format, { suspicion, fixes = [] }: Finding): string[] {
  if (suspicion === undefined) return []
  return [suspicion, ...fixes.slice(1, MOST_FIXES).map((fix) => `也可能是${fixWords(format, fix)}。`)]
}
