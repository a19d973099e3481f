/** Lines remembered for each kind of work, and the longest that is. */
const MOST_LINES = 4_000
const LONGEST_LINE = 4_000

/**
 * The work done once for each different line: an edit changes one line of a text, and what was found in the others is
 * known. Only for work that depends on the line alone.
 */
export function perLine<Found>(work: (line: string) => Found): (line: string) => Found {
  const known = new Map<string, { found: Found }>()
  return (line) => {
    const before = known.get(line)
    if (before) return before.found
    const found = work(line)
    if (line.length > LONGEST_LINE) return found
    if (known.size >= MOST_LINES) known.clear()
    known.set(line, { found })
    return found
  }
}
