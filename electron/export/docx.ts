import { Document as DocxDocument, Packer } from 'docx'
import type { Document } from '../../shared/compose/document'
import type { Style } from '../../shared/compose/style'
import { body } from './word/body'
import { corePart } from './word/core-part'
import { fontTablePart } from './word/font-table-part'
import { pageRuns } from './word/page-runs'
import { pinZipTimes } from './word/pin-zip-times'
import { section } from './word/section'
import { settingsPart } from './word/settings-part'
import { stylesPart } from './word/styles-part'

/**
 * The report as a Word file, laid out by the style (GB/T 9704—2012 as delivered). The same document and style give
 * the same bytes on any day, in any process and time zone.
 *
 * Import this module when a report is exported, not before: the docx package takes its time to load.
 */
export async function exportDocx(document: Document, style: Style): Promise<Uint8Array> {
  const pictures = document.blocks.filter(({ kind }) => kind === 'image')
  const file = new DocxDocument({
    sections: pageRuns(document.blocks, style).map((run) => ({
      ...section(style, run.orientation),
      children: body(run, pictures, style),
    })),
    evenAndOddHeaderAndFooters: true,
  })
  const zip = await Packer.toBuffer(file, undefined, [
    { path: 'word/styles.xml', data: stylesPart(style) },
    { path: 'word/settings.xml', data: settingsPart() },
    { path: 'word/fontTable.xml', data: fontTablePart(style) },
    { path: 'docProps/core.xml', data: corePart(document) },
  ])
  pinZipTimes(zip)
  return zip
}
