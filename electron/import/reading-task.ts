import { createHash } from 'node:crypto'
import { basename } from 'node:path'
import type { Draft } from '../../shared/draft/draft'
import { formatById } from '../../shared/format/formats'
import type { ReadError } from '../../shared/import/read-error'
import type { ReadBack, WordReport } from '../../shared/ipc-word'
import { fileText } from '../../shared/read-back/file-text'
import { fail, ok, type Result } from '../../shared/result'
import { carriedDraft, reportIn, wordBytes } from './open-report'
import { readDocx } from './read-docx'

/** What is read of a Word file: a report to begin from, or what was edited in this report since it was exported. */
export type ReadingTask =
  | { kind: 'report'; path: string; today: string; year: number | null }
  | { kind: 'readBack'; path: string; draft: Draft }

export type Reading<Task extends ReadingTask> = Result<
  Task extends { kind: 'report' } ? Omit<WordReport, 'handle'> : ReadBack,
  ReadError
>

/** Reads a Word file. Never writes, fetches nothing, never throws. */
export async function read<Task extends ReadingTask>(task: Task): Promise<Reading<Task>>
export async function read(
  task: ReadingTask,
): Promise<Result<Omit<WordReport, 'handle'> | ReadBack, ReadError>> {
  const name = basename(task.path)
  const bytes = await wordBytes(task.path)
  if (!bytes.ok) return bytes
  return task.kind === 'report' ? readReport(task, name, bytes.value) : readBack(task, name, bytes.value)
}

function readReport(
  { today, year }: Extract<ReadingTask, { kind: 'report' }>,
  name: string,
  bytes: Uint8Array,
): Result<Omit<WordReport, 'handle'>, ReadError> {
  const report = reportIn(bytes, name, today, year ?? undefined)
  if (!report.ok) return report
  return ok({ name, hash: createHash('sha256').update(bytes).digest('hex'), report: report.value })
}

/** Against the draft inside the file, otherwise against the one on the desk. */
function readBack(
  { draft }: Extract<ReadingTask, { kind: 'readBack' }>,
  name: string,
  bytes: Uint8Array,
): Result<ReadBack, ReadError> {
  const document = readDocx(bytes)
  if (!document.ok) return fail({ kind: document.error, name })
  const base = carriedDraft(bytes)?.draft
  const format = formatById((base ?? draft).format)
  if (!format) return fail({ kind: 'noReport', name })
  return ok({ name, ...(base && { base }), text: fileText(document.value, format) })
}
