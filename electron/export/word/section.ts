import {
  AlignmentType,
  DocumentGridType,
  Footer,
  HeightRule,
  type ISectionOptions,
  LineRuleType,
  PageNumber,
  PageOrientation,
  Paragraph,
  Table,
  TableAnchorType,
  TableCell,
  TableLayoutType,
  TableRow,
  TextDirection,
  TextRun,
  WidthType,
} from 'docx'
import type { Style } from '../../../shared/compose/style'
import type { Orientation } from './page-runs'
import { styleIds } from './styles-part'
import { pageTwips, twipsOfPoints } from './units'

type Section = Omit<ISectionOptions, 'children'>
type PageSide = 'left' | 'right'

/** Page, grid of lines and characters, and page numbers: odd right, even left (GB/T 9704—2012, 5.2 and 7.5). */
export function section(style: Style, orientation: Orientation): Section {
  return orientation === 'portrait' ? uprightSection(style) : turnedSection(style)
}

function uprightSection(style: Style): Section {
  const { width, height, top, bottom, left, right, footer } = pageTwips(style)
  return {
    properties: {
      page: {
        size: { width, height },
        margin: { top, bottom, left, right, header: HEADER, footer, gutter: 0 },
      },
      grid: grid(style),
    },
    footers: {
      default: pageNumberFooter(style, 'right'),
      even: pageNumberFooter(style, 'left'),
    },
  }
}

/**
 * A page on its side, the head of its table at the upright page's left edge: its margins turn with it, and the page
 * number stays in the place it has on every other page (GB/T 9704—2012, 8).
 */
function turnedSection(style: Style): Section {
  const { width, height, top, bottom, left, right, footer } = pageTwips(style)
  return {
    properties: {
      page: {
        // The docx package turns width and height itself.
        size: { width, height, orientation: PageOrientation.LANDSCAPE },
        margin: { top: left, right: top, bottom: right, left: bottom, header: HEADER, footer, gutter: 0 },
      },
      grid: grid(style),
    },
    footers: {
      default: turnedPageNumberFooter(style, 'right'),
      even: turnedPageNumberFooter(style, 'left'),
    },
  }
}

/** There is no header, but the format wants its place: Word's own. */
const HEADER = 851

/**
 * The standard's 22 lines of 28 characters, as Word's page setup shows them. The text itself does not hang on it: exact
 * line pitch and characters moved together by their style fill the same places. LibreOffice 7.4 sets 14 to 18
 * characters to a line on a grid narrower than its characters; off the grid it, Word and WPS break lines alike.
 */
function grid(style: Style) {
  return {
    type: DocumentGridType.LINES_AND_CHARS,
    linePitch: twipsOfPoints(style.linePitch),
    charSpace: charSpace(style),
  }
}

/** What the grid adds to a character's width so that a line holds its characters, in 4096ths of a point. */
function charSpace(style: Style): number {
  const pitch = pageTwips(style).textWidth / style.charactersPerLine / 20
  return Math.floor((pitch - style.text.body.size) * 4096)
}

function pageNumberFooter(style: Style, side: PageSide): Footer {
  return new Footer({ children: [pageNumberParagraph(style, side)] })
}

/** One character in from the page's outer edge. */
function pageNumberParagraph(style: Style, side: PageSide): Paragraph {
  const { before, after } = style.pageNumber
  return new Paragraph({
    style: styleIds.footer,
    alignment: AlignmentType[side === 'left' ? 'LEFT' : 'RIGHT'],
    indent: { [side]: twipsOfPoints(style.text.pageNumber.size) },
    children: [new TextRun({ font: { hint: 'eastAsia' }, children: [before, PageNumber.CURRENT, after] })],
  })
}

/** The upright page's lower edge is this page's left one: a cell placed there holds the number, turned with the page. */
function turnedPageNumberFooter(style: Style, side: PageSide): Footer {
  const { left, textWidth, footer } = pageTwips(style)
  const lineHeight = twipsOfPoints(style.text.pageNumber.size * SINGLE_SPACING)
  const cell = new TableCell({
    width: { size: lineHeight, type: WidthType.DXA },
    textDirection: TextDirection.TOP_TO_BOTTOM_RIGHT_TO_LEFT,
    children: [pageNumberParagraph(style, side)],
  })
  const place = new Table({
    width: { size: lineHeight, type: WidthType.DXA },
    columnWidths: [lineHeight],
    layout: TableLayoutType.FIXED,
    float: {
      horizontalAnchor: TableAnchorType.PAGE,
      verticalAnchor: TableAnchorType.PAGE,
      absoluteHorizontalPosition: footer,
      absoluteVerticalPosition: left,
    },
    borders: noBorders,
    margins: { left: 0, right: 0, top: 0, bottom: 0, marginUnitType: WidthType.DXA },
    rows: [new TableRow({ height: { value: textWidth, rule: HeightRule.EXACT }, children: [cell] })],
  })
  const rest = new Paragraph({ style: styleIds.footer, spacing: { line: 20, lineRule: LineRuleType.EXACT } })
  return new Footer({ children: [place, rest] })
}

/** Of a line as high as its font asks for. */
const SINGLE_SPACING = 1.3

const noBorders = {
  top: { style: 'none' },
  bottom: { style: 'none' },
  left: { style: 'none' },
  right: { style: 'none' },
  insideHorizontal: { style: 'none' },
  insideVertical: { style: 'none' },
} as const
