import type { WordDocument } from '../../shared/import/word-document'
import { fail, ok, type Result } from '../../shared/result'
import { LARGEST_FILE, type PartsError, readParts, refusedKind } from './docx-parts'
import { listNumbers } from './list-numbers'
import { paragraphStyles } from './paragraph-styles'
import { readBody, unseenElements } from './read-body'
import { child, readXml, type XmlNode, XmlTooLarge } from './xml-tree'

/**
 * Reads a Word file of any program as data. Bounded in time and memory whatever the bytes are; fetches nothing and
 * never throws.
 */
export function readDocx(bytes: Uint8Array): Result<WordDocument, PartsError> {
  if (bytes.length > LARGEST_FILE) return fail('tooLarge')
  const refused = refusedKind(bytes)
  if (refused) return fail(refused)
  const parts = readParts(bytes, isText)
  if (!parts.ok) return parts
  try {
    return readDocument(parts.value)
  } catch (error) {
    return fail(error instanceof XmlTooLarge ? 'tooLarge' : 'damaged')
  }
}

/** The parts that make up the text; pictures, themes and embedded files are not touched. */
function isText(path: string): boolean {
  return (
    ['[Content_Types].xml', '_rels/.rels', 'docProps/core.xml'].includes(path) ||
    /^[^/]{1,40}\/(?:[^/]{1,60}\.xml|_rels\/[^/]{1,60}\.xml\.rels)$/u.test(path)
  )
}

function readDocument(parts: Map<string, Uint8Array>): Result<WordDocument, PartsError> {
  const xml = (path: string | undefined, skipped: ReadonlySet<string> = none) => {
    const part = path === undefined ? undefined : parts.get(path)
    return part && readXml(part, skipped)
  }
  const main = relationships(xml('_rels/.rels'), '').find(({ type }) => type === 'officeDocument')
  const path = main?.target ?? 'word/document.xml'
  const body = child(xml(path, unseenElements), 'body')
  // A zip without a document may be a spreadsheet or a package of some other kind.
  if (!body) return fail(parts.has(path) ? 'damaged' : 'notWord')
  const [, folder = '', name = ''] = /^(.*?)([^/]*)$/u.exec(path) ?? []
  const related = relationships(xml(`${folder}_rels/${name}.rels`), folder)
  const relatedPart = (type: string) => xml(related.find((one) => one.type === type)?.target)
  const { blocks, notes } = readBody(body, {
    styles: paragraphStyles(relatedPart('styles')),
    numbers: listNumbers(relatedPart('numbering')),
    pictures: new Map(related.filter(({ type }) => type === 'image').map(({ id, target }) => [id, target])),
  })
  return ok({ blocks, notes, author: child(xml('docProps/core.xml'), 'creator')?.text.trim() ?? '' })
}

const none: ReadonlySet<string> = new Set()

interface Relationship {
  id: string
  /** The last part of its type's address. */
  type: string
  /** Path of a part within the file. */
  target: string
}

/** What a part refers to within the file; whatever lies outside is never looked at. */
function relationships(node: XmlNode | undefined, folder: string): Relationship[] {
  return (node?.children ?? [])
    .filter(({ attributes }) => attributes.TargetMode !== 'External')
    .map(({ attributes: { Id = '', Type = '', Target = '' } }) => ({
      id: Id,
      type: Type.slice(Type.lastIndexOf('/') + 1),
      target: resolved(folder, Target),
    }))
}

function resolved(folder: string, target: string): string {
  if (target.startsWith('/')) return target.slice(1)
  const path: string[] = []
  for (const step of `${folder}${target}`.split('/')) {
    if (step === '..') path.pop()
    else if (step !== '.') path.push(step)
  }
  return path.join('/')
}
