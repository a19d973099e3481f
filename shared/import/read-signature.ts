import type { Signature } from '../draft/draft'
import { paragraphText, type WordBlock, type WordParagraph } from './word-document'

const DATE = /^(20\d\d)年(\d{1,2})月(\d{1,2})日$/u

/** The signature at the end of the report and the blocks before it. */
export function readSignature(
  blocks: WordBlock[],
  organs: string[],
): { signature: Signature; blocks: WordBlock[] } {
  const end = lastFilled(blocks, blocks.length)
  const dated = end === undefined ? undefined : dateOf(blocks[end])
  const before = dated === undefined ? blocks.length : (end ?? blocks.length)
  const at = lastFilled(blocks, before)
  const name = at === undefined ? undefined : nameOf(blocks[at], organs, dated !== undefined)
  const kept = name === undefined ? before : (at ?? before)
  return {
    signature: { ...(name !== undefined && { name }), ...(dated !== undefined && { date: dated }) },
    blocks: blocks.slice(0, kept),
  }
}

function lastFilled(blocks: WordBlock[], end: number): number | undefined {
  for (let at = end - 1; at >= 0; at--) {
    const block = blocks[at]
    if (block?.kind === 'table' || (block && (paragraphText(block).trim() !== '' || block.images.length > 0)))
      return at
  }
  return undefined
}

function dateOf(block: WordBlock | undefined): string | undefined {
  if (block?.kind !== 'paragraph') return undefined
  const text = paragraphText(block).replace(/\s+/gu, '')
  const [, year, month = '', day = ''] = DATE.exec(text) ?? []
  if (year) return `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`
  return isSignature(block) && /\d/u.test(text) && text.length <= 20 ? paragraphText(block).trim() : undefined
}

/** An organ's name on a line of its own above the date, or one whose style says so. */
function nameOf(block: WordBlock | undefined, organs: string[], isDated: boolean): string | undefined {
  if (block?.kind !== 'paragraph') return undefined
  const text = paragraphText(block).trim()
  if (isSignature(block)) return text
  const plain = text.replace(/\s+/gu, '')
  if (!isDated || plain.length > 40 || /[，。；：]/u.test(plain)) return undefined
  return organs.includes(plain) || /(?:政府|办公室|局|委员会|办事处)$/u.test(plain) ? plain : undefined
}

function isSignature({ style }: WordParagraph): boolean {
  return style === 'Signature'
}
