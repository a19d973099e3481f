/** One line of a text as it is compared: equal where one of the keys is. */
export interface Comparable {
  keys: string[]
  /** For likeness; '' is like nothing. */
  text: string
  /** Only lines of one kind are ever taken for each other. */
  kind: string
}

/** Which lines of two texts belong together; every line of both is named once, in order. */
export type Step =
  | { kind: 'same' | 'changed'; one: number; other: number }
  | { kind: 'removed'; one: number }
  | { kind: 'added'; other: number }

/** Comparisons beyond this would keep the clerk waiting. */
const LIMIT = 4_000_000

/** undefined: the texts are too large and too different to be compared. */
export function align(one: Comparable[], other: Comparable[]): Step[] | undefined {
  const pairs = commonLines(one, other)
  if (!pairs) return undefined
  const steps: Step[] = []
  let [i, j] = [0, 0]
  for (const [a, b] of [...pairs, [one.length, other.length] as const]) {
    steps.push(...gap(one, other, i, a, j, b))
    if (a < one.length) steps.push({ kind: 'same', one: a, other: b })
    ;[i, j] = [a + 1, b + 1]
  }
  return steps
}

/** The longest chain of equal lines. */
function commonLines(one: Comparable[], other: Comparable[]): [number, number][] | undefined {
  let head = 0
  const isSame = (a: number, b: number) => areSame(one[a], other[b])
  while (head < one.length && head < other.length && isSame(head, head)) head++
  let tail = 0
  const shorter = Math.min(one.length, other.length) - head
  while (tail < shorter && isSame(one.length - 1 - tail, other.length - 1 - tail)) tail++
  const [rows, columns] = [one.length - head - tail, other.length - head - tail]
  if (rows * columns > LIMIT) return undefined
  const width = columns + 1
  const lengths = new Uint32Array((rows + 1) * width)
  for (let i = rows - 1; i >= 0; i--)
    for (let j = columns - 1; j >= 0; j--)
      lengths[i * width + j] = isSame(head + i, head + j)
        ? (lengths[(i + 1) * width + j + 1] ?? 0) + 1
        : Math.max(lengths[(i + 1) * width + j] ?? 0, lengths[i * width + j + 1] ?? 0)
  const pairs: [number, number][] = Array.from({ length: head }, (_, at) => [at, at])
  for (let i = 0, j = 0; i < rows && j < columns; )
    if (isSame(head + i, head + j)) pairs.push([head + i++, head + j++])
    else if ((lengths[(i + 1) * width + j] ?? 0) >= (lengths[i * width + j + 1] ?? 0)) i++
    else j++
  for (let at = tail; at > 0; at--) pairs.push([one.length - at, other.length - at])
  return pairs
}

function areSame(one: Comparable | undefined, other: Comparable | undefined): boolean {
  if (!one || !other || one.kind !== other.kind) return false
  return one.keys.some((key) => other.keys.includes(key))
}

/** From here on a line counts as the other one, changed. */
const LIKE = 0.4

/** Between two equal lines: those that are like each other belong together, in order. */
function gap(one: Comparable[], other: Comparable[], i: number, a: number, j: number, b: number): Step[] {
  const [rows, columns] = [a - i, b - j]
  if (rows === 0 || columns === 0 || rows * columns > MOST_PAIRS)
    return [...range(i, a).map(removed), ...range(j, b).map(added)]
  const isOnlyPair = rows === 1 && columns === 1
  const scores = range(i, a).map((at) => range(j, b).map((to) => likeness(one[at], other[to], isOnlyPair)))
  const width = columns + 1
  const best = new Float64Array((rows + 1) * width)
  for (let x = rows - 1; x >= 0; x--)
    for (let y = columns - 1; y >= 0; y--)
      best[x * width + y] = Math.max(
        (scores[x]?.[y] ?? 0) + (best[(x + 1) * width + y + 1] ?? 0),
        best[(x + 1) * width + y] ?? 0,
        best[x * width + y + 1] ?? 0,
      )
  const steps: Step[] = []
  let [x, y] = [0, 0]
  while (x < rows || y < columns) {
    const here = best[x * width + y] ?? 0
    const score = scores[x]?.[y] ?? 0
    if (x < rows && y < columns && score > 0 && here === score + (best[(x + 1) * width + y + 1] ?? 0))
      steps.push({ kind: 'changed', one: i + x++, other: j + y++ })
    else if (x < rows && (y >= columns || here === (best[(x + 1) * width + y] ?? 0)))
      steps.push(removed(i + x++))
    else steps.push(added(j + y++))
  }
  return steps
}

const MOST_PAIRS = 40_000

const removed = (one: number): Step => ({ kind: 'removed', one })
const added = (other: number): Step => ({ kind: 'added', other })

function range(from: number, to: number): number[] {
  return Array.from({ length: to - from }, (_, at) => from + at)
}

function likeness(one: Comparable | undefined, other: Comparable | undefined, isOnlyPair: boolean): number {
  if (!one || !other || one.kind !== other.kind) return 0
  if (one.kind !== 'text') return 1
  const size = Math.min(one.text.length, other.text.length) < 8 ? 1 : 2
  const score = commonShare(pieces(one.text, size), pieces(other.text, size))
  return score >= LIKE ? score : isOnlyPair ? 0.1 : 0
}

/** Pairs of neighbouring characters, or the characters where a text is short, each as often as it comes. */
function pieces(text: string, size: number): Map<string, number> {
  const counts = new Map<string, number>()
  for (let at = 0; at + size <= Math.min(text.length, LONGEST); at++) {
    const piece = text.slice(at, at + size)
    counts.set(piece, (counts.get(piece) ?? 0) + 1)
  }
  return counts
}

const LONGEST = 2_000

/** A line that stands in the other almost whole is like it, however much was written to it. */
const WITHIN = 0.8

function commonShare(one: Map<string, number>, other: Map<string, number>): number {
  const sizeOf = (counts: Map<string, number>) => [...counts.values()].reduce((sum, count) => sum + count, 0)
  let common = 0
  for (const [piece, count] of one) common += Math.min(count, other.get(piece) ?? 0)
  const [first, second] = [sizeOf(one), sizeOf(other)]
  if (common === 0) return 0
  const share = (2 * common) / (first + second)
  return common >= WITHIN * Math.min(first, second) ? Math.max(share, LIKE) : share
}
