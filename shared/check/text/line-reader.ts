import type { Draft } from '../../draft/draft'
import type { Format } from '../../format/format'
import type { Link, Reader } from './line-state'
import { readLine } from './read-line'
import type { Situation } from './resolve'
import { lexiconOf } from './terms'
import { tokensOf } from './tokens'

/** The figures of a line by sentence, and the subject the next line goes on with. */
export interface ReadLine {
  sentences: Link[][]
  subject: Situation['subject']
}

export interface LineReader {
  /** Reads a line of prose, or knows it from before. */
  read(text: string, subject: Situation['subject']): ReadLine
}

/** Lines read since the reader was made: an edit leaves all others as they were. */
const LINES_KEPT = 4000

const readers = new WeakMap<Format, { key: string; reader: LineReader }>()

/**
 * What the lines of a draft are read with. What a figure counts follows from the words, the format and who writes in
 * which year, never from a table: an edit of the tables reads no line again.
 */
export function lineReader(draft: Pick<Draft, 'publisher' | 'scope' | 'year'>, format: Format): LineReader {
  const { publisher, scope, year } = draft
  const key = JSON.stringify([publisher, scope, year])
  const known = readers.get(format)
  if (known?.key === key) return known.reader
  const lexicon = lexiconOf(format, publisher, scope)
  const reader = keeping({
    format,
    year,
    publisher,
    lexicon,
    foreignGovernment: publisher.kind !== 'government',
    officeIsPart: publisher.kind === 'government' && scope === 'aggregate',
  })
  readers.set(format, { key, reader })
  return reader
}

function keeping(reader: Reader): LineReader {
  const lines = new Map<string, ReadLine>()
  return {
    read(text, subject) {
      const key = `${subject ?? ''}|${text}`
      const known = lines.get(key)
      if (known) return known
      const read = readLine(tokensOf(text, reader.lexicon, reader.publisher), reader, subject)
      if (lines.size > LINES_KEPT) lines.clear()
      lines.set(key, read)
      return read
    },
  }
}
