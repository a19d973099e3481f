import type { Document } from '../../../shared/compose/document'
import { element, escaped, xmlPart } from './xml'

/** docProps/core.xml. It names no time: the same draft gives the same file on any day. */
export function corePart({ title, author }: Document): string {
  return xmlPart(
    element(
      'cp:coreProperties',
      {
        'xmlns:cp': 'http://schemas.openxmlformats.org/package/2006/metadata/core-properties',
        'xmlns:dc': 'http://purl.org/dc/elements/1.1/',
      },
      element('dc:title', {}, escaped(title)),
      element('dc:creator', {}, escaped(author)),
      element('dc:language', {}, 'zh-CN'),
    ),
  )
}
