import { type FileChild, type IParagraphOptions, LineRuleType, Paragraph, TextRun } from 'docx'
import type { DocumentBlock } from '../../../shared/compose/document'
import type { Style } from '../../../shared/compose/style'
import { ChangedParagraph } from './changes'
import type { PageRun } from './page-runs'
import { pictureParagraph } from './picture'
import { textRuns } from './runs'
import { signatureParagraphs } from './signature'
import { styleIds } from './styles-part'
import { documentTable } from './table'
import { twipsOfPoints } from './units'

/** The blocks of one run of pages in Word's terms. */
export function body({ blocks, orientation }: PageRun, pictures: DocumentBlock[], style: Style): FileChild[] {
  const parts = blocks.flatMap((block, index): FileChild[] => {
    const [previous, next] = [blocks[index - 1]?.kind, blocks[index + 1]?.kind]
    if (block.kind === 'table')
      return [documentTable(block.table, style, orientation), ...(next === 'table' ? [gap()] : [])]
    const paragraphs =
      block.kind === 'image'
        ? [pictureParagraph(block, pictures.indexOf(block) + 1, style, next === 'caption')]
        : textParagraphs(block, { previous, next }, style)
    const { change } = block
    return change ? paragraphs.map((paragraph) => new ChangedParagraph(paragraph, change)) : paragraphs
  })
  const last = blocks.at(-1)
  return last?.kind === 'table' || last?.change ? [...parts, end()] : parts
}

/** The kinds of the blocks above and below; undefined: there is none. */
interface Neighbours {
  previous: DocumentBlock['kind'] | undefined
  next: DocumentBlock['kind'] | undefined
}

function textParagraphs(
  block: Exclude<DocumentBlock, { kind: 'image' | 'table' }>,
  neighbours: Neighbours,
  style: Style,
): Paragraph[] {
  const { next } = neighbours
  const around = gapsToTables(neighbours, style)
  // The last paragraph keeps with the signature, which never stands alone on a page.
  const body = { style: styleIds.body, keepNext: next === 'signature', ...around }
  switch (block.kind) {
    case 'title':
      return [titleParagraph(block.lines, next === 'issuingLine' ? 0 : style.linePitch)]
    case 'issuingLine':
      return [issuingLineParagraph(block.text, style.linePitch)]
    case 'heading':
      return [
        new Paragraph({ style: styleIds.heading(block.level), children: textRuns(block.runs), ...around }),
      ]
    case 'runInHeading':
      return [runInHeadingParagraph(block, body)]
    case 'paragraph':
      return [new Paragraph({ ...body, children: textRuns(block.runs) })]
    case 'caption':
      return [
        new Paragraph({ style: styleIds.caption, children: textRuns([{ text: block.text }]), ...around }),
      ]
    case 'signature':
      return signatureParagraphs(block, style)
  }
}

/** One paragraph, its lines broken where the document says; room for a line below it. */
function titleParagraph(lines: string[], pointsBelow: number): Paragraph {
  return new Paragraph({
    style: styleIds.title,
    spacing: { after: twipsOfPoints(pointsBelow) },
    children: lines.map(
      (text, index) => new TextRun({ text, font: { hint: 'eastAsia' }, ...(index > 0 && { break: 1 }) }),
    ),
  })
}

function issuingLineParagraph(text: string, pointsBelow: number): Paragraph {
  return new Paragraph({
    style: styleIds.issuingLine,
    spacing: { after: twipsOfPoints(pointsBelow) },
    children: textRuns([{ text }]),
  })
}

/**
 * Heading and text in one paragraph: the heading looks like one, and the paragraph has its outline level. Word's
 * style separator would show the heading alone in the navigation pane, but LibreOffice then prints two paragraphs.
 */
function runInHeadingParagraph(
  { level, heading, runs }: DocumentBlock & { kind: 'runInHeading' },
  body: IParagraphOptions,
): Paragraph {
  return new Paragraph({
    ...body,
    outlineLevel: level - 1,
    children: [...textRuns(heading, styleIds.headingRun(level)), ...textRuns(runs)],
  })
}

/** Text does not touch the table above or below it. */
function gapsToTables({ previous, next }: Neighbours, { table }: Style): IParagraphOptions {
  const gap = twipsOfPoints(table.gap)
  const spacing = { ...(previous === 'table' && { before: gap }), ...(next === 'table' && { after: gap }) }
  return Object.keys(spacing).length > 0 ? { spacing } : {}
}

/** Word joins tables that touch. */
function gap(): Paragraph {
  return new Paragraph({ style: styleIds.table })
}

/** Word wants a paragraph after the last table, and one that stays after the last change; as low as can be, or it would begin another page below a full one. */
function end(): Paragraph {
  return new Paragraph({ style: styleIds.table, spacing: { line: 20, lineRule: LineRuleType.EXACT } })
}
