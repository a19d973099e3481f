import type { Format } from '../format/format'
import { chapterOfHeading } from './find-chapters'
import { readFigures } from './read-figures'
import { paragraphText, type WordBlock } from './word-document'

/** How far above its first chapter a report's title may stand, in paragraphs. */
const MOST_ABOVE = 12

/**
 * Where a second report begins in the same file, the number of blocks where there is none: chapters come again behind
 * the tables of later ones. A table of contents does not, for it stands before every table.
 */
export function secondReport(blocks: WordBlock[], format: Format): number {
  const orders = blocks.map((block) =>
    block.kind === 'paragraph' ? chapterOfHeading(block, format) : undefined,
  )
  const named = orders.filter((order) => order !== undefined)
  // Nothing comes twice: the tables need not be looked at.
  if (new Set(named).size === named.length) return blocks.length
  const { tables } = readFigures(blocks, format)
  const seen = new Set<number>()
  const again = new Set<number>()
  let from = blocks.length
  let last = -1
  for (const [at, block] of blocks.entries()) {
    if (block.kind === 'table') {
      const table = tables.get(block)
      const order = format.chapters.findIndex(({ body }) => body.kind === 'table' && body.table === table)
      last = Math.max(last, order)
      continue
    }
    const order = orders[at]
    if (order === undefined) continue
    if (seen.has(order) && order <= last) {
      again.add(order)
      from = Math.min(from, at)
    }
    seen.add(order)
  }
  return again.size > 1 ? titleAbove(blocks, from) : blocks.length
}

function titleAbove(blocks: WordBlock[], from: number): number {
  const above = Math.max(0, from - MOST_ABOVE)
  const at = blocks.slice(above, from).findIndex((block) => {
    const text = block.kind === 'paragraph' ? paragraphText(block).trim() : '。'
    return /年度?报告|年报/u.test(text) && text.length <= 60 && !text.includes('。')
  })
  return at < 0 ? from : above + at
}
