import type { Format } from '../../format/format'
import { formatById, formats, proposeFormat } from '../../format/formats'
import type { Draft } from '../draft'
import { parseDraft } from '../parse-draft'
import { placeName } from '../place-name'
import { type Collection, createCollection } from './collection'
import { inside, type Member, members, memberValue } from './members'
import { hasDoubledFigures, salvageFigures } from './salvage-figures'
import { takePart } from './take-part'

/** What could be proven of a damaged draft file. */
export interface Salvaged {
  draft: Draft
  /** What could not, in the clerk's words; empty: the file is whole. */
  lost: string[]
}

/** Where the proof of a part begins: everything a file must have, in the order this app writes it. */
const parts = [
  ...['scope', 'publisher', 'title', 'chapterTitles', 'preamble', 'numbering', 'prose', 'figures'],
  ...['signature', 'waivers', 'images'],
]

/**
 * Reads a damaged draft file as far as what it holds is proven: every part taken fits the schema on its own and is
 * whole as this app writes files, one figure to a line. The rest is left out and named, never guessed; where not even
 * the year can be read, `usualYear` stands in and is named too. undefined: nothing of a draft is left. A digit that
 * turned into another digit cannot be told from what was typed: only the sums may show it.
 */
export function salvageDraft(text: string, usualYear: number): Salvaged | undefined {
  const whole = parseDraft(text, '')
  if (whole.ok && !hasDoubledFigures(text, whole.value)) return { draft: whole.value, lost: [] }
  const file = inside(text.split(/\r?\n/).filter((line) => line.trim() !== ''))
  const top = members(file, 2)
  const collection = startCollection(top, usualYear)
  const seen = new Set<string>(['kind', 'version', 'format', 'year'])
  for (const member of top) {
    const { key } = member
    if (key === undefined) collection.loseNamed('文件中的一处')
    else if (!seen.has(key)) takePart(collection, key, member)
    if (key !== undefined) seen.add(key)
  }
  for (const key of parts) if (!seen.has(key)) collection.lose([key])
  if (!file.ended) collection.loseNamed('文件的结尾')
  return collection.isEmpty() ? undefined : { draft: collection.draft(), lost: collection.lost() }
}

function startCollection(top: Member[], usualYear: number): Collection {
  const named = topValue(top, 'year')
  const year = isYear(named) ? named : usualYear
  const known = formatOf(top)
  const format = known ?? proposeFormat(year)
  const collection = createCollection(format, year)
  if (!isYear(named)) collection.loseNamed(`${placeName(['year'])}，先按 ${year} 年`)
  if (!known) collection.loseNamed(`${placeName(['format'])}，先按 ${format.id} 年起的格式`)
  return collection
}

function isYear(value: unknown): value is number {
  return Number.isInteger(value) && Number(value) >= 1900 && Number(value) <= 9999
}

function topValue(top: Member[], key: string): unknown {
  const member = top.find((one) => one.key === key)
  return member && memberValue(member)
}

/** The format named in the file, else the only one whose tables have all the cells found there. */
function formatOf(top: Member[]): Format | undefined {
  const named = topValue(top, 'format')
  if (typeof named === 'string') return formatById(named)
  const figures = top.find(({ key }) => key === 'figures')
  const lines = figures ? members(inside(figures.lines), 4) : []
  const fitting = formats.filter((format) => {
    const { figures: read } = salvageFigures(format, lines)
    return lines.length > 0 && Object.keys(read).length === lines.length
  })
  return fitting.length === 1 ? fitting[0] : undefined
}
