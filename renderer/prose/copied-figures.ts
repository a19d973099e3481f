import type { Attrs } from 'prosemirror-model'

/** More than one copy of a long report holds. */
const MOST = 2000

const copied = new Map<string, Attrs>()

/** A linked figure goes to the clipboard: the words by which it is known when it comes back. */
export function copyFigure(attrs: Attrs): string {
  if (copied.size >= MOST) copied.clear()
  const words = JSON.stringify(attrs)
  copied.set(words, attrs)
  return words
}

/** Only what this window copied is a linked figure again: whatever else the clipboard says of itself is text. */
export function figureOfCopy(words: string | undefined): Attrs | undefined {
  return words === undefined ? undefined : copied.get(words)
}
