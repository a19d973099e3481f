import { Document as DocxDocument, Packer } from 'docx'
import type { Document } from '../../shared/compose/document'
import type { Style } from '../../shared/compose/style'
import { visibleText } from '../../shared/compose/visible-text'
import { body } from './word/body'
import { corePart } from './word/core-part'
import { fontTablePart } from './word/font-table-part'
import { pageRuns } from './word/page-runs'
import { pinZipTimes } from './word/pin-zip-times'
import { section } from './word/section'
import { settingsPart } from './word/settings-part'
import { stylesPart } from './word/styles-part'
import { textHash } from './word/text-hash'
import { withWorkingCopy } from './word/working-copy-parts'

export interface DocxOptions {
  /** Text of the draft's file, to be carried inside; without it the file holds nothing but the report. */
  workingCopy?: string
}

/**
 * The report as a Word file, laid out by the style (GB/T 9704—2012 as delivered). The same document and style give
 * the same bytes on any day, in any process and time zone.
 *
 * Import this module when a report is exported, not before: the docx package takes its time to load.
 */
export async function exportDocx(
  document: Document,
  style: Style,
  { workingCopy }: DocxOptions = {},
): Promise<Uint8Array> {
  const pictures = document.blocks.filter(({ kind }) => kind === 'image')
  const file = new DocxDocument({
    sections: pageRuns(document.blocks, style).map((run) => ({
      ...section(style, run.orientation),
      children: body(run, pictures, style),
    })),
    evenAndOddHeaderAndFooters: true,
  })
  const report = await Packer.toBuffer(file, undefined, [
    { path: 'word/styles.xml', data: stylesPart(style) },
    { path: 'word/settings.xml', data: settingsPart() },
    { path: 'word/fontTable.xml', data: fontTablePart(style) },
    { path: 'docProps/core.xml', data: corePart(document) },
  ])
  const zip =
    workingCopy === undefined
      ? report
      : withWorkingCopy(report, { draftText: workingCopy, textHash: textHash(visibleText(document)) })
  pinZipTimes(zip)
  return zip
}
