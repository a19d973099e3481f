import type {
  WordBlock,
  WordCell,
  WordNote,
  WordParagraph,
  WordRow,
  WordRun,
  WordTable,
} from '../../shared/import/word-document'
import type { ListNumbers } from './list-numbers'
import { ownProperties, type ParagraphStyle } from './paragraph-styles'
import { child, childValue, isOn, type XmlNode } from './xml-tree'

/** What a reader never sees of a Word document's body, and what this reader has no use for. */
export const unseenElements: ReadonlySet<string> = new Set([
  ...['moveFrom', 'delText', 'instrText', 'delInstrText', 'rt', 'Fallback', 'sectPr', 'tblBorders'],
  ...[
    'tblCellMar',
    'tblLook',
    'tcBorders',
    'tcMar',
    'shd',
    'rFonts',
    'sz',
    'szCs',
    'lang',
    'kern',
    'spacing',
  ],
  ...['ind', 'jc', 'vAlign', 'tcW', 'trHeight', 'cantSplit', 'bookmarkStart', 'bookmarkEnd', 'proofErr'],
  ...['noProof', 'color', 'bCs', 'widowControl', 'snapToGrid', 'tblW', 'tblLayout', 'lastRenderedPageBreak'],
])

/** What the body's elements refer to. */
export interface BodyParts {
  styles: Map<string, ParagraphStyle>
  numbers: ListNumbers
  /** Path of a picture's part by relationship id. */
  pictures: Map<string, string>
}

/** The body of a document as blocks: tracked changes accepted, fields as their results, content controls opened. */
export function readBody(body: XmlNode, parts: BodyParts): { blocks: WordBlock[]; notes: WordNote[] } {
  const notes = new Set<WordNote>()
  return { blocks: readBlocks(body.children, { ...parts, notes }), notes: [...notes] }
}

interface Reading extends BodyParts {
  notes: Set<WordNote>
}

function readBlocks(nodes: XmlNode[], reading: Reading): WordBlock[] {
  const blocks: WordBlock[] = []
  let joins = false
  for (const node of nodes.flatMap(opened)) {
    if (node.name === 'tbl') blocks.push(readTable(node, reading))
    if (node.name !== 'p') continue
    const { paragraph, boxed, isMarkDeleted } = readParagraph(node, reading)
    const last = blocks.at(-1)
    if (joins && last?.kind === 'paragraph') last.runs.push(...paragraph.runs)
    else blocks.push(paragraph)
    blocks.push(...boxed)
    joins = isMarkDeleted
  }
  return blocks
}

/** The blocks, rows or cells themselves, whatever they are wrapped in: content controls, insertions, custom XML. */
function opened(node: XmlNode): XmlNode[] {
  switch (node.name) {
    case 'sdt':
      return (child(node, 'sdtContent')?.children ?? []).flatMap(opened)
    case 'ins':
    case 'moveTo':
    case 'customXml':
    case 'smartTag':
    case 'AlternateContent':
    case 'Choice':
      return node.children.flatMap(opened)
    default:
      return [node]
  }
}

function readParagraph(node: XmlNode, reading: Reading) {
  const properties = child(node, 'pPr')
  const style = childValue(properties, 'pStyle')
  const placed = { ...(style === undefined ? {} : reading.styles.get(style)), ...ownProperties(properties) }
  const collected: Collected = { runs: [], boxed: [], images: [], field: 0, reading }
  for (const part of node.children) collect(part, collected)
  const { list, level } = placed.numbering ?? { list: '0', level: 0 }
  // A paragraph without text has no number of its own in a report; list 0 takes a style's numbering away.
  const number = list === '0' || collected.runs.length === 0 ? '' : reading.numbers.next(list, level)
  const mark = child(properties, 'rPr')
  if (child(mark, 'ins')) reading.notes.add('tracked')
  const paragraph: WordParagraph = {
    kind: 'paragraph',
    runs: collected.runs,
    images: collected.images,
    ...(style !== undefined && { style }),
    ...(placed.outline !== undefined && placed.outline < 9 && { outline: placed.outline }),
    ...(number !== '' && { number }),
  }
  return { paragraph, boxed: collected.boxed, isMarkDeleted: child(mark, 'del') !== undefined }
}

interface Collected {
  runs: WordRun[]
  /** What stands in text boxes anchored here. */
  boxed: WordBlock[]
  images: string[]
  /** How many fields are open whose result has not begun. */
  field: number
  reading: Reading
}

function collect(node: XmlNode, into: Collected): void {
  switch (node.name) {
    case 'pPr':
    case 'rPr':
    case 'sdtPr':
      return
    case 'del':
      into.reading.notes.add('tracked')
      return
    case 'r':
      collectRun(node, into)
      return
    case 'txbxContent':
      into.boxed.push(...readBlocks(node.children, into.reading))
      return
    case 'blip':
    case 'imagedata':
      collectPicture(node.attributes.embed ?? node.attributes.id, into)
      return
    case 'ins':
    case 'moveTo':
      into.reading.notes.add('tracked')
  }
  for (const part of node.children) collect(part, into)
}

