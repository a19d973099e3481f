/** Chance that can be had again: the same seed gives the same numbers. */
export interface Random {
  /** From 0 to 1, 1 excluded. */
  next(): number
  /** A whole number from 0 to `end`, `end` excluded. */
  below(end: number): number
  chance(of: number): boolean
  pick<Value>(from: readonly Value[]): Value
}

/** mulberry32, begun at a mix of the seeds, so that neighbouring cases have nothing in common. */
export function random(...seeds: number[]): Random {
  let state = seeds.reduce((mixed, seed) => Math.imul(mixed ^ seed, 0x9e3779b1) ^ (mixed >>> 15), 0x2545f491)
  const next = (): number => {
    state = (state + 0x6d2b79f5) | 0
    let value = Math.imul(state ^ (state >>> 15), 1 | state)
    value = (value + Math.imul(value ^ (value >>> 7), 61 | value)) ^ value
    return ((value ^ (value >>> 14)) >>> 0) / 4294967296
  }
  const below = (end: number): number => Math.floor(next() * end)
  return {
    next,
    below,
    chance: (of) => next() < of,
    pick(from) {
      const value = from[below(from.length)]
      if (value === undefined) throw new Error('There is nothing to pick from.')
      return value
    },
  }
}
