import { writtenMark } from '../prose/from-text'
import type { Comparable } from './align'
import type { FileLine } from './file-text'
import type { ReportLine } from './report-lines'

/** A number at the head of a line as it is compared: which count it is of does not matter, the app counts. */
interface Marked {
  /** 一、 is chapter, （一） is 1, 1. is 2, （1） is 3, 一是 is list. */
  kind: string
  length: number
}

const CHAPTER = /^\s*[一二三四五六七八九十]{1,3}\s*[、.．,，]\s*/u
const LIST = /^[一二三四五六七八九十]{1,3}是/u

/** The number a line begins with; undefined: none. */
export function markOf(text: string): Marked | undefined {
  const written = writtenMark(text)
  if (written) return { kind: String(written.level), length: written.length }
  const chapter = CHAPTER.exec(text)?.[0].length
  if (chapter !== undefined) return { kind: 'chapter', length: chapter }
  const list = LIST.exec(text)?.[0].length
  return list === undefined ? undefined : { kind: 'list', length: list }
}

/** A line of a draft: one that the app numbers is the same whatever its number. */
export function comparableReportLine({ place, mark, text, rows }: ReportLine): Comparable {
  if (place.kind === 'officialTable') return { kind: 'officialTable', keys: [place.table], text: place.table }
  if (rows) return { kind: 'table', keys: [tableKey(rows)], text: '' }
  const kind = markOf(mark)?.kind
  return {
    kind: 'text',
    keys: kind === undefined ? [` ${plain(text)}`] : [`${kind} ${plain(text)}`, ` ${plain(mark + text)}`],
    text: plain(text),
  }
}

export function comparableFileLine(line: FileLine): Comparable {
  if (line.kind === 'officialTable') return { kind: line.kind, keys: [line.table], text: line.table }
  if (line.kind === 'table') return { kind: line.kind, keys: [tableKey(line.rows)], text: '' }
  const mark = markOf(line.text)
  const rest = plain(line.text.slice(mark?.length ?? 0))
  return {
    kind: 'text',
    keys: [` ${plain(line.text)}`, ...(mark ? [`${mark.kind} ${rest}`] : [])],
    text: rest,
  }
}

/** Word processors add and take spaces: only what is seen between them is compared. */
export function plain(text: string): string {
  return text.replace(/\s+/gu, '')
}

/** Short rows are as long as the longest on paper. */
function tableKey(rows: string[][]): string {
  return rows.map((row) => row.map(plain).join('\t').replace(/\t+$/u, '')).join('\n')
}
