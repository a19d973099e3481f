import type { Document } from '../compose/document'
import type { Style } from '../compose/style'
import { blockId, documentBody } from './document-body'
import { escapeHtml } from './escape'
import { printCss } from './print-css'

/**
 * The whole page that is printed to PDF, and that the preview shows as PDF: paper, type area, line pitch, fonts and
 * page numbers as the style has them (GB/T 9704—2012 as delivered). It holds no script and asks for nothing.
 */
export function printPage(document: Document, style: Style): string {
  return [
    '<!doctype html>',
    '<html lang="zh-CN">',
    '<head>',
    '<meta charset="utf-8">',
    `<meta http-equiv="Content-Security-Policy" content="${contentSecurityPolicy}">`,
    `<title>${escapeHtml(document.title)}</title>`,
    `<style>${printCss(style)}</style>`,
    '</head>',
    '<body>',
    documentBody(document),
    destinations(document),
    '</body>',
    '</html>',
    '',
  ].join('\n')
}

const contentSecurityPolicy = "default-src 'none'; img-src data:; style-src 'unsafe-inline'"

/** Chromium gives a PDF a named destination for each place that a link of the page leads to, seen or not. */
function destinations({ blocks }: Document): string {
  const links = blocks.map((_, index) => `<a href="#${blockId(index)}"></a>`)
  return `<div class="destinations">${links.join('')}</div>`
}
