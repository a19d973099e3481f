import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate'
import { element, escaped, xmlPart } from './xml'

/** Namespace of the part that holds a draft. */
export const WORKING_COPY = 'urn:nianbao-desk:working-copy'

export interface WorkingCopyPart {
  /** The text of the draft's file, JSON. */
  draftText: string
  /** Hash of the report's visible text, by which edits made in Word are noticed. */
  textHash: string
}

/** The Word file with the draft inside, in a custom XML part, which Word, WPS and LibreOffice keep. */
export function withWorkingCopy(docx: Uint8Array, part: WorkingCopyPart): Uint8Array {
  const files = unzipSync(docx)
  const edited = (path: string, end: string, addition: string) => {
    const file = files[path]
    if (!file) throw new Error(`The Word file has no ${path}.`)
    return strToU8(strFromU8(file).replace(end, () => addition + end))
  }
  return zipSync({
    ...files,
    '[Content_Types].xml': edited('[Content_Types].xml', '</Types>', contentType),
    'word/_rels/document.xml.rels': edited('word/_rels/document.xml.rels', '</Relationships>', toItem),
    'customXml/item1.xml': strToU8(item(part)),
    'customXml/itemProps1.xml': strToU8(itemProperties),
    'customXml/_rels/item1.xml.rels': strToU8(itemRelationships),
  })
}

function item({ draftText, textHash }: WorkingCopyPart): string {
  return xmlPart(element('draft', { xmlns: WORKING_COPY, textHash }, escaped(writable(draftText))))
}

/** JSON may hold characters that XML may not (XML 1.0, 2.2); its own escapes say the same. */
function writable(json: string): string {
  return json.replace(
    /[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  )
}

const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006'
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006'

const contentType = element('Override', {
  PartName: '/customXml/itemProps1.xml',
  ContentType: 'application/vnd.openxmlformats-officedocument.customXmlProperties+xml',
})

const toItem = element('Relationship', {
  Id: 'rIdWorkingCopy',
  Type: `${OFFICE}/relationships/customXml`,
  Target: '../customXml/item1.xml',
})

const itemRelationships = xmlPart(
  element(
    'Relationships',
    { xmlns: `${PACKAGE}/relationships` },
    element('Relationship', {
      Id: 'rId1',
      Type: `${OFFICE}/relationships/customXmlProps`,
      Target: 'itemProps1.xml',
    }),
  ),
)

/** The id names the store within one file, so it may be the same in all. */
const itemProperties = xmlPart(
  element(
    'ds:datastoreItem',
    { 'xmlns:ds': `${OFFICE}/customXml`, 'ds:itemID': '{7A1D0C52-6E6B-4B7E-9C43-5F0A2B9D81E4}' },
    element('ds:schemaRefs', {}, element('ds:schemaRef', { 'ds:uri': WORKING_COPY })),
  ),
)
