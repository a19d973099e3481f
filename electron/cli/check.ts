import { check } from '../../shared/check/check'
import type { Finding, Severity } from '../../shared/check/finding'
import type { Command, Streams } from './command'
import { formatOf } from './format-of'
import { readDraft } from './input'
import { notYet, readOptions } from './options'
import { Refused, refuse } from './refused'

interface Checked {
  file: string
  findings: Finding[]
}

/**
 * `check F… [--json]`: everything found. Exit code 0: no error that is not waived; 1: some; 2: a file could not be
 * read, whatever the others say.
 */
export const checkCommand: Command = async (args, streams) => {
  const { values, positionals: files } = readOptions(args, {
    json: { type: 'boolean' },
    previous: { type: 'string', multiple: true },
  })
  if (values.previous) notYet('check --previous')
  if (files.length === 0) refuse('缺少草稿文件')
  const checked: Checked[] = []
  for (const file of files) {
    const findings = await findingsOf(file, streams)
    if (findings) checked.push({ file, findings })
  }
  if (values.json) streams.data(json(checked, files.length > 1))
  else for (const one of checked) print(one, files.length > 1, streams)
  if (checked.length < files.length) return 2
  return checked.some(({ findings }) => findings.some(isStanding)) ? 1 : 0
}

/** undefined: the file could not be read, and that was said. */
async function findingsOf(file: string, streams: Streams): Promise<Finding[] | undefined> {
  try {
    const draft = await readDraft(file)
    return check(draft, formatOf(draft))
  } catch (error) {
    if (!(error instanceof Refused)) throw error
    for (const line of error.lines) streams.note(line)
    return undefined
  }
}

function isStanding({ severity, waived }: Finding): boolean {
  return severity === 'error' && !waived
}

function json(checked: Checked[], several: boolean): string {
  const shape = several ? checked : checked[0]?.findings
  return shape ? `${JSON.stringify(shape, null, 2)}\n` : ''
}

const severityNames: Record<Severity, string> = { error: '错误', warning: '提醒', info: '提示' }

function print({ file, findings }: Checked, several: boolean, streams: Streams): void {
  for (const { rule, severity, message, waived } of findings) {
    const kept = waived ? `（已保留：${waived.reason}）` : ''
    streams.data(`${several ? `${file}：` : ''}${severityNames[severity]} ${rule} ${message}${kept}\n`)
  }
  if (findings.length === 0) streams.note(`${file}：没有发现问题。`)
}
