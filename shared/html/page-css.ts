import type { Style } from '../compose/style'
import { cssString, fontFamily } from './fonts'

/** Paper, margins and page numbers, upright and on its side. */
export function pageCss(style: Style): string {
  return [uprightPage(style), turnedPage(style), turnedTables(style)].join('\n')
}

/** Odd pages have their number on the right, even ones on the left, one character in (GB/T 9704—2012, 7.5). */
function uprightPage(style: Style): string {
  const { width, height, margin, footer } = style.page
  const look = `${pageNumber(style)} vertical-align: bottom; padding-bottom: ${footer}mm;`
  const inwards = `${style.text.pageNumber.size}pt`
  return `
@page { size: ${width}mm ${height}mm; margin: ${margin.top}mm ${margin.right}mm ${margin.bottom}mm ${margin.left}mm; }
@page :right { @bottom-right { ${look} text-align: right; padding-right: ${inwards}; } }
@page :left { @bottom-left { ${look} text-align: left; padding-left: ${inwards}; } }`
}

/**
 * A page on its side, the head of its table at the upright page's left edge: its margins turn with it, and the page
 * number stays in the place it has on every other page (GB/T 9704—2012, 8).
 */
function turnedPage(style: Style): string {
  const { width, height, margin, footer } = style.page
  const line = (style.text.pageNumber.size * LINE * 25.4) / 72
  const look = `${pageNumber(style)} writing-mode: vertical-rl; vertical-align: top; width: ${line}mm; margin-left: ${footer}mm; margin-right: auto;`
  const inwards = `${style.text.pageNumber.size}pt`
  return `
@page turned { size: ${height}mm ${width}mm; margin: ${margin.left}mm ${margin.top}mm ${margin.right}mm ${margin.bottom}mm; }
@page turned:right { @bottom-right { content: none; } @left-bottom { ${look} text-align: end; padding-bottom: ${inwards}; } }
@page turned:left { @bottom-left { content: none; } @left-top { ${look} text-align: start; padding-top: ${inwards}; } }`
}

/** The heading right above a table goes along with it. */
function turnedTables({ table: { landscape } }: Style): string {
  return landscape.tables
    .map((id) => {
      const region = `[data-table=${cssString(id)}]`
      const headings = [1, 2, 3, 4].map((level) => `h${level + 1}:has(+ ${region})`)
      return `${[region, ...headings].join(', ')} { page: turned; }
${region} table:nth-child(n) { font-size: ${landscape.size}pt; line-height: ${landscape.linePitch}pt; }
${region} table tr:nth-child(n) { height: ${landscape.rowHeight}pt; }`
    })
    .join('\n')
}

function pageNumber(style: Style): string {
  const { before, after } = style.pageNumber
  const { size } = style.text.pageNumber
  const content = `content: ${cssString(before)} counter(page) ${cssString(after)};`
  return `${content} white-space: pre; font: ${size}pt/${LINE} ${fontFamily(style.text.pageNumber, style)};`
}

/** Word's single spacing of Chinese fonts: the number stands as high above the edge as in the Word file. */
const LINE = 1.3
