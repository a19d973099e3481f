import type { TextBlock } from '../../draft/draft'
import type { Numbering } from '../../prose/marks'
import { runsText, type SlotLine, slotLines } from '../../prose/plain-text'
import type { TextPlace } from '../finding'

/** One piece of running text to check: a prose slot, or the preamble the clerk edited. */
export interface Prose {
  /** '1', '3.before' …, or 'preamble'. */
  slot: string
  /** As a reader sees it, marks included. */
  text: string
  lines: ProseLine[]
}

export interface ProseLine extends Pick<SlotLine, 'mark' | 'text' | 'start'> {
  /** A heading, the head of a line that runs in, or a paragraph that reads like one: where titles stand. */
  heading?: string
}

interface Known {
  numbering: Numbering
  text: string
  lines: ProseLine[]
}

const cache = new WeakMap<TextBlock[], Known>()

/** The prose of a slot, worked out once while its blocks stay the same. */
export function slotProse(slot: string, blocks: TextBlock[], numbering: Numbering): Prose {
  const known = cache.get(blocks)
  if (known?.numbering === numbering) return { slot, text: known.text, lines: known.lines }
  const lines = slotLines(blocks, numbering).map(({ block, mark, text, start }): ProseLine => {
    const heading = headingOf(blocks[block], text)
    return { mark, text, start, ...(heading !== undefined && { heading }) }
  })
  const text = lines.map((line) => line.mark + line.text).join('\n')
  cache.set(blocks, { numbering, text, lines })
  return { slot, text, lines }
}

/** Text without blocks, a line a paragraph. */
export function plainProse(slot: string, text: string): Prose {
  let start = 0
  const lines = text.split('\n').map((line) => {
    const at = start
    start += line.length + 1
    return { mark: '', text: line, start: at }
  })
  return { slot, text, lines }
}

function headingOf(block: TextBlock | undefined, text: string): string | undefined {
  if (block?.kind === 'heading') return text
  if (block?.kind === 'runInHeading') return runsText(block.heading)
  return block?.kind === 'paragraph' && /^[^。；，：\n]{1,30}$/u.test(text) ? text : undefined
}

/** The words from start to end, and which of their kind they are in the text. */
export function placeIn({ slot, text }: Prose, start: number, end: number): TextPlace {
  const quote = text.slice(start, end)
  let occurrence = 0
  for (let at = text.indexOf(quote); at >= 0 && at < start; at = text.indexOf(quote, at + 1)) occurrence += 1
  return { slot, start, end, quote, ...(occurrence > 0 && { occurrence }) }
}
