/** A label as it is compared: its words without spaces and punctuation, its number apart. */
export interface Label {
  words: string
  /** 一、 is big:一, （一） is middle:一, 1. is small:1; '' where there is none. */
  mark: string
}

/** How a label is written in other words by offices. */
const otherWords: [RegExp, string][] = [
  [/其它/gu, '其他'],
  [/合计|总数/gu, '总计'],
  [/(?:19|20)\d\d年度?/gu, ''],
]

export function readLabel(text: string): Label {
  const plain = text.normalize('NFKC').replace(/\s+/gu, '')
  const marks: [string, RegExp][] = [
    ['middle', /^\(([一二三四五六七八九十]+)\)/u],
    ['big', /^([一二三四五六七八九十]+)[、,.]/u],
    ['small', /^(\d{1,2})(?:[.、,)．])/u],
  ]
  for (const [kind, pattern] of marks) {
    const match = pattern.exec(plain)
    if (match) return { words: words(plain.slice(match[0].length)), mark: `${kind}:${match[1]}` }
  }
  return { words: words(plain), mark: '' }
}

function words(text: string): string {
  const own = otherWords.reduce((changed, [from, to]) => changed.replace(from, to), text)
  return own.replace(/[^\p{L}\p{N}]/gu, '')
}

/** From here on a label is taken for another, and it has to be this much more like it than like any third. */
const LIKE = 0.7
const MARGIN = 0.15

/**
 * The one label that a text of a report stands for, whole, shortened or damaged; undefined where it might as well be
 * another. `exact`: nothing is missing.
 */
export function matchLabel(text: string, known: KnownLabel[]): LabelMatch | undefined {
  const matches = cache.get(known) ?? new Map<string, LabelMatch | undefined>()
  cache.set(known, matches)
  if (!matches.has(text)) {
    if (matches.size >= MOST_KEPT) matches.clear()
    matches.set(text, bestMatch(text, known))
  }
  return matches.get(text)
}

export interface KnownLabel {
  label: Label
  is: string
}

export interface LabelMatch {
  is: string
  exact: boolean
}

/** The same labels stand in every row and every report. */
const cache = new WeakMap<KnownLabel[], Map<string, LabelMatch | undefined>>()
const MOST_KEPT = 2_000

function bestMatch(text: string, known: KnownLabel[]): LabelMatch | undefined {
  if (text.length > 2 * LONGEST) return undefined
  const label = readLabel(text)
  if (label.words === '') return undefined
  const scored = known
    .map((one) => ({ ...one, score: likeness(label, one.label) }))
    .sort((one, other) => other.score - one.score)
  const [best, second] = scored
  if (!best || best.score < LIKE) return undefined
  const exact = best.score >= EXACT && best.score > (second?.score ?? 0)
  if (!exact && second && best.score - second.score < MARGIN) return undefined
  return { is: best.is, exact }
}

const EXACT = 1

/** 1 and more: the same words; the number tells apart what the words do not. */
export function likeness(one: Label, official: Label): number {
  const agreement = markAgreement(one.mark, official.mark)
  if (one.words === official.words) return agreement < 0 ? 0.8 : 1 + agreement
  return Math.min(0.99, wordLikeness(one.words, official.words) + agreement)
}

function markAgreement(one: string, official: string): number {
  if (one === '' || official === '') return 0
  return one === official ? 0.1 : -0.1
}

function wordLikeness(words: string, official: string): number {
  const common = commonLength(words, official)
  if (words.length >= 2 && official.includes(words)) return 0.75 + (0.24 * words.length) / official.length
  if (official.length >= 3 && words.includes(official)) return 0.75 + (0.24 * official.length) / words.length
  return (2 * common) / (words.length + official.length)
}

/** Labels are compared by their first characters only: a paragraph is no label. */
const LONGEST = 80

/** Length of the longest common subsequence. */
function commonLength(one: string, other: string): number {
  const [rows, columns] = [one.slice(0, LONGEST), other.slice(0, LONGEST)]
  let lengths = new Array<number>(columns.length + 1).fill(0)
  for (const character of rows) {
    const next = [0]
    for (let at = 0; at < columns.length; at++)
      next.push(
        character === columns[at] ? (lengths[at] ?? 0) + 1 : Math.max(lengths[at + 1] ?? 0, next[at] ?? 0),
      )
    lengths = next
  }
  return lengths[columns.length] ?? 0
}
