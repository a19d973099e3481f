import type { Chapter, Format } from '../format/format'
import { chineseNumeral } from '../prose/marks'
import { likeness, readLabel } from './label-match'
import { paragraphText, type WordBlock, type WordParagraph } from './word-document'

/** Where a chapter begins: its heading's place among the blocks, and what it says without its number. */
export interface FoundChapter {
  chapter: Chapter
  at: number
  title: string
}

const NUMBER = /^\s*([一二三四五六七八九十]{1,3})\s*[、.．,，]\s*/u

/** A heading on a line of its own is not longer. */
const LONGEST_HEADING = 60

/**
 * The headings of the chapters in their order, by what they say first and by their number second: a damaged number
 * does no harm where the title stands, nor an office's own title where the number does.
 */
export function findChapters(blocks: WordBlock[], format: Format): FoundChapter[] {
  const candidates = blocks.flatMap((block, at) =>
    block.kind === 'paragraph' ? headingScores(block, at, format) : [],
  )
  return bestChain(candidates).map(({ chapter, at, title }) => ({ chapter, at, title }))
}

/** The chapter whose heading a paragraph is, word for word, by its order in the form; undefined: none. */
export function chapterOfHeading(block: WordParagraph, format: Format): number | undefined {
  const text = (block.number ?? '') + paragraphText(block).trim()
  const number = NUMBER.exec(text)
  if (!number || text.length > LONGEST_HEADING) return undefined
  const words = readLabel(text.slice(number[0].length)).words
  const order = format.chapters.findIndex(({ title, longTitle = title }) =>
    [title, longTitle].some((one) => readLabel(one).words === words),
  )
  return order < 0 ? undefined : order
}

interface Candidate extends FoundChapter {
  order: number
  score: number
}

function headingScores(block: WordParagraph, at: number, format: Format): Candidate[] {
  const printed = paragraphText(block).trim()
  const text = (block.number ?? '') + printed
  if (printed === '' || text.length > LONGEST_HEADING || /[。；]./u.test(text)) return []
  const number = NUMBER.exec(text)
  const title = number ? text.slice(number[0].length).trim() : printed
  const isHeading = block.outline === 0
  return format.chapters.flatMap((chapter, order): Candidate[] => {
    const label = readLabel(title)
    const official = [chapter.title, ...(chapter.longTitle ? [chapter.longTitle] : [])]
    const like = Math.max(
      ...official.map((one) => likeness({ ...label, mark: '' }, { ...readLabel(one), mark: '' })),
    )
    const isNumbered = number?.[1] === chineseNumeral(order + 1)
    const byTitle = like >= 1 ? 4 : like >= 0.7 ? 2.5 : 0
    const byNumber = isNumbered ? (isHeading ? 3 : 0.5) : 0
    // An own title that merely follows in order, under a heading of the first level.
    const score = byTitle + byNumber + (isHeading && (byTitle > 0 || byNumber > 0) ? 1 : 0)
    return score > 0 && (number || isHeading || byTitle >= 2.5) ? [{ chapter, at, title, order, score }] : []
  })
}

/** The chain of headings, rising in place and chapter, with the highest score; a long file may have any number. */
function bestChain(candidates: Candidate[]): Candidate[] {
  const best: { score: number; before: number }[] = []
  /** By chapter: the best chain that ends with it above the line looked at. */
  const above = new Map<number, number>()
  let waiting = 0
  for (const one of candidates) {
    for (; (candidates[waiting]?.at ?? one.at) < one.at; waiting++) {
      const order = candidates[waiting]?.order ?? 0
      const known = above.get(order)
      if (known === undefined || (best[waiting]?.score ?? 0) > (best[known]?.score ?? 0))
        above.set(order, waiting)
    }
    let [score, before] = [one.score, -1]
    for (const [order, at] of above) {
      const joined = (best[at]?.score ?? 0) + one.score
      if (order < one.order && joined > score) [score, before] = [joined, at]
    }
    best.push({ score, before })
  }
  let at = best.reduce((top, { score }, index) => (score > (best[top]?.score ?? -1) ? index : top), -1)
  const chain: Candidate[] = []
  while (at >= 0) {
    const one = candidates[at]
    if (one) chain.unshift(one)
    at = best[at]?.before ?? -1
  }
  return chain
}
