import { fail, ok } from '../../shared/result'
import type { Handles } from '../files/handles'
import { readApart } from '../import/read-apart'
import { localDate } from '../window/local-date'
import type { Handlers } from './answer'

export interface WordContext {
  handles: Handles
  /** Path of the program that reads Word files. */
  reader: string
  /** The Word file the clerk chooses; null: none. */
  chooseWord(title: string): Promise<string | null>
}

/** What main does to read Word files. None of them is ever written. */
export function createWordHandlers({
  handles,
  reader,
  chooseWord,
}: WordContext): Pick<Handlers, 'word:choose' | 'word:read' | 'word:readBack'> {
  async function readReport(path: string, year: number | null) {
    const read = await readApart(reader, { kind: 'report', path, today: localDate(new Date()), year })
    return read.ok ? ok({ ...read.value, handle: handles.of({ kind: 'word', path }) }) : read
  }

  return {
    async 'word:choose'() {
      const path = await chooseWord('选择去年的年度报告')
      return path === null ? null : readReport(path, null)
    },
    'word:read'({ handle, year }) {
      const known = handles.known(handle)
      return known?.kind === 'word' ? readReport(known.path, year) : fail({ kind: 'missing', name: '' })
    },
    async 'word:readBack'({ draft }) {
      const path = await chooseWord('选择改过的 Word 文件')
      return path === null ? null : readApart(reader, { kind: 'readBack', path, draft })
    },
  }
}
