import type { Publisher } from '../../draft/draft'
import { type Mask, masksOf } from './masks'
import { halfWidthFigures, type Numeral, numeralAt } from './numbers'
import { isOwnField, type Lexicon, type Mark, organAt, type Sense, wordAt } from './terms'

/** A piece of a line; offsets are of the line. */
export type Token = { start: number; end: number } & (
  | { kind: 'word'; senses: Sense[]; text: string }
  | { kind: 'numeral'; numeral: Numeral }
  | { kind: 'year'; year: number }
  /** month: only a part of the year is spoken of. */
  | { kind: 'mask'; month?: true }
  | { kind: 'stop'; text: string }
  /** Words nobody knows. */
  | { kind: 'unknown'; text: string }
)

export type Word = Extract<Token, { kind: 'word' }>

const STOPS = new Set('，,；;：:（）()。！？!?\t\n')
const TERM_KINDS: ReadonlySet<Sense['kind']> = new Set([
  'subject',
  'stage',
  'row',
  'applicant',
  'result',
  'route',
  'column',
])
const BLANK = /\s/
/** 11月, 3月份: not 12月底 and no date. */
const MONTH = /^\d{1,2} ?月(?:份|中旬|上旬|下旬)?$/
/** Words of one character that stand by themselves. */
const FUNCTION_WORDS = new Set(
  '的了和与及、或是有为在共已均因各达未无仅只约占比较由被对从另还又也将等类系中里内多少升降增减比含同跟',
)

/** A line of prose as a row of tokens that cover it, spaces left out. */
export function tokensOf(line: string, lexicon: Lexicon, publisher: Publisher): Token[] {
  const text = halfWidthFigures(line)
  const masks = masksOf(text)
  const tokens: Token[] = []
  let mask = 0
  let at = 0
  while (at < text.length) {
    while ((masks[mask]?.end ?? text.length) <= at) mask++
    const token = tokenAt(text, at, masks[mask], lexicon, publisher)
    if (token) {
      tokens.push(token)
      at = token.end
    } else {
      if (!BLANK.test(text[at] ?? '')) addUnknown(tokens, text, at)
      at++
    }
  }
  return joinStrayCharacters(tokens)
}

function tokenAt(
  text: string,
  start: number,
  mask: Mask | undefined,
  lexicon: Lexicon,
  publisher: Publisher,
): Token | undefined {
  if (mask && mask.start <= start) {
    const { end, year } = mask
    const quoted = text[mask.start] === '“' ? wordAt(lexicon, text, mask.start + 1) : undefined
    if (quoted?.end === end - 1)
      return { kind: 'word', senses: quoted.senses, text: text.slice(start + 1, end - 1), start, end }
    if (year !== undefined) return { kind: 'year', year, start, end }
    const month = MONTH.test(text.slice(start, end))
    return { kind: 'mask', start, end, ...(month && { month }) }
  }
  const first = text[start] ?? ''
  if (first >= '0' && first <= '9') {
    const numeral = numeralAt(text, start)
    return numeral && { kind: 'numeral', numeral, start, end: numeral.end }
  }
  const word = wordAt(lexicon, text, start)
  const organ = organAt(text, start)
  if (organ && organ.end > (word?.end ?? 0)) {
    const own = isOwnField(organ.field, publisher)
    const sense: Sense = own ? { kind: 'mark', mark: 'self' } : { kind: 'organ', organ: 'named' }
    return { kind: 'word', senses: [sense], text: text.slice(start, organ.end), start, end: organ.end }
  }
  if (word && !(word.end - start === 1 && numeralAt(text, start)))
    return { kind: 'word', senses: word.senses, text: text.slice(start, word.end), start, end: word.end }
  if (STOPS.has(first)) return { kind: 'stop', text: first, start, end: start + 1 }
  const numeral = numeralAt(text, start)
  return numeral && { kind: 'numeral', numeral, start, end: numeral.end }
}

/** 占道经营: a character nobody knows between short words is of one unknown word with them. */
function joinStrayCharacters(tokens: Token[]): Token[] {
  const joined: Token[] = []
  for (const token of tokens) {
    const last = joined.at(-1)
    const touching = last?.end === token.start
    if (last && touching && isStray(last) && (isStray(token) || isShort(token)))
      joined.push(merged(joined.pop() ?? last, token))
    else if (last && touching && isShort(last) && isStray(token))
      joined.push(merged(joined.pop() ?? last, token))
    else joined.push(token)
  }
  return joined
}

function merged(one: Token, other: Token): Token {
  return { kind: 'unknown', text: textOf(one) + textOf(other), start: one.start, end: other.end }
}

function textOf(token: Token): string {
  return 'text' in token ? token.text : ''
}

function isStray(token: Token): boolean {
  return token.kind === 'unknown' && token.end - token.start < 3
}

/** A word of one character that is as often a part of another. */
function isShort(token: Token): boolean {
  return (
    token.kind === 'word' &&
    token.text.length === 1 &&
    !FUNCTION_WORDS.has(token.text) &&
    token.senses.every(({ kind }) => kind === 'filler' || kind === 'mark')
  )
}

function addUnknown(tokens: Token[], text: string, at: number): void {
  const last = tokens.at(-1)
  if (last?.kind === 'unknown' && last.end === at) {
    last.text += text[at] ?? ''
    last.end = at + 1
  } else tokens.push({ kind: 'unknown', text: text[at] ?? '', start: at, end: at + 1 })
}

export function hasMark(token: Token | undefined, ...marks: Mark[]): boolean {
  return (
    token?.kind === 'word' &&
    token.senses.some((sense) => sense.kind === 'mark' && marks.includes(sense.mark))
  )
}

/** Words that say what is counted. */
export function isTerm(token: Token): token is Word {
  return token.kind === 'word' && token.senses.some(({ kind }) => TERM_KINDS.has(kind))
}

export function isOther(token: Token): boolean {
  return token.kind === 'word' && token.senses.some(({ kind }) => kind === 'other')
}
