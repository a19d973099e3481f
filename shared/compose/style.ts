import gb9704Data from '../../templates/styles/gb9704.json'

/** How a kind of text looks. */
export interface TextStyle {
  /** Font of Chinese characters and Chinese punctuation. */
  font: string
  /** Font of digits and Latin letters. */
  latinFont: string
  /** Points. */
  size: number
  /** Points from line to line; without it the document's own. */
  linePitch?: number
}

/**
 * What the document looks like: data in `templates/styles/`, so that an office's variant (28 pt pitch, page number
 * "-1-", other fonts) needs no code. Page measures in millimetres, all others in points.
 */
export interface Style {
  kind: 'nianbao-style'
  id: string
  name: string
  page: {
    width: number
    height: number
    margin: { top: number; bottom: number; left: number; right: number }
    /** From the page's lower edge to the page number's. */
    footer: number
  }
  charactersPerLine: number
  linePitch: number
  text: {
    title: TextStyle
    issuingLine: TextStyle
    body: TextStyle
    heading1: TextStyle
    heading2: TextStyle
    heading3: TextStyle
    heading4: TextStyle
    caption: TextStyle
    pageNumber: TextStyle
  }
  /** What stands around the page number: "— 1 —". */
  pageNumber: { before: string; after: string }
  table: {
    text: TextStyle & { linePitch: number }
    /** Between a table and the text above and below it. */
    gap: number
    /** A row is at least this high. */
    rowHeight: number
    /** Tables of at least this many columns are set smaller. */
    dense: { fromColumns: number; size: number; linePitch: number; rowHeight: number }
    /** Tables, by id, each on a landscape page of its own (GB/T 9704—2012, 8), set still smaller to fit on it. */
    landscape: { tables: string[]; size: number; linePitch: number; rowHeight: number }
    /** Between a cell's text and its borders. */
    cellMargin: { horizontal: number; vertical: number }
    /** Shading of the band rows, RRGGBB. */
    bandFill: string
    borderWidth: number
  }
  /** What Word is told to put in place of a font a computer lacks. */
  substitutes: Record<string, string>
  /** What stands in for a missing font on our own pages, in order of likeness. */
  standIns: Record<string, string[]>
  /** Other names under which a system may know the same font. */
  otherNames: Record<string, string[]>
}

/** GB/T 9704—2012 党政机关公文格式. */
export const gb9704: Style = gb9704Data as Style
