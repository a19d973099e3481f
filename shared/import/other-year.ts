import { cellText, paragraphText, type WordBlock, type WordTable } from './word-document'

/** A caption is not longer, and no sentence. */
const LONGEST_CAPTION = 40

/** What the name of a table of figures speaks of. */
const TABLE_WORD = /情况|表|统计|数据/u

/** Tables whose caption or first row names a year, but not this one. */
export function otherYearTables(blocks: WordBlock[], year: number): Set<WordTable> {
  const found = new Set<WordTable>()
  let caption = ''
  for (const block of blocks) {
    if (block.kind === 'paragraph') {
      const text = paragraphText(block).trim()
      if (text !== '') caption = text
      continue
    }
    if ([caption, firstRow(block)].some((text) => namesOther(text, year))) found.add(block)
    for (const { blocks: inner } of block.rows.flatMap(({ cells }) => cells))
      for (const table of otherYearTables(inner, year)) found.add(table)
    caption = ''
  }
  return found
}

/** What stands in a first row of one cell. */
function firstRow({ rows }: WordTable): string {
  const [cell, ...more] = rows[0]?.cells ?? []
  return cell && more.length === 0 ? cellText(cell).trim() : ''
}

function namesOther(text: string, year: number): boolean {
  if (text.length > LONGEST_CAPTION || text.includes('。') || !TABLE_WORD.test(text)) return false
  const years = [...text.replace(/\s+/gu, '').matchAll(/(20\d\d)年/gu)].map(([, named]) => Number(named))
  return years.length > 0 && !years.includes(year)
}
