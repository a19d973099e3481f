import type { HeadingLevel } from '../../../shared/compose/document'
import type { Style, TextStyle } from '../../../shared/compose/style'
import { characterPitch, halfPoints, twipsOfPoints } from './units'
import { element, valueElement, WORDPROCESSING, xmlPart } from './xml'

/** Style ids of the document; names known to Word in English are those it shows in the reader's own language. */
export const styleIds = {
  title: 'Title',
  issuingLine: 'Subtitle',
  body: 'BodyText',
  heading: (level: HeadingLevel) => `Heading${level}`,
  /** The look of a heading on a part of a paragraph. */
  headingRun: (level: HeadingLevel) => `Heading${level}Char`,
  picture: 'Picture',
  caption: 'Caption',
  signature: 'Signature',
  footer: 'Footer',
  table: 'TableText',
  denseTable: 'DenseTableText',
  landscapeTable: 'LandscapeTableText',
} as const

/**
 * word/styles.xml. The docx package cannot say all of it (snapToGrid in a style, linked styles), and its own default
 * styles and fonts have no business in this document.
 */
export function stylesPart(style: Style): string {
  return xmlPart(
    element('w:styles', { 'xmlns:w': WORDPROCESSING }, documentDefaults(style), ...allStyles(style)),
  )
}

/** Explicit fonts, never those of a theme: WPS reports themed ones as missing. */
function documentDefaults(style: Style): string {
  const language = element('w:lang', { 'w:val': 'en-US', 'w:eastAsia': 'zh-CN', 'w:bidi': 'ar-SA' })
  return element(
    'w:docDefaults',
    {},
    element(
      'w:rPrDefault',
      {},
      element('w:rPr', {}, fonts(style.text.body), ...sizes(style.text.body), language),
    ),
    element('w:pPrDefault'),
  )
}

function allStyles(style: Style): string[] {
  const { text, table } = style
  const firstLine = {
    'w:firstLineChars': 200,
    'w:firstLine': Math.round(2 * characterPitch(style)),
  }
  return [
    paragraphStyle({
      id: 'Normal',
      name: 'Normal',
      isDefault: true,
      // Every line as the standard's grid has it, without hanging on the grid (section.ts): no widow control, no extra
      // space beside digits.
      paragraph: [
        valueElement('w:widowControl', 0),
        valueElement('w:autoSpaceDE', 0),
        valueElement('w:autoSpaceDN', 0),
        valueElement('w:snapToGrid', 0),
        exactSpacing(style.linePitch),
        valueElement('w:jc', 'both'),
      ],
      run: look(text.body, fitting(style)),
    }),
    paragraphStyle({
      id: styleIds.title,
      name: 'Title',
      paragraph: [
        element('w:keepNext'),
        exactSpacing(text.title.linePitch ?? style.linePitch),
        valueElement('w:jc', 'center'),
      ],
      run: look(text.title, unfitted),
    }),
    paragraphStyle({
      id: styleIds.issuingLine,
      name: 'Subtitle',
      paragraph: [valueElement('w:jc', 'center')],
      run: look(text.issuingLine),
    }),
    paragraphStyle({
      id: styleIds.body,
      name: 'Body Text',
      paragraph: [element('w:ind', firstLine)],
      run: [],
    }),
    ...headingStyles(style, firstLine),
    // A picture is as high as it is: an exact line would cut it off.
    paragraphStyle({
      id: styleIds.picture,
      name: '图片',
      paragraph: [
        element('w:spacing', { 'w:before': 120, 'w:after': 120, 'w:line': 240, 'w:lineRule': 'auto' }),
        valueElement('w:jc', 'center'),
      ],
      run: [],
    }),
    paragraphStyle({
      id: styleIds.caption,
      name: 'caption',
      paragraph: [exactSpacing(text.caption.linePitch ?? style.linePitch), valueElement('w:jc', 'center')],
      run: look(text.caption, unfitted),
    }),
    paragraphStyle({
      id: styleIds.signature,
      name: 'Signature',
      paragraph: [element('w:keepNext'), valueElement('w:jc', 'right')],
      run: [],
    }),
    paragraphStyle({
      id: styleIds.footer,
      name: 'footer',
      paragraph: [
        element('w:spacing', { 'w:line': 240, 'w:lineRule': 'auto' }),
        element('w:ind', { 'w:firstLine': 0 }),
      ],
      run: look(text.pageNumber, unfitted),
    }),
    // Table paragraphs have their own spacing and leave the page's grid.
    paragraphStyle({
      id: styleIds.table,
      name: '表格文字',
      paragraph: [
        valueElement('w:snapToGrid', 0),
        exactSpacing(table.text.linePitch),
        valueElement('w:jc', 'center'),
      ],
      run: look(table.text, unfitted),
    }),
    paragraphStyle({
      id: styleIds.denseTable,
      name: '密排表格文字',
      basedOn: styleIds.table,
      paragraph: [exactSpacing(table.dense.linePitch)],
      run: sizes(table.dense),
    }),
    paragraphStyle({
      id: styleIds.landscapeTable,
      name: '横排表格文字',
      basedOn: styleIds.table,
      paragraph: [exactSpacing(table.landscape.linePitch)],
      run: sizes(table.landscape),
    }),
    element(
      'w:style',
      { 'w:type': 'table', 'w:default': 1, 'w:styleId': 'TableNormal' },
      valueElement('w:name', 'Normal Table'),
      valueElement('w:uiPriority', 99),
      element('w:semiHidden'),
      element('w:tblPr', {}, element('w:tblInd', { 'w:w': 0, 'w:type': 'dxa' })),
    ),
  ]
}

