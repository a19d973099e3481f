import { comparable } from '../check/continuity/repetition'

/** Two texts less alike than this are two texts, not one that was changed. */
const LEAST = 0.4

/**
 * How much of two texts is the same, 0 to 1: the share of pairs of neighbouring characters they have in common (Dice),
 * numbers, citations and punctuation aside. 1 only for equal texts, 0 where they are not one text changed.
 */
export function likeness(one: string, other: string): number {
  if (one === other) return 1
  const [pairsOfOne, pairsOfOther] = [pairsOf(one), pairsOf(other)]
  let common = 0
  for (const [pair, count] of pairsOfOne.counts) common += Math.min(count, pairsOfOther.counts.get(pair) ?? 0)
  const all = pairsOfOne.total + pairsOfOther.total
  const share = all === 0 ? 0 : (2 * common) / all
  return share < LEAST ? 0 : Math.min(share, ALMOST)
}

/** Texts that differ only in what does not count here are still not equal. */
const ALMOST = 0.99

interface Pairs {
  counts: Map<string, number>
  total: number
}

const known = new Map<string, Pairs>()

/** Texts are compared with many others in a row; the last few hundred are remembered. */
const REMEMBERED = 400

function pairsOf(text: string): Pairs {
  const before = known.get(text)
  if (before) return before
  const plain = `^${comparable(text) || text}$`
  const counts = new Map<string, number>()
  for (let at = 0; at + 2 <= plain.length; at++) {
    const pair = plain.slice(at, at + 2)
    counts.set(pair, (counts.get(pair) ?? 0) + 1)
  }
  const pairs = { counts, total: Math.max(0, plain.length - 1) }
  if (known.size >= REMEMBERED) known.clear()
  known.set(text, pairs)
  return pairs
}
