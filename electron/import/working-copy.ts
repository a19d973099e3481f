import { SaxesParser } from 'saxes'
import { visibleLines } from '../../shared/compose/visible-text'
import { fail, ok, type Result } from '../../shared/result'
import { textHash } from '../export/word/text-hash'
import { WORKING_COPY, type WorkingCopyPart } from '../export/word/working-copy-parts'
import { unzipParts } from './unzip-parts'
import { wordParagraphs } from './word-text'

export interface WorkingCopy {
  /** For parseDraft: nothing has looked at it yet. */
  draftText: string
  /** The text was edited since in Word, WPS or another program: the draft is not what the reader sees. */
  isTextChanged: boolean
}

/** notWord: no Word file, or a damaged one; noDraft: a Word file without a draft inside; tooLarge: refused unread. */
export type WorkingCopyError = { kind: 'notWord' | 'noDraft' | 'tooLarge' }

/** Finds the draft inside a Word file exported as a working copy. Never throws. */
export function readWorkingCopy(docx: Uint8Array): Result<WorkingCopy, WorkingCopyError> {
  const unzipped = unzipParts(docx, (path) => path === DOCUMENT || ITEM.test(path))
  if (!unzipped.ok) return fail({ kind: unzipped.error === 'tooLarge' ? 'tooLarge' : 'notWord' })
  const parts = unzipped.value
  const document = parts.get(DOCUMENT)
  if (document === undefined) return fail({ kind: 'notWord' })
  const items = [...parts].filter(([path]) => path !== DOCUMENT).map(([, xml]) => readItem(xml))
  const found = items.find((item) => item !== undefined)
  if (!found) return fail({ kind: 'noDraft' })
  try {
    const text = visibleLines(wordParagraphs(document))
    return ok({ draftText: found.draftText, isTextChanged: textHash(text) !== found.textHash })
  } catch {
    return fail({ kind: 'notWord' })
  }
}

const DOCUMENT = 'word/document.xml'
/** Another program may have added parts of its own and numbered ours anew. */
const ITEM = /^customXml\/item\d{1,4}\.xml$/iu

/** Undefined: a part of something else, or one that is no XML. */
function readItem(xml: string): WorkingCopyPart | undefined {
  if (!xml.includes(WORKING_COPY)) return undefined
  const texts: string[] = []
  let hash: string | undefined
  const parser = new SaxesParser({ xmlns: true })
  parser.on('doctype', () => {
    throw new Error('An Office file has no document type.')
  })
  parser.on('opentag', ({ uri, local, attributes }) => {
    if (uri === WORKING_COPY && local === 'draft') hash = attributes.textHash?.value
  })
  parser.on('text', (text) => texts.push(text))
  parser.on('cdata', (text) => texts.push(text))
  try {
    parser.write(xml).close()
  } catch {
    return undefined
  }
  return hash === undefined ? undefined : { draftText: texts.join('').trim(), textHash: hash }
}
