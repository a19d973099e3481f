import { execFileSync } from 'node:child_process'
import type { Document, DocumentBlock } from '../../../shared/compose/document'
import { type ReadReport, spread } from './word-readers'

export interface ShownReport {
  paragraphs: string[]
  /** Rows of texts; a merged cell's text stands in every place it covers. */
  tables: string[][][]
}

/** What a reader must find: every paragraph in order, and every table's texts at their rows and columns. */
export function shownReport({ blocks }: Document): ShownReport {
  return evened({
    paragraphs: blocks.flatMap(paragraphTexts),
    tables: blocks.flatMap((block) =>
      block.kind === 'table'
        ? [spread(block.table.rows.map((row) => row.map((cell) => ({ ...cell, text: runsText(cell.runs) }))))]
        : [],
    ),
  })
}

function paragraphTexts(block: DocumentBlock): string[] {
  switch (block.kind) {
    case 'title':
      return [block.lines.join('\n')]
    case 'heading':
    case 'paragraph':
      return [runsText(block.runs)]
    case 'runInHeading':
      return [runsText([...block.heading, ...block.runs])]
    case 'issuingLine':
    case 'caption':
      return [block.text]
    case 'signature':
      return [block.name ?? '', block.date ?? '']
    case 'image':
    case 'table':
      return []
  }
}

function runsText(runs: { text: string }[]): string {
  return runs.map(({ text }) => text).join('')
}

export function foundReport({ paragraphs, tables }: ReadReport): ShownReport {
  return evened({ paragraphs: paragraphs.map(({ text }) => text), tables })
}

/** Without what readers treat differently: blank paragraphs, and how wide a space is. */
function evened({ paragraphs, tables }: ShownReport): ShownReport {
  const even = (text: string) => text.replace(/ +/gu, ' ').trim()
  return {
    paragraphs: paragraphs.map(even).filter((text) => text !== ''),
    tables: tables.map((rows) => rows.map((row) => row.map(even))),
  }
}

/** The text of a PDF in the order it was printed, without white space and page numbers. */
export function printedText(path: string): string {
  const text = execFileSync('pdftotext', ['-raw', path, '-'], { encoding: 'utf8', maxBuffer: 1 << 28 })
  return text.replace(/^— \d+ —$/gmu, '').replace(/\s+/gu, '')
}
