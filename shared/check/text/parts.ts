import type { Judgement } from './judge'
import type { Link } from './line-state'

/** A list that cannot be: its whole, and what its parts add up to. */
export interface BrokenList {
  /** Where it is said to be wrong. */
  at: Link
  expected: number
  /** The parts stand in one list, so nothing else can be meant. */
  sure: boolean
}

/**
 * Rule P-8 on the lists of one sentence: parts the tables do not hold must not be more than their whole, where the tables
 * know it a part, else all of them together.
 */
export function brokenLists(links: Link[], judgementOf: (link: Link) => Judgement): BrokenList[] {
  const wholes = [...new Set(links.flatMap(({ partOf }) => partOf ?? []))]
  return wholes.flatMap((whole): BrokenList[] => {
    const parts = links.filter(({ partOf, numeral }) => partOf === whole && numeral.kind === 'count')
    if (parts.length === 0 || whole.numeral.approximate) return []
    const known = judgementOf(whole).verdict !== 'unlinked'
    const loose = parts.filter((part) => judgementOf(part).verdict === 'unlinked')
    const tooLarge = loose.find(({ numeral }) => numeral.value > whole.numeral.value && !numeral.approximate)
    if (known) return tooLarge ? [{ at: tooLarge, expected: whole.numeral.value, sure: false }] : []
    const rounded = [whole, ...parts].some(({ numeral }) => numeral.step !== undefined || numeral.approximate)
    const listed = parts.filter((part) => part.listed)
    const sum = listed.reduce((total, { numeral }) => total + numeral.value, 0)
    if (rounded || loose.length < parts.length || sum <= whole.numeral.value) return []
    return [{ at: whole, expected: sum, sure: true }]
  })
}
