import type { Document, DocumentBlock, HeadingLevel } from '../compose/document'
import { escapeHtml } from './escape'
import { htmlRuns } from './html-runs'
import { htmlTable } from './html-table'

/** The id of a block in the page, by its place in the document. */
export function blockId(index: number): string {
  return `block-${index}`
}

/**
 * The document as semantic HTML: what the printed page, the preview and the web page have in common. The title is
 * the h1, chapters are h2, the clerk's levels h3 to h5. Every block has its id, every figure its address in `data-cell`.
 */
export function documentBody({ blocks }: Document): string {
  return blocks
    .map((block, index) => htmlBlock(block, blockId(index), blocks[index + 1], blocks[index - 1]))
    .filter((html) => html !== '')
    .join('\n')
}

function htmlBlock(
  block: DocumentBlock,
  id: string,
  next: DocumentBlock | undefined,
  previous: DocumentBlock | undefined,
): string {
  switch (block.kind) {
    case 'title':
      return `<h1 id="${id}">${block.lines.map(escapeHtml).join('<br>')}</h1>`
    case 'issuingLine':
      return `<p class="issuing-line" id="${id}">${escapeHtml(block.text)}</p>`
    case 'heading':
      return heading(block.level, htmlRuns(block.runs), ` id="${id}"`)
    case 'runInHeading':
      // Heading and text flow on one line: a style makes both inline, so that the heading stays a real one.
      return `<div class="run-in" id="${id}">${heading(block.level, htmlRuns(block.heading))}<p>${htmlRuns(block.runs)}</p></div>`
    case 'paragraph':
      return `<p id="${id}">${htmlRuns(block.runs)}</p>`
    case 'image':
      return figure(block, id, next?.kind === 'caption' ? next.text : undefined)
    case 'caption':
      return previous?.kind === 'image' ? '' : `<p class="caption" id="${id}">${escapeHtml(block.text)}</p>`
    case 'table':
      return htmlTable(block.table, id)
    case 'signature':
      return signature(block, id)
  }
}

function heading(level: HeadingLevel, content: string, attributes = ''): string {
  const tag = `h${level + 1}`
  return `<${tag}${attributes}>${content}</${tag}>`
}

function figure(
  { image, alt }: DocumentBlock & { kind: 'image' },
  id: string,
  caption: string | undefined,
): string {
  const source = `data:${image.type};base64,${image.data}`
  const size = `width="${image.width}" height="${image.height}"`
  const picture = `<img src="${escapeHtml(source)}" alt="${escapeHtml(alt)}" ${size}>`
  const below = caption === undefined ? '' : `<figcaption>${escapeHtml(caption)}</figcaption>`
  return `<figure id="${id}">${picture}${below}</figure>`
}

function signature({ name, date }: DocumentBlock & { kind: 'signature' }, id: string): string {
  const lines = [name, date].filter((line) => line !== undefined)
  return `<div class="signature" id="${id}">${lines.map((line) => `<p>${escapeHtml(line)}</p>`).join('')}</div>`
}
