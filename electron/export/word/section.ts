import {
  AlignmentType,
  DocumentGridType,
  Footer,
  type ISectionOptions,
  PageNumber,
  Paragraph,
  TextRun,
} from 'docx'
import type { Style } from '../../../shared/compose/style'
import { styleIds } from './styles-part'
import { pageTwips, twipsOfPoints } from './units'

/** Page, grid of lines and characters, and page numbers: odd right, even left (GB/T 9704—2012, 5.2 and 7.5). */
export function section(style: Style): Omit<ISectionOptions, 'children'> {
  const { width, height, top, bottom, left, right, footer } = pageTwips(style)
  return {
    properties: {
      page: {
        size: { width, height },
        margin: { top, bottom, left, right, header: HEADER, footer, gutter: 0 },
      },
      grid: {
        type: DocumentGridType.LINES_AND_CHARS,
        linePitch: twipsOfPoints(style.linePitch),
        charSpace: charSpace(style),
      },
    },
    footers: {
      default: pageNumberFooter(style, 'right'),
      even: pageNumberFooter(style, 'left'),
    },
  }
}

/** There is no header, but the format wants its place: Word's own. */
const HEADER = 851

/** What the grid adds to a character's width so that a line holds its characters, in 4096ths of a point. */
function charSpace(style: Style): number {
  const pitch = pageTwips(style).textWidth / style.charactersPerLine / 20
  return Math.floor((pitch - style.text.body.size) * 4096)
}

/** One character in from the page's outer edge. */
function pageNumberFooter(style: Style, side: 'left' | 'right'): Footer {
  const { before, after } = style.pageNumber
  return new Footer({
    children: [
      new Paragraph({
        style: styleIds.footer,
        alignment: AlignmentType[side === 'left' ? 'LEFT' : 'RIGHT'],
        indent: { [side]: twipsOfPoints(style.text.pageNumber.size) },
        children: [
          new TextRun({ font: { hint: 'eastAsia' }, children: [before, PageNumber.CURRENT, after] }),
        ],
      }),
    ],
  })
}
