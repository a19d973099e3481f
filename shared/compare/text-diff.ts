/** What differs between two texts, as a reader of Chinese sees it. */

import { readable } from './readable-diff'

export interface DiffPart {
  kind: 'same' | 'added' | 'removed'
  text: string
}

/** Beyond this many comparisons the middle counts as replaced as a whole: the window must not wait. */
const LIMIT = 4_000_000

/** A number with its separators and a Latin word change as a whole; of everything else each character by itself. */
const TOKEN = /[\d０-９]+(?:[.,．，][\d０-９]+)*[%％]?|[A-Za-z]+|[\s\S]/gu

/**
 * Parts that give `from` without the added ones and `to` without the removed ones. Where both changed, the removed part
 * comes first.
 */
export function textDiff(from: string, to: string): DiffPart[] {
  const old = tokens(from)
  const now = tokens(to)
  let head = 0
  while (head < old.length && head < now.length && old[head] === now[head]) head++
  let tail = 0
  while (
    tail < old.length - head &&
    tail < now.length - head &&
    old[old.length - 1 - tail] === now[now.length - 1 - tail]
  )
    tail++
  return readable([
    { kind: 'same', text: old.slice(0, head).join('') },
    ...diffOf(old.slice(head, old.length - tail), now.slice(head, now.length - tail)),
    { kind: 'same', text: old.slice(old.length - tail).join('') },
  ])
}

function tokens(text: string): string[] {
  return text.match(TOKEN) ?? []
}

function diffOf(old: string[], now: string[]): DiffPart[] {
  if (old.length * now.length > LIMIT)
    return [
      { kind: 'removed', text: old.join('') },
      { kind: 'added', text: now.join('') },
    ]
  const common = commonLengths(old, now)
  const width = now.length + 1
  const parts: DiffPart[] = []
  let i = 0
  let j = 0
  while (i < old.length || j < now.length) {
    if (i < old.length && j < now.length && old[i] === now[j]) {
      parts.push({ kind: 'same', text: old[i] ?? '' })
      i++
      j++
    } else if (
      j >= now.length ||
      (i < old.length && at(common, (i + 1) * width + j) >= at(common, i * width + j + 1))
    ) {
      parts.push({ kind: 'removed', text: old[i] ?? '' })
      i++
    } else {
      parts.push({ kind: 'added', text: now[j] ?? '' })
      j++
    }
  }
  return parts
}

/** Length of the longest common subsequence of the rests from i and j on, at i × (now + 1) + j. */
function commonLengths(old: string[], now: string[]): Uint32Array {
  const width = now.length + 1
  const common = new Uint32Array((old.length + 1) * width)
  for (let i = old.length - 1; i >= 0; i--)
    for (let j = now.length - 1; j >= 0; j--)
      common[i * width + j] =
        old[i] === now[j]
          ? at(common, (i + 1) * width + j + 1) + 1
          : Math.max(at(common, (i + 1) * width + j), at(common, i * width + j + 1))
  return common
}

function at(numbers: Uint32Array, index: number): number {
  return numbers[index] ?? 0
}
