import { cellsOf } from '../format/cells'
import { formatById } from '../format/formats'
import type { Draft } from './draft'

/** Every fixed key of a draft in the order it is written; keys of maps follow in an order of their own. */
const KEY_ORDER = [
  ...['kind', 'version', 'format', 'year', 'scope', 'publisher', 'name', 'title', 'shortName', 'aggregates'],
  ...['bases', 'address', 'postcode', 'phone', 'email', 'website', 'column', 'url', 'issuingLine', 'lines'],
  ...[
    'chapterTitles',
    'preamble',
    'numbering',
    'prose',
    'level',
    'heading',
    'header',
    'text',
    'bold',
    'carried',
    'items',
  ],
  ...[
    'rows',
    'image',
    'caption',
    'figures',
    'signature',
    'date',
    'style',
    'waivers',
    'finding',
    'reason',
    'previous',
    'frame',
    'source',
    'hash',
    'earlier',
    'kept',
    'leftOut',
    'proseChoices',
    'rollUp',
    'units',
    'unusualRatio',
    'from',
    'value',
    'confirmed',
    'images',
  ],
  ...['type', 'width', 'height', 'data'],
]

const rankOf = new Map(KEY_ORDER.map((key, index) => [key, index]))

/**
 * The text of a `.nianbao` file: UTF-8 JSON whose keys always come in the same order, one figure to a line and in
 * the order of the tables, so that two versions of a draft can be compared line by line.
 */
export function writeDraft(draft: Draft): string {
  const format = formatById(draft.format)
  const cellRank = new Map(format ? cellsOf(format).map(({ cell }, index) => [cell, index]) : [])
  const rank = (key: string) => rankOf.get(key) ?? cellRank.get(key) ?? Number.MAX_SAFE_INTEGER
  return `${JSON.stringify(ordered(draft, rank), null, 2)}\n`
}

function ordered(value: unknown, rank: (key: string) => number): unknown {
  if (Array.isArray(value)) return value.map((item) => ordered(item, rank))
  if (typeof value !== 'object' || value === null) return value
  const entries = Object.entries(value).sort(
    ([one], [other]) => rank(one) - rank(other) || (one < other ? -1 : 1),
  )
  return Object.fromEntries(entries.map(([key, item]) => [key, ordered(item, rank)]))
}
