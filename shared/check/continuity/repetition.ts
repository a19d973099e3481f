/** How much of a text stands in another one already. docs/carry-over.md defines the measure for the office. */

/** Characters that must agree in a row before they count as repeated: longer than any set phrase of the field. */
const SHINGLE = 8

/** Titles with their numbers, document numbers, articles: repeated every year, and rightly so. */
const CITATION =
  /《[^《》]{0,80}》(?:[（(][^（）()]{0,40}[）)])?|[〔[]\d{4}[〕\]]第?\d{1,5}号|第[零一二三四五六七八九十百\d]{1,6}[条章款项号]/gu

/** The text as it is compared: no citations, spaces or punctuation, every number one sign. */
export function comparable(text: string): string {
  return text
    .replace(CITATION, '')
    .replace(/[\p{P}\p{S}\s]/gu, '')
    .replace(/[\d０-９]+/gu, '0')
}

/** All runs of SHINGLE characters in a text that was made comparable. */
export function shinglesOf(text: string): ReadonlySet<string> {
  const shingles = new Set<string>()
  for (let at = 0; at + SHINGLE <= text.length; at += 1) shingles.add(text.slice(at, at + SHINGLE))
  return shingles
}

/**
 * The share (0 to 1) of the characters of a comparable text that lie in a run of SHINGLE characters which last year's
 * text has too. A text shorter than one run repeats nothing.
 */
export function repetitionRate(text: string, last: ReadonlySet<string>): number {
  let repeated = 0
  let covered = 0
  for (let at = 0; at + SHINGLE <= text.length; at += 1) {
    if (!last.has(text.slice(at, at + SHINGLE))) continue
    repeated += at + SHINGLE - Math.max(at, covered)
    covered = at + SHINGLE
  }
  return text.length === 0 ? 0 : repeated / text.length
}
