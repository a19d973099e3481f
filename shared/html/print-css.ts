import type { Style, TextStyle } from '../compose/style'
import { fontFamily, latinFaces } from './fonts'
import { pageCss } from './page-css'

/** The look of the printed page: every number is the style's. */
export function printCss(style: Style): string {
  return [latinFaces(style), pageCss(style), textCss(style), headingCss(style), tableCss(style)].join('\n')
}

function textCss(style: Style): string {
  const { text, linePitch } = style
  const pitch = characterPitch(style)
  return `
* { margin: 0; padding: 0; box-sizing: border-box; }
.destinations { display: none; }
body { ${look(text.body, style)} letter-spacing: ${letterSpacing(text.body, style)}pt;
  text-align: justify; text-spacing-trim: space-all; text-autospace: no-autospace;
  line-break: strict; overflow-wrap: anywhere; orphans: 1; widows: 1; color: #000; }
p, h1, h2, h3, h4, h5, th, td, figcaption { white-space: pre-wrap; }
p, h2, h3, h4, h5, .run-in { text-indent: ${2 * pitch}pt; }
h1 { ${look(text.title, style)} letter-spacing: 0; text-align: center; margin-bottom: ${linePitch}pt;
  break-inside: avoid; break-after: avoid; }
h1:has(+ .issuing-line) { margin-bottom: 0; }
.issuing-line { ${look(text.issuingLine, style)} text-align: center; text-indent: 0; margin-bottom: ${linePitch}pt; }
figure { text-align: center; text-indent: 0; margin: 6pt 0; break-inside: avoid; }
img { display: block; margin: 0 auto; width: auto; height: auto; max-width: 100%; max-height: ${typeAreaHeight(style) * MOST_OF_A_PAGE}mm; }
figcaption, .caption { ${look(text.caption, style)} letter-spacing: 0; text-align: center; text-indent: 0; }
.signature { width: max-content; max-width: 100%; margin: ${linePitch}pt ${2 * pitch}pt 0 auto; text-align: start;
  break-inside: avoid; break-before: avoid; }
.signature p { text-indent: 0; }
.signature p + p { padding-left: ${2 * pitch}pt; }`
}

/** A picture leaves room for its caption. */
const MOST_OF_A_PAGE = 0.85

function headingCss(style: Style): string {
  const { heading1, heading2, heading3, heading4 } = style.text
  const rules = [heading1, heading2, heading3, heading4].map(
    (text, index) =>
      `h${index + 2} { ${look(text, style)} letter-spacing: ${letterSpacing(text, style)}pt; }`,
  )
  return `
h1, h2, h3, h4, h5 { font-weight: normal; }
h2, h3, h4, h5 { break-after: avoid; }
${rules.join('\n')}
.run-in > * { display: inline; text-indent: 0; }
/* Each line is as high as its paragraph says: a part in another font would add what rounding leaves over. */
.run-in > *, strong { line-height: 0; }`
}

function tableCss({ table, ...style }: Style): string {
  const { dense, cellMargin } = table
  const wide = `table:has(> colgroup > col:nth-child(${dense.fromColumns}))`
  const row = (height: number) => `height: ${height}pt;`
  return `
table { width: 100%; table-layout: fixed; border-collapse: collapse; ${look(table.text, { table, ...style })}
  letter-spacing: 0; text-align: center; text-indent: 0; }
caption { display: none; }
.table-region { margin: ${table.gap}pt 0; }
table.kept-together { break-inside: avoid; }
thead { display: table-header-group; break-inside: avoid; }
tr { ${row(table.rowHeight)} break-inside: avoid; }
th, td { border: ${table.borderWidth}pt solid #000; padding: ${cellMargin.vertical}pt ${cellMargin.horizontal}pt;
  font-weight: normal; vertical-align: middle; }
.band { background: #${table.bandFill}; print-color-adjust: exact; }
.header { text-wrap: balance; }
.vertical { writing-mode: vertical-rl; }
${wide} { font-size: ${dense.size}pt; line-height: ${dense.linePitch}pt; }
${wide} tr { ${row(dense.rowHeight)} }
${wide} .stub:not([scope=rowgroup]), ${wide} .note { text-align: start; }
/* （三）不予公开 beside its rows is four characters wide to the point, and breaks after the bracket. */
${wide} .stub[scope=rowgroup] { padding-inline: 0; word-break: keep-all; }`
}

function look(text: TextStyle, style: Style): string {
  return `font: ${text.size}pt/${text.linePitch ?? style.linePitch}pt ${fontFamily(text, style)};`
}

/** From one character to the next on a full line, in points. */
function characterPitch({ page, charactersPerLine }: Style): number {
  const width = page.width - page.margin.left - page.margin.right
  return ((width / 25.4) * 72) / charactersPerLine
}

/** What makes a full line hold its characters; rounded down, or the last one would not fit. */
function letterSpacing({ size }: TextStyle, style: Style): number {
  return Math.floor((characterPitch(style) - size) * 100) / 100
}

/** Millimetres. */
function typeAreaHeight({ page }: Style): number {
  return page.height - page.margin.top - page.margin.bottom
}
