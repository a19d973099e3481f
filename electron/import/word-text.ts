import { SaxesParser, type SaxesTagNS } from 'saxes'

const WORDPROCESSING = new Set([
  'http://schemas.openxmlformats.org/wordprocessingml/2006/main',
  'http://purl.oclc.org/ooxml/wordprocessingml/main',
])

/** What is in the file but not on the page: text moved away, and the second form of a text box, for old programs. */
const unseen = new Set(['moveFrom', 'Fallback'])

/**
 * The texts of a Word document's paragraphs in reading order, those in tables and text boxes among them.
 * Throws on XML that is not well formed or has a document type, which no Office file may have.
 */
export function wordParagraphs(documentXml: string): string[] {
  const done: string[] = []
  const open: string[] = []
  let hidden = 0
  let isText = false
  const isWord = ({ uri }: SaxesTagNS) => WORDPROCESSING.has(uri)
  const parser = new SaxesParser({ xmlns: true })
  parser.on('doctype', () => {
    throw new Error('An Office file has no document type.')
  })
  parser.on('opentag', (tag) => {
    if (unseen.has(tag.local)) hidden++
    if (!isWord(tag)) return
    if (tag.local === 'p') open.push('')
    isText = tag.local === 't'
  })
  parser.on('text', (text) => {
    if (isText && hidden === 0 && open.length > 0) open.push((open.pop() ?? '') + text)
  })
  parser.on('closetag', (tag) => {
    if (unseen.has(tag.local)) hidden--
    if (!isWord(tag)) return
    if (tag.local === 'p') done.push(open.pop() ?? '')
    isText = false
  })
  parser.write(documentXml).close()
  return done
}
