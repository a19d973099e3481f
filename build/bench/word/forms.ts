import {
  AlignmentType,
  Document as DocxDocument,
  Footer,
  HeadingLevel,
  ImageRun,
  Packer,
  PageNumber,
  Paragraph,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  TextRun,
  WidthType,
} from 'docx'
import Docxtemplater from 'docxtemplater'
import { TemplateHandler } from 'easy-template-x'
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate'
import PizZip from 'pizzip'
import { exportDocx } from '../../../electron/export/docx'
import { columnWidths } from '../../../electron/export/word/grid'
import type { Document, DocumentBlock, DocumentRun, DocumentTable } from '../../../shared/compose/document'
import { gb9704 } from '../../../shared/compose/style'

/** One way to make the Word file of a report. */
export interface Form {
  name: string
  make(): Promise<Uint8Array>
}

/**
 * The same report made in every way. The templates are our own file with a tag in place of each text, so that all
 * have the same pages, tables and pictures.
 */
export async function formsOf(document: Document): Promise<Form[]> {
  const { tagged, texts } = withTags(document)
  const template = await exportDocx(tagged, gb9704)
  const handler = new TemplateHandler()
  return [
    { name: 'ours', make: () => exportDocx(document, gb9704) },
    { name: 'bare docx', make: () => bareDocx(document) },
    { name: 'docxtemplater', make: async () => docxtemplater(template, texts) },
    {
      name: 'easy-template-x',
      make: async () => new Uint8Array(await handler.process(Buffer.from(template), texts)),
    },
    { name: 'unzip, replace, zip', make: async () => unzipReplaceZip(template, texts) },
  ]
}

function docxtemplater(template: Uint8Array, texts: Record<string, string>): Uint8Array {
  const filled = new Docxtemplater(new PizZip(template)).render(texts)
  return filled.getZip().generate({ type: 'uint8array', compression: 'DEFLATE' })
}

function unzipReplaceZip(template: Uint8Array, texts: Record<string, string>): Uint8Array {
  const files = unzipSync(template)
  const xml = strFromU8(files['word/document.xml'] ?? new Uint8Array())
  const escapes: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;' }
  const filled = xml.replace(/\{(t\d+)\}/gu, (_, tag: string) =>
    (texts[tag] ?? '').replace(/[&<>]/gu, (character) => escapes[character] ?? character),
  )
  return zipSync({ ...files, 'word/document.xml': strToU8(filled) })
}

/** The document with a tag for each text: {t1}, {t2} … */
function withTags(document: Document): { tagged: Document; texts: Record<string, string> } {
  const texts: Record<string, string> = {}
  const tag = (text: string) => {
    const name = `t${Object.keys(texts).length + 1}`
    texts[name] = text
    return `{${name}}`
  }
  const tagRuns = (runs: DocumentRun[]) => runs.map((run) => ({ ...run, text: tag(run.text) }))
  const tagBlock = (block: DocumentBlock): DocumentBlock => {
    switch (block.kind) {
      case 'title':
        return { ...block, lines: block.lines.map(tag) }
      case 'heading':
      case 'paragraph':
        return { ...block, runs: tagRuns(block.runs) }
      case 'runInHeading':
        return { ...block, heading: tagRuns(block.heading), runs: tagRuns(block.runs) }
      case 'issuingLine':
      case 'caption':
        return { ...block, text: tag(block.text) }
      case 'table': {
        const rows = block.table.rows.map((row) => row.map((cell) => ({ ...cell, runs: tagRuns(cell.runs) })))
        return { ...block, table: { ...block.table, rows } }
      }
      case 'signature':
        return {
          ...block,
          ...(block.name !== undefined && { name: tag(block.name) }),
          ...(block.date !== undefined && { date: tag(block.date) }),
        }
      case 'image':
        return block
    }
  }
  return { tagged: { ...document, blocks: document.blocks.map(tagBlock) }, texts }
}

/** The same report by the docx package's own means, as its manual shows, with no more than the look it needs. */
function bareDocx(document: Document): Promise<Uint8Array> {
  const number = () =>
    new Footer({
      children: [new Paragraph({ children: [new TextRun({ children: ['— ', PageNumber.CURRENT, ' —'] })] })],
    })
  const file = new DocxDocument({
    title: document.title,
    creator: document.author,
    evenAndOddHeaderAndFooters: true,
    styles: { default: { document: { run: { font: '仿宋_GB2312', size: 32 } } } },
    sections: [
      {
        properties: { page: { margin: { top: 2098, bottom: 1984, left: 1588, right: 1474 } } },
        footers: { default: number(), even: number() },
        children: document.blocks.flatMap(bareBlock),
      },
    ],
  })
  return Packer.toBuffer(file)
}

function bareRuns(runs: DocumentRun[]): TextRun[] {
  return runs.map(
    ({ text, bold }) => new TextRun({ text, font: { hint: 'eastAsia' }, ...(bold && { bold }) }),
  )
}

function bareBlock(block: DocumentBlock): (Paragraph | Table)[] {
  switch (block.kind) {
    case 'title':
      return block.lines.map((text) => new Paragraph({ text, heading: HeadingLevel.TITLE }))
    case 'heading':
      return [new Paragraph({ heading: HeadingLevel.HEADING_1, children: bareRuns(block.runs) })]
    case 'runInHeading':
      return [new Paragraph({ children: bareRuns([...block.heading, ...block.runs]) })]
    case 'paragraph':
      return [new Paragraph({ children: bareRuns(block.runs), indent: { firstLine: 632 } })]
    case 'issuingLine':
    case 'caption':
      return [new Paragraph({ text: block.text, alignment: AlignmentType.CENTER })]
    case 'image': {
      const { type, width, height, data } = block.image
      const picture = new ImageRun({
        type: type === 'image/png' ? 'png' : 'jpg',
        data: Buffer.from(data, 'base64'),
        transformation: { width, height },
      })
      return [new Paragraph({ children: [picture] })]
    }
    case 'table':
      return [bareTable(block.table)]
    case 'signature':
      return [block.name, block.date].map(
        (text = '') => new Paragraph({ text, alignment: AlignmentType.RIGHT }),
      )
  }
}

function bareTable(table: DocumentTable): Table {
  return new Table({
    columnWidths: columnWidths(table.widths, 8844),
    width: { size: 8844, type: WidthType.DXA },
    layout: TableLayoutType.FIXED,
    rows: table.rows.map(
      (row, index) =>
        new TableRow({
          tableHeader: index < table.headerRows,
          cantSplit: true,
          children: row.map(
            ({ runs, colSpan, rowSpan }) =>
              new TableCell({
                columnSpan: colSpan,
                rowSpan,
                children: [
                  new Paragraph({
                    children: bareRuns(runs),
                    alignment: AlignmentType.CENTER,
                    keepNext: true,
                  }),
                ],
              }),
          ),
        }),
    ),
  })
}
