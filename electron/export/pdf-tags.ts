import {
  PDFArray,
  PDFDict,
  type PDFDocument,
  PDFHexString,
  PDFName,
  type PDFObject,
  PDFRef,
  PDFString,
} from '@cantoo/pdf-lib'

/**
 * Chromium names the tags of a page node00000012 and so on, in the order in which its accessibility tree happened to
 * grow. Here they are numbered from 1 as they stand in the document, wherever they are named: in the tag itself, in
 * the cells of tables that name their headings, and in the index of names.
 */
export function renameTags(file: PDFDocument): void {
  const objects = file.context.enumerateIndirectObjects().map(([, object]) => object)
  const tags = objects.filter((object) => object instanceof PDFDict && isTag(object)) as PDFDict[]
  const names = new Map<string, PDFString>()
  for (const tag of tags) {
    const name = tagName(tag.get(PDFName.of('ID')))
    if (name !== undefined) names.set(name, PDFString.of(`node${String(names.size + 1).padStart(8, '0')}`))
  }
  for (const object of objects) rename(object, names)
  for (const object of objects) if (object instanceof PDFDict) sortIndex(object, names.size)
}

function isTag(dictionary: PDFDict): boolean {
  return dictionary.get(PDFName.of('Type')) === PDFName.of('StructElem')
}

function tagName(object: PDFObject | undefined): string | undefined {
  const isText = object instanceof PDFString || object instanceof PDFHexString
  const text = isText ? object.decodeText() : ''
  return /^node\d{8}$/.test(text) ? text : undefined
}

function rename(object: PDFObject, names: Map<string, PDFString>): void {
  const entries: [item: PDFObject, put: (renamed: PDFString) => void][] =
    object instanceof PDFArray
      ? object.asArray().map((item, index) => [item, (renamed) => object.set(index, renamed)])
      : object instanceof PDFDict
        ? object.entries().map(([key, item]) => [item, (renamed) => object.set(key, renamed)])
        : []
  for (const [item, put] of entries) {
    const renamed = names.get(tagName(item) ?? '')
    if (renamed) put(renamed)
    else rename(item, names)
  }
}

/** The index lists names in order, each with its tag (ISO 32000-1, 7.9.6); Skia writes it in one piece. */
function sortIndex(dictionary: PDFDict, tags: number): void {
  const list = dictionary.get(PDFName.of('Names'))
  if (!(list instanceof PDFArray) || tagName(list.get(0)) === undefined) return
  if (list.size() !== tags * 2) throw new Error('The index of tags is not in one piece.')
  const pairs = Array.from(
    { length: tags },
    (_, index) => [list.get(index * 2), list.get(index * 2 + 1)] as const,
  )
  pairs.sort(([one], [other]) => ((tagName(one) ?? '') < (tagName(other) ?? '') ? -1 : 1))
  pairs.forEach(([name, tag], index) => {
    if (!(name && tag instanceof PDFRef)) throw new Error('The index of tags names something else.')
    list.set(index * 2, name)
    list.set(index * 2 + 1, tag)
  })
  const limits = dictionary.get(PDFName.of('Limits'))
  if (!(limits instanceof PDFArray)) return
  for (const [index, pair] of [pairs[0], pairs.at(-1)].entries()) if (pair?.[0]) limits.set(index, pair[0])
}
