import { ruleNote } from '../check/rule-note'
import type { Format } from '../format/format'
import { texts } from './check-sheet.texts'
import type { DocumentBlock, DocumentCell } from './document'
import { printedText } from './printed-text'

// What the check sheet is made of.

export function ruleName(rule: string): string {
  const title = ruleNote(rule)?.title
  return title === undefined ? rule : `${rule} ${title}`
}

export function placeName({ chapters }: Format, chapter: string): string {
  const places: Record<string, string> = texts.places
  return places[chapter] ?? `第${chapters.find(({ id }) => id === chapter)?.number ?? chapter}章`
}

export function table(
  caption: string,
  widths: number[],
  head: DocumentCell[],
  rows: DocumentCell[][],
): DocumentBlock {
  const headerRows = head.length > 0 ? 1 : 0
  return { kind: 'table', table: { caption, widths, headerRows, rows: headerRows ? [head, ...rows] : rows } }
}

export function cell(role: DocumentCell['role'], words: string): DocumentCell {
  const text = printedText(words)
  return { role, runs: text === '' ? [] : [{ text }], colSpan: 1, rowSpan: 1 }
}

export function heading(number: string, words: string): DocumentBlock {
  return { kind: 'heading', level: 1, runs: [{ text: texts.numbered(number, words) }] }
}

export function paragraph(text: string): DocumentBlock {
  return { kind: 'paragraph', runs: [{ text: printedText(text) }] }
}
