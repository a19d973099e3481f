const longest = 100

/** A file name every system accepts, made of a report's title; `fallback` where nothing is left of it. */
export function safeFileName(title: string, fallback: string): string {
  const name = title
    .replace(/[\p{Cc}\p{Cf}\p{Cs}<>:"/\\|?*]/gu, '')
    .replace(/\s+/g, ' ')
    .replace(/^[. ]+/, '')
  const short = [...name]
    .slice(0, longest)
    .join('')
    .replace(/[. ]+$/, '')
  // Names Windows keeps for devices, whatever follows the dot.
  return short === '' || /^(con|prn|aux|nul|com\d|lpt\d)(\.|$)/i.test(short) ? fallback : short
}

/** The path with the ending the clerk left out. */
export function withEnding(path: string, ending: string): string {
  return path.toLowerCase().endsWith(ending) ? path : path + ending
}
