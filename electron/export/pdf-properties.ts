import {
  PDFArray,
  PDFDict,
  PDFDocument,
  PDFHexString,
  PDFName,
  type PDFObject,
  PDFString,
} from '@cantoo/pdf-lib'

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
  renumberTags(file)
  return file.save({ rewrite: true, addDefaultPage: false, updateFieldAppearances: false })
}

/**
 * Chromium names the tags of a page node00000012 and so on, counting from wherever its window has got to. Here they
 * count from 1 in the same order, which the tree of names depends on (ISO 32000-1, 7.9.6).
 */
function renumberTags(file: PDFDocument): void {
  const names = new Set<string>()
  const visitAll = (visit: (name: string) => PDFString | undefined): void => {
    for (const [, object] of file.context.enumerateIndirectObjects()) visitStrings(object, visit)
  }
  visitAll((name) => {
    names.add(name)
    return undefined
  })
  const numbers = new Map([...names].sort().map((name, index) => [name, index + 1]))
  visitAll((name) => PDFString.of(`node${String(numbers.get(name)).padStart(8, '0')}`))
}

/** Shows every tag's name in an object to `visit`, and puts what it returns in its place. */
function visitStrings(object: PDFObject, visit: (name: string) => PDFString | undefined): void {
  if (object instanceof PDFArray)
    object.asArray().forEach((item, index) => {
      const replaced = visitString(item, visit)
      if (replaced) object.set(index, replaced)
    })
  if (object instanceof PDFDict)
    for (const [key, item] of object.entries()) {
      const replaced = visitString(item, visit)
      if (replaced) object.set(key, replaced)
    }
}

function visitString(
  object: PDFObject,
  visit: (name: string) => PDFString | undefined,
): PDFString | undefined {
  const isText = object instanceof PDFString || object instanceof PDFHexString
  const text = isText ? object.decodeText() : ''
  if (/^node\d{8}$/.test(text)) return visit(text)
  visitStrings(object, visit)
  return undefined
}
