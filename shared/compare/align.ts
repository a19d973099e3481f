/** What of one list has become of another's: pairs in order, each leaving out as little as it can. */

export type Pair<T> =
  | { kind: 'both'; last: T; now: T }
  | { kind: 'removed'; last: T }
  | { kind: 'added'; now: T }

/** From this many comparisons on only equal items are paired: the window must not wait. */
const LIMIT = 40_000

/**
 * Pairs the items of two lists so that the likenesses of the pairs add up to the most. `likeness` is 0 for items that
 * have nothing to do with each other and 1 for equal ones; where neighbours were replaced, the removed ones come first.
 */
export function align<T>(last: T[], now: T[], likeness: (last: T, now: T) => number): Pair<T>[] {
  let head = 0
  while (head < last.length && head < now.length && isEqual(last, head, now, head, likeness)) head++
  let tail = 0
  while (
    tail < last.length - head &&
    tail < now.length - head &&
    isEqual(last, last.length - 1 - tail, now, now.length - 1 - tail, likeness)
  )
    tail++
  const [oldMiddle, newMiddle] = [last.slice(head, last.length - tail), now.slice(head, now.length - tail)]
  const isMany = oldMiddle.length * newMiddle.length > LIMIT
  return [
    ...pairs(last.slice(0, head), now.slice(0, head)),
    ...(isMany ? replaced(oldMiddle, newMiddle) : alignMiddle(oldMiddle, newMiddle, likeness)),
    ...pairs(last.slice(last.length - tail), now.slice(now.length - tail)),
  ]
}

function isEqual<T>(
  last: T[],
  at: number,
  now: T[],
  there: number,
  likeness: (last: T, now: T) => number,
): boolean {
  const [one, other] = [last[at], now[there]]
  return one !== undefined && other !== undefined && likeness(one, other) === 1
}

function pairs<T>(last: T[], now: T[]): Pair<T>[] {
  return last.flatMap((item, index): Pair<T>[] => {
    const other = now[index]
    return other === undefined ? [] : [{ kind: 'both', last: item, now: other }]
  })
}

function replaced<T>(last: T[], now: T[]): Pair<T>[] {
  return [
    ...last.map((item): Pair<T> => ({ kind: 'removed', last: item })),
    ...now.map((item): Pair<T> => ({ kind: 'added', now: item })),
  ]
}

function alignMiddle<T>(last: T[], now: T[], likeness: (last: T, now: T) => number): Pair<T>[] {
  const width = now.length + 1
  const likenesses = last.map((item) => now.map((other) => likeness(item, other)))
  /** The most the rests from i and j on add up to, at i × width + j. */
  const best = new Float64Array((last.length + 1) * width)
  const at = (i: number, j: number) => best[i * width + j] ?? 0
  const paired = (i: number, j: number) => {
    const like = likenesses[i]?.[j] ?? 0
    return like > 0 ? like + at(i + 1, j + 1) : 0
  }
  for (let i = last.length - 1; i >= 0; i--)
    for (let j = now.length - 1; j >= 0; j--)
      best[i * width + j] = Math.max(at(i + 1, j), at(i, j + 1), paired(i, j))
  const found: Pair<T>[] = []
  let [i, j] = [0, 0]
  while (i < last.length || j < now.length) {
    const [one, other] = [last[i], now[j]]
    if (one !== undefined && other !== undefined && paired(i, j) > 0 && paired(i, j) === at(i, j)) {
      found.push({ kind: 'both', last: one, now: other })
      i++
      j++
    } else if (one !== undefined && (other === undefined || at(i + 1, j) === at(i, j))) {
      found.push({ kind: 'removed', last: one })
      i++
    } else if (other !== undefined) {
      found.push({ kind: 'added', now: other })
      j++
    }
  }
  return found
}
