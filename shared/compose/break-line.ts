/**
 * Breaks a title line into the fewest lines of at most `limit` characters, between words (places, organs, the report's
 * own name), and of those ways into lines of like length, never a short one between two long ones: 梯形 or 菱形
 * (GB/T 9704—2012, 7.3.1). Half-width characters count half.
 */
export function breakByMeaning(line: string, limit: number): string[] {
  const words = wordsOf(line)
  const fits = words.every((word) => displayLength(word) <= limit)
  if (!fits || displayLength(line) > limit * MOST_LINES) return fill(words.flatMap(charactersOf), limit)
  const fewest = Math.max(1, Math.ceil(displayLength(line) / limit))
  const counts = words.map((_, index) => index + 1).filter((count) => count >= fewest)
  const shapes = counts.map((count) => splits(words, count, limit)).find((ways) => ways.length > 0)
  return shapes ? mostEven(shapes) : [line]
}

/** A title of more lines has no shape to look after, only its text to keep. */
const MOST_LINES = 4

/**
 * Where a word ends: after a place or its government, unless what follows belongs to it or makes it another word
 * (市场, 区域, 乡村); after a year; before the report's name.
 */
const WORD_END =
  /(?<=省|市|区|县|旗|自治州|镇|乡|街道|人民政府)(?![场政容区域划江海远村镇宁管街办、和与及）》]|人民政府)|(?<=\d年(?!度)|\d年度)|(?=政府信息公开)/u

function wordsOf(line: string): string[] {
  return line.split(WORD_END)
}

/** A number stays whole as long as a line holds it. */
function charactersOf(word: string): string[] {
  return word.match(/\d{1,20}|[^\d]/gu) ?? []
}

function fill(pieces: string[], limit: number): string[] {
  const lines: string[] = []
  let line = ''
  for (const piece of pieces) {
    if (line !== '' && displayLength(line + piece) > limit) {
      lines.push(line)
      line = ''
    }
    line += piece
  }
  return [...lines, line]
}

/** Every way to lay the words into this many lines. */
function splits(words: string[], count: number, limit: number): string[][] {
  if (count === 1) return displayLength(words.join('')) <= limit ? [[words.join('')]] : []
  const heads = words.slice(0, words.length - count + 1).map((_, index) => index + 1)
  return heads.flatMap((taken) => {
    const line = words.slice(0, taken).join('')
    if (displayLength(line) > limit) return []
    return splits(words.slice(taken), count - 1, limit).map((rest) => [line, ...rest])
  })
}

function mostEven(shapes: string[][]): string[] {
  return shapes.reduce((chosen, shape) => (unevenness(shape) < unevenness(chosen) ? shape : chosen))
}

function unevenness(lines: string[]): number {
  const lengths = lines.map(displayLength)
  const waists = lengths.filter((length, index) => {
    const [above = 0, below = 0] = [lengths[index - 1], lengths[index + 1]]
    return length < above && length < below
  })
  return Math.max(...lengths) - Math.min(...lengths) + WAIST * waists.length
}

/** Worse than any difference in length. */
const WAIST = 100

function displayLength(text: string): number {
  return Array.from(text).reduce((length, character) => length + (character <= '\u00ff' ? 0.5 : 1), 0)
}
