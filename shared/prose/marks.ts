import type { Block, Level } from '../draft/draft'

/** How the second level is printed: "1." (GB/T 9704) or "1、" by the office's choice. */
export type Numbering = 'dot' | 'comma'

/** How many blocks of levels 1, 2 and 3 have been counted since the last block of a higher level. */
export type Counts = readonly [number, number, number]

export const noCounts: Counts = [0, 0, 0]

const digits = ['零', '一', '二', '三', '四', '五', '六', '七', '八', '九']
const units = ['', '十', '百', '千']

/** A count from 1 to 9999 in Chinese numerals as they number headings: 1 is 一, 10 is 十, 21 is 二十一, 105 is 一百零五. */
export function chineseNumeral(n: number): string {
  const places = Array.from(String(n), Number)
  const spoken = places.map((digit, place) =>
    digit === 0 ? '零' : `${digits[digit]}${units[places.length - 1 - place] ?? ''}`,
  )
  return spoken.join('').replace(/零+/g, '零').replace(/零$/, '').replace(/^一十/, '十')
}

/** What stands before the list item at this index, counted from 0: 一是, 二是 … */
export function listMark(index: number): string {
  return `${chineseNumeral(index + 1)}是`
}

/** The printed mark of the nth block of a level: （一）, 1. or 1、, （1） (GB/T 9704—2012, 7.3.3). */
export function levelMark(level: Level, n: number, numbering: Numbering): string {
  if (level === 1) return `（${chineseNumeral(n)}）`
  if (level === 2) return `${n}${numbering === 'dot' ? '.' : '、'}`
  return `（${n}）`
}

/** Counts one more block of this level; deeper levels begin again. */
export function countLevel(counts: Counts, level: Level): Counts {
  const [first, second, third] = counts
  if (level === 1) return [first + 1, 0, 0]
  if (level === 2) return [first, second + 1, 0]
  return [first, second, third + 1]
}

/** The counts after these blocks: what the next block of each level goes on from. */
export function countBlocks(blocks: Block[], from: Counts = noCounts): Counts {
  return blocks.reduce((counts, block) => ('level' in block ? countLevel(counts, block.level) : counts), from)
}

/**
 * The mark printed before each block, '' where it has none. A level may start without its parents; a list carries its
 * marks on its items instead (listMark).
 */
export function blockMarks(blocks: Block[], numbering: Numbering): string[] {
  let counts = noCounts
  return blocks.map((block) => {
    if (!('level' in block)) return ''
    counts = countLevel(counts, block.level)
    return levelMark(block.level, counts[block.level - 1] ?? 0, numbering)
  })
}
