import type { Draft } from '../draft/draft'
import type { Format, LegalBasis, PreambleClause, PreambleField, PreamblePart } from '../format/format'
import { printedText } from './printed-text'

/** The preamble as the report prints it: the clerk's own text where she edited it, otherwise the generated one. */
export function preambleText(draft: Draft, format: Format): string {
  return draft.preamble.kind === 'edited' ? draft.preamble.text : generatePreamble(draft, format)
}

/**
 * The usual opening paragraph (domain.md section 5) in the format's wording. Whatever speaks of an empty field
 * falls away with its punctuation; every field that is filled in appears.
 */
export function generatePreamble(draft: Pick<Draft, 'year' | 'publisher'>, format: Format): string {
  const fields = fieldsOf(draft, format)
  const { sentences, clauseSeparator, sentenceEnd } = format.preamble
  return sentences
    .map(({ clauses }) => clauses.map((clause) => clauseText(clause, fields)).filter((text) => text !== ''))
    .filter((clauses) => clauses.length > 0)
    .map((clauses) => clauses.join(clauseSeparator) + sentenceEnd)
    .join('')
}

/** What is filled in, by field; `bases` may hold several, every other field at most one. */
type Fields = Record<PreambleField, string[]>

function fieldsOf({ year, publisher }: Pick<Draft, 'year' | 'publisher'>, format: Format): Fields {
  const { website } = publisher
  const entered: Record<PreambleField, (string | undefined)[]> = {
    year: [String(year)],
    regulation: [citation(format.basis.regulation)],
    notice: [citation(format.basis.notice)],
    bases: publisher.bases ?? [],
    name: [publisher.name],
    aggregates: [publisher.aggregates],
    website: [website?.name],
    column: [website?.column],
    url: [website?.url],
    address: [publisher.address],
    postcode: [publisher.postcode],
    phone: [publisher.phone],
    email: [publisher.email],
  }
  const filled = Object.entries(entered).map(([field, values]) => [
    field,
    values.map((value) => tidyValue(value ?? '')).filter((value) => value !== ''),
  ])
  return Object.fromEntries(filled)
}

function citation({ title, number }: LegalBasis): string {
  return `${title}（${number}）`
}

/** A value brings no punctuation of its own: the wording around it has its own. */
function tidyValue(value: string): string {
  return printedText(value)
    .replace(/^[\s，。；、：,;:]+|[\s，。；、：,;.:]+$/gu, '')
    .trim()
}

function clauseText({ needs, parts }: PreambleClause, fields: Fields): string {
  if (needs?.every((field) => fields[field].length === 0)) return ''
  return parts.map((part) => partText(part, fields)).join('')
}

function partText(part: PreamblePart, fields: Fields): string {
  switch (part.kind) {
    case 'text':
      return part.text
    case 'first':
      return part.of.map((wording) => filledIn(wording, fields)[0]).find((text) => text !== undefined) ?? ''
    case 'list': {
      const items = part.items.flatMap((item) => filledIn(item, fields))
      if (items.length === 0) return ''
      return part.open + joined(items, part.separator, part.lastSeparator) + part.close
    }
  }
}

/** The wording once for every value of its fields (only `bases` has more than one); none where a field is empty. */
function filledIn(wording: string, fields: Fields): string[] {
  const [first] = wording.matchAll(/\{(\w+)\}/gu)
  if (!first) return [wording]
  const values = fields[first[1] as PreambleField]
  const before = wording.slice(0, first.index)
  const rest = filledIn(wording.slice(first.index + first[0].length), fields)
  return values.flatMap((value) => rest.map((after) => before + value + after))
}

function joined(items: string[], separator: string, lastSeparator = separator): string {
  const last = items.at(-1) ?? ''
  return items.length === 1 ? last : items.slice(0, -1).join(separator) + lastSeparator + last
}
