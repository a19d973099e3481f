import { writeDraft } from '../../shared/draft/write-draft'
import { formatById } from '../../shared/format/formats'
import type { ImportedReport } from '../../shared/import/import-report'
import { readErrorMessage } from '../../shared/import/read-error'
import type { Edit } from '../../shared/read-back/edit'
import { findEdits } from '../../shared/read-back/find-edits'
import { openReport } from '../import/open-report'
import { localDate } from '../window/local-date'
import type { Command, Streams } from './command'
import { readOptions, required } from './options'
import { refuse } from './refused'
import { takeNewTarget, writeTarget } from './target'

/**
 * `read REPORT.docx --out F [--json]`: a draft from a Word report. Exit code 1: something is doubtful, was not found or
 * wants a look. Of a working copy it gives the draft inside and lists what was edited in its text since.
 */
export const readCommand: Command = async (args, streams) => {
  const { values, positionals } = readOptions(args, { out: { type: 'string' }, json: { type: 'boolean' } })
  const [file = refuse('缺少 Word 文档'), ...more] = positionals
  if (more.length > 0) refuse(`多出的内容：${more.join(' ')}`)
  const target = await takeNewTarget(required(values.out, '--out'))
  const read = await openReport(file, localDate(new Date()))
  if (!read.ok) {
    const { title, advice } = readErrorMessage(read.error)
    return refuse(`${title}${advice}`)
  }
  await writeTarget(target, writeDraft(read.value.draft))
  print(read.value, values.json === true, streams)
  const { doubtful, missing, notes } = read.value
  return doubtful.length + missing.length + notes.length > 0 ? 1 : 0
}

function print(report: ImportedReport, asJson: boolean, streams: Streams): void {
  const { taken, doubtful, missing, notes } = report
  const edits = editsIn(report)
  const lists = {
    taken,
    doubtful: doubtful.map(({ address, text, reason }) => ({ address, text, reason })),
    missing,
    edits: edits.map(({ place, from, to }) => ({ place, from, to })),
  }
  if (asJson) streams.data(`${JSON.stringify(lists, null, 2)}\n`)
  else {
    streams.data(`已读取 ${taken.length} 项，存疑 ${doubtful.length} 项，未找到 ${missing.length} 项。\n`)
    for (const { address, name, text, reason } of doubtful)
      streams.data(`存疑 ${address}（${name}）“${text}”：${reason}。\n`)
    for (const address of missing) streams.data(`未找到 ${address}\n`)
    for (const { place, from, to } of edits) streams.data(`改过 ${place}：“${from}”改为“${to}”\n`)
  }
  for (const note of notes) streams.note(note)
}

/** What was edited in a working copy since it was exported: none of it is in the draft. */
function editsIn({ draft, edited }: ImportedReport): Edit[] {
  const format = formatById(draft.format)
  return edited && format ? findEdits(draft, format, edited).edits : []
}
