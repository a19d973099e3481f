import type { Document, DocumentBlock, DocumentRun } from './document'

/**
 * What a reader sees of the document, one paragraph or table cell to a line in reading order, empty ones left out and
 * white space with them: two files whose visible text is the same say the same, however they were saved.
 */
export function visibleText({ blocks }: Document): string {
  return visibleLines(blocks.flatMap(blockLines))
}

/** Paragraphs as `visibleText` compares them. */
export function visibleLines(paragraphs: string[]): string {
  return paragraphs
    .map((text) => text.replace(/\s+/gu, ''))
    .filter((text) => text !== '')
    .join('\n')
}

function blockLines(block: DocumentBlock): string[] {
  switch (block.kind) {
    case 'title':
      return [block.lines.join('')]
    case 'issuingLine':
    case 'caption':
      return [block.text]
    case 'heading':
    case 'paragraph':
      return [runsLine(block.runs)]
    case 'runInHeading':
      return [runsLine([...block.heading, ...block.runs])]
    case 'table':
      return block.table.rows.flat().map(({ runs }) => runsLine(runs))
    case 'signature':
      return [block.name ?? '', block.date ?? '']
    case 'image':
      return []
  }
}

function runsLine(runs: DocumentRun[]): string {
  return runs.map(({ text }) => text).join('')
}