function collectPicture(id: string | undefined, { images, reading }: Collected): void {
  const path = id === undefined ? undefined : reading.pictures.get(id)
  if (path !== undefined) images.push(path)
}

function collectRun(run: XmlNode, into: Collected): void {
  const properties = child(run, 'rPr')
  // Hidden text and the letters above a ruby base are not read by anybody.
  if (isOn(properties, 'vanish')) return
  if (isOn(properties, 'strike') || isOn(properties, 'dstrike')) {
    into.reading.notes.add('struck')
    return
  }
  const height = childValue(properties, 'vertAlign')
  const style = childValue(properties, 'rStyle')
  const look = {
    ...(isOn(properties, 'b') && { bold: true as const }),
    ...(style !== undefined && { style }),
  }
  for (const part of run.children) {
    if (part.name === 'fldChar') into.field = fieldDepth(part, into.field)
    const text = into.field === 0 ? runText(part) : undefined
    if (text === undefined) collect(part, into)
    else if (text !== '') addText(raised(text, height), look, into.runs)
  }
}

/** Between the beginning of a field and its result stands its code, which is no text. */
function fieldDepth({ attributes }: XmlNode, depth: number): number {
  if (attributes.fldCharType === 'begin') return depth + 1
  return attributes.fldCharType === 'separate' || depth > 0 ? Math.max(0, depth - 1) : depth
}

function runText(part: XmlNode): string | undefined {
  switch (part.name) {
    case 't':
      return part.text
    case 'tab':
    case 'ptab':
      return '\t'
    case 'br':
    case 'cr':
      return '\n'
    case 'noBreakHyphen':
      return '-'
    case 'softHyphen':
    case 'rPr':
      return ''
    default:
      return undefined
  }
}

const RAISED = { superscript: '⁰¹²³⁴⁵⁶⁷⁸⁹', subscript: '₀₁₂₃₄₅₆₇₈₉' }

/** A mark above or below the line is no digit of the number before it. */
function raised(text: string, height: string | undefined): string {
  if (height !== 'superscript' && height !== 'subscript') return text
  return text.replace(/\d/gu, (digit) => RAISED[height][Number(digit)] ?? digit)
}

function addText(text: string, look: Omit<WordRun, 'text'>, runs: WordRun[]): void {
  const last = runs.at(-1)
  if (last && last.bold === look.bold && last.style === look.style) last.text += text
  else runs.push({ text, ...look })
}

function readTable(node: XmlNode, reading: Reading): WordTable {
  const grid = child(node, 'tblGrid')?.children.filter(({ name }) => name === 'gridCol') ?? []
  return {
    kind: 'table',
    widths: grid.map(({ attributes }) => Number(attributes.w ?? 0)),
    rows: node.children
      .flatMap(opened)
      .filter(({ name }) => name === 'tr')
      .filter((row) => !isTakenOut(row, reading))
      .map((row) => readRow(row, reading)),
  }
}

function isTakenOut(row: XmlNode, { notes }: Reading): boolean {
  const properties = child(row, 'trPr')
  const isDeleted = child(properties, 'del') !== undefined
  if (isDeleted) notes.add('tracked')
  return isDeleted || isOn(properties, 'hidden')
}

function readRow(row: XmlNode, reading: Reading): WordRow {
  const properties = child(row, 'trPr')
  const nodes = row.children.flatMap(opened).filter(({ name }) => name === 'tc')
  const kept = nodes.filter((cell) => child(child(cell, 'tcPr'), 'cellDel') === undefined)
  if (kept.length < nodes.length) reading.notes.add('revisedCells')
  return {
    isHeader: isOn(properties, 'tblHeader'),
    before: count(childValue(properties, 'gridBefore'), 0),
    after: count(childValue(properties, 'gridAfter'), 0),
    cells: kept.map((cell) => readCell(cell, reading)),
  }
}

function readCell(cell: XmlNode, reading: Reading): WordCell {
  const properties = child(cell, 'tcPr')
  if (child(properties, 'cellMerge')) reading.notes.add('revisedCells')
  const vertical = mergeOf(properties, 'vMerge')
  const horizontal = mergeOf(properties, 'hMerge')
  return {
    span: Math.max(1, count(childValue(properties, 'gridSpan'), 1)),
    ...(vertical && { vertical }),
    ...(horizontal && { horizontal }),
    blocks: readBlocks(cell.children, reading),
  }
}

/** Without a value it continues (ECMA-376, 17.4.84). */
function mergeOf(properties: XmlNode | undefined, name: string): 'restart' | 'continue' | undefined {
  const merge = child(properties, name)
  if (!merge) return undefined
  return merge.attributes.val === 'restart' ? 'restart' : 'continue'
}

/** No table of a report is wider; a number beyond that is damage. */
const WIDEST = 200

function count(text: string | undefined, otherwise: number): number {
  const number = text === undefined ? otherwise : Number(text)
  return Number.isInteger(number) && number >= 0 && number <= WIDEST ? number : otherwise
}
