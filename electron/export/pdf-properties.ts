import { PDFDict, PDFDocument, PDFName } from '@cantoo/pdf-lib'
import { renameTags } from './pdf-tags'

/**
 * Sets what a PDF says about itself: title, author, language, and the title in the window's bar. What would differ
 * from one printing to the next goes: the times, and names of tags that Chromium counts on. The same report gives the
 * same file on any day.
 */
export async function withProperties(
  pdf: Uint8Array,
  { title, author }: { title: string; author: string },
): Promise<Uint8Array> {
  const file = await PDFDocument.load(pdf, { updateMetadata: false })
  file.setTitle(title, { showInWindowTitleBar: true })
  file.setAuthor(author)
  file.setLanguage('zh-CN')
  file.setCreator('年报编写台')
  const information = file.context.lookup(file.context.trailerInfo.Info, PDFDict)
  for (const time of ['CreationDate', 'ModDate']) information.delete(PDFName.of(time))
  renameTags(file)
  return file.save({ rewrite: true, addDefaultPage: false, updateFieldAppearances: false })
}
