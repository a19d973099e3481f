/** The lines inside an object or list of a damaged file; `ended`: the bracket that ends it is there. */
export interface Inside {
  lines: string[]
  ended: boolean
}

/** One member of an object or one element of a list, as its own lines. */
export interface Member {
  /** undefined: an element of a list, or a line whose key cannot be read. */
  key: string | undefined
  lines: string[]
  /** What follows proves that nothing of it is missing: a comma, or the bracket that ends the whole. */
  closed: boolean
}

const opening = /^"([^"\\]+)": /
const ending = /^[}\]],?$/

/**
 * Cuts what stands at the depth `indent` (spaces, as writeDraft sets them) into its members. A line of that depth
 * begins a new one; deeper lines and closing brackets belong to the one before.
 */
export function members({ lines, ended }: Inside, indent: number): Member[] {
  const found: Omit<Member, 'closed'>[] = []
  for (const line of lines) {
    const text = line.trimStart()
    const begins = depth(line) <= indent && !ending.test(text)
    const last = found.at(-1)
    if (begins || last === undefined) found.push({ key: opening.exec(text)?.[1], lines: [line] })
    else last.lines.push(line)
  }
  return found.map((member, index) => {
    const isLast = index === found.length - 1
    return { ...member, closed: member.lines.at(-1)?.endsWith(',') === true || (isLast && ended) }
  })
}

/** What lies between the brackets of a file, or of a member that is an object or a list. */
export function inside(lines: string[]): Inside {
  if (lines.length === 1) return { lines: [], ended: /: (\{\}|\[\]),?$/.test(lines[0] ?? '') }
  const [first = '', last = ''] = [lines[0], lines.at(-1)]
  const ended = ending.test(last.trim()) && depth(last) === depth(first)
  return { lines: lines.slice(1, ended ? -1 : undefined), ended }
}

/** The value of a member; undefined: it is cut off or garbled. */
export function memberValue({ key, lines, closed }: Member): unknown {
  if (!closed) return undefined
  const text = lines.join('\n').replace(/,$/, '')
  const value = parsed(key === undefined ? `[${text}]` : `{${text}}`)
  if (typeof value !== 'object' || value === null) return undefined
  const values: unknown[] = Object.values(value)
  return values.length === 1 ? values[0] : undefined
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

function depth(line: string): number {
  return line.length - line.trimStart().length
}
