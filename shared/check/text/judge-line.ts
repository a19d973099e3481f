import type { CellNumber } from './expression'
import { type Judgement, judgeSentence } from './judge'
import type { ReadLine } from './line-reader'
import type { Link } from './line-state'
import { brokenLists } from './parts'

export interface JudgedLink {
  link: Link
  judgement: Judgement
}

interface Seen {
  cell: string
  ofPrevious: boolean
  value: number | undefined
}

interface Known {
  numberOf: CellNumber
  /** The numbers the judgements rest on. */
  seen: Seen[]
  judged: JudgedLink[]
}

const cache = new WeakMap<ReadLine, Known>()

/** The figures of a line in reading order, judged anew only when a number they rest on is another. */
export function judgeLine(line: ReadLine, numberOf: CellNumber): JudgedLink[] {
  const known = cache.get(line)
  if (known && (known.numberOf === numberOf || known.seen.every((one) => isAsBefore(one, numberOf)))) {
    known.numberOf = numberOf
    return known.judged
  }
  const seen = new Map<string, Seen>()
  const judged = judge(line, (cell, ofPrevious) => {
    const value = numberOf(cell, ofPrevious)
    seen.set(`${ofPrevious} ${cell}`, { cell, ofPrevious, value })
    return value
  })
  cache.set(line, { numberOf, seen: [...seen.values()], judged })
  return judged
}

function isAsBefore({ cell, ofPrevious, value }: Seen, numberOf: CellNumber): boolean {
  return numberOf(cell, ofPrevious) === value
}

function judge({ sentences }: ReadLine, numberOf: CellNumber): JudgedLink[] {
  const judgements = new Map(sentences.flatMap((sentence) => [...judgeSentence(sentence, numberOf)]))
  const judgementOf = (link: Link): Judgement => judgements.get(link) ?? { verdict: 'unlinked' }
  for (const { at, expected, sure } of sentences.flatMap((sentence) => brokenLists(sentence, judgementOf))) {
    const expression = { kind: 'number' as const, value: expected }
    const verdict = sure ? 'contradicts' : 'ask'
    judgements.set(at, { verdict, rule: 'P-8', expected: [{ value: expected, expression }] })
  }
  return sentences
    .flat()
    .map((link) => ({ link, judgement: judgementOf(link) }))
    .sort((one, other) => one.link.start - other.link.start)
}