function headingStyles(style: Style, firstLine: Record<string, number>): string[] {
  const levels: HeadingLevel[] = [1, 2, 3, 4]
  return levels.flatMap((level) => {
    const run = look(style.text[`heading${level}`])
    const paragraph = paragraphStyle({
      id: styleIds.heading(level),
      name: `heading ${level}`,
      link: styleIds.headingRun(level),
      paragraph: [
        element('w:keepNext'),
        element('w:ind', firstLine),
        valueElement('w:outlineLvl', level - 1),
      ],
      run,
    })
    const character = element(
      'w:style',
      { 'w:type': 'character', 'w:customStyle': 1, 'w:styleId': styleIds.headingRun(level) },
      valueElement('w:name', `heading ${level} Char`),
      valueElement('w:link', styleIds.heading(level)),
      element('w:rPr', {}, ...run),
    )
    return [paragraph, character]
  })
}

interface ParagraphStyle {
  id: string
  name: string
  isDefault?: true
  basedOn?: string
  link?: string
  paragraph: string[]
  run: string[]
}

function paragraphStyle({
  id,
  name,
  isDefault,
  basedOn = 'Normal',
  link,
  paragraph,
  run,
}: ParagraphStyle): string {
  const custom = /^[a-zA-Z]/u.test(name) ? {} : { 'w:customStyle': 1 }
  return element(
    'w:style',
    { 'w:type': 'paragraph', ...(isDefault && { 'w:default': 1 }), ...custom, 'w:styleId': id },
    valueElement('w:name', name),
    ...(isDefault ? [] : [valueElement('w:basedOn', basedOn)]),
    ...(link === undefined ? [] : [valueElement('w:link', link)]),
    element('w:qFormat'),
    ...(paragraph.length > 0 ? [element('w:pPr', {}, ...paragraph)] : []),
    ...(run.length > 0 ? [element('w:rPr', {}, ...run)] : []),
  )
}

function look(text: TextStyle, spacing: string[] = []): string[] {
  return [fonts(text), ...spacing, ...sizes(text)]
}

/** What moves characters together so that a line holds its number of them, with some tenths of a point to spare. */
function fitting(style: Style): string[] {
  const spacing = Math.floor(characterPitch(style) - style.text.body.size * 20) - 1
  return [valueElement('w:snapToGrid', 0), valueElement('w:spacing', spacing)]
}

/** For texts that fill no line. */
const unfitted = [valueElement('w:spacing', 0)]

/** The hint keeps “ ” — … · in the Chinese font. */
function fonts({ font, latinFont }: TextStyle): string {
  return element('w:rFonts', {
    'w:hint': 'eastAsia',
    'w:ascii': latinFont,
    'w:hAnsi': latinFont,
    'w:eastAsia': font,
    'w:cs': latinFont,
  })
}

function sizes({ size }: { size: number }): string[] {
  return [valueElement('w:sz', halfPoints(size)), valueElement('w:szCs', halfPoints(size))]
}

function exactSpacing(linePitch: number): string {
  const line = twipsOfPoints(linePitch)
  return element('w:spacing', { 'w:before': 0, 'w:after': 0, 'w:line': line, 'w:lineRule': 'exact' })
}
