/** Folders named; the ones further up say nothing to whoever looks for a file, but may name a person. */
const shown = 2

/**
 * A folder as the window shows it: 2025年 › 年报. A page that somebody has taken over must learn of no path, neither
 * to open nor whose account it lies in.
 */
export function shownFolder(folder: string): string {
  return folder
    .split(/[\\/]/)
    .filter((name) => name !== '')
    .slice(-shown)
    .join(' › ')
}
