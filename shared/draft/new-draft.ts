import type { Format } from '../format/format'
import type { Draft, Publisher, Scope } from './draft'

/** An empty draft. Nothing is assumed about the report that the clerk has not said. */
export function newDraft(start: {
  format: Format
  year: number
  scope: Scope
  publisher?: Publisher
}): Draft {
  return {
    kind: 'nianbao-draft',
    version: 1,
    format: start.format.id,
    year: start.year,
    scope: start.scope,
    publisher: start.publisher ?? { name: '', kind: 'government' },
    title: { kind: 'organFirst' },
    chapterTitles: {},
    preamble: { kind: 'generated' },
    numbering: 'dot',
    prose: {},
    figures: {},
    signature: {},
    waivers: [],
    images: {},
  }
}
