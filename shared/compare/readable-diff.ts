/** Makes the shortest difference between two texts one that reads well: whole phrases, not single characters. */

import type { DiffPart } from './text-diff'

/** What was replaced between two stretches that stayed. */
interface Change {
  removed: string
  added: string
}

/** A stretch that stayed, and the change before it; the last change has none after it. */
interface Stretch {
  change: Change
  same: string
}

/** The same difference with small agreements between changes given up, and each change once. */
export function readable(parts: DiffPart[]): DiffPart[] {
  return atClauseEnds(partsOf(withoutIslands(stretches(parts))))
}

function stretches(parts: DiffPart[]): Stretch[] {
  const found: Stretch[] = [{ change: { removed: '', added: '' }, same: '' }]
  for (const { kind, text } of parts) {
    const last = found.at(-1)
    if (!last || text === '') continue
    if (kind === 'same') last.same += text
    else if (last.same === '') last.change[kind] += text
    else {
      const change = { removed: '', added: '' }
      change[kind] = text
      found.push({ change, same: '' })
    }
  }
  return found
}

/**
 * 开展培训 and 组织宣传展览 have 展 in common by chance only: what stayed between two changes and is short beside both of
 * them changed with them.
 */
function withoutIslands(found: Stretch[]): Stretch[] {
  const kept: Stretch[] = []
  for (const [index, stretch] of found.entries()) {
    const last = kept.at(-1)
    const isFirst = index === 0
    if (!last || isFirst || !isIsland(last.same, last.change, stretch.change)) {
      kept.push({ change: { ...stretch.change }, same: stretch.same })
      continue
    }
    last.change.removed += last.same + stretch.change.removed
    last.change.added += last.same + stretch.change.added
    last.same = stretch.same
  }
  return kept
}

function isIsland(same: string, before: Change, after: Change): boolean {
  if (isEmpty(before) || isEmpty(after) || isNumber(before) || isNumber(after)) return false
  const length = lengthOf(same)
  if (length === 1) return true
  return length <= LONGEST_ISLAND && length < Math.min(sizeOf(before), sizeOf(after))
}

/** Characters: a longer stretch is words of its own. */
const LONGEST_ISLAND = 4

/** One number for another is read as such, whatever stands around it. */
function isNumber({ removed, added }: Change): boolean {
  return NUMBER.test(removed) && NUMBER.test(added)
}

const NUMBER = /^[\d０-９.,．，%％]+$/u

function isEmpty({ removed, added }: Change): boolean {
  return removed === '' && added === ''
}

function sizeOf({ removed, added }: Change): number {
  return Math.max(lengthOf(removed), lengthOf(added))
}

function lengthOf(text: string): number {
  return [...text].length
}

function partsOf(found: Stretch[]): DiffPart[] {
  return found
    .flatMap(({ change, same }): DiffPart[] => [
      { kind: 'removed', text: change.removed },
      { kind: 'added', text: change.added },
      { kind: 'same', text: same },
    ])
    .filter(({ text }) => text !== '')
}

/** 。欢迎查阅 + 。 is the same change as 欢迎查阅。, which reads as one was written. */
function atClauseEnds(parts: DiffPart[]): DiffPart[] {
  const moved = parts.map((part) => ({ ...part }))
  for (const [index, part] of moved.entries()) {
    const before = moved[index - 1]
    const after = moved[index + 1]
    const mark = part.text.charAt(0)
    if (part.kind === 'same' || before?.kind !== 'same' || after?.kind !== 'same') continue
    if (!'。；，、'.includes(mark) || !after.text.startsWith(mark)) continue
    before.text += mark
    part.text = part.text.slice(1) + mark
    after.text = after.text.slice(1)
  }
  return moved.filter(({ text }) => text !== '')
}
