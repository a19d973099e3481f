import { cleanText } from '../prose/clean-text'

/** Text on one line as it may be printed: without what has no place on paper, line breaks as spaces. */
export function printedText(text: string): string {
  return cleanText(text).replaceAll('\n', ' ')
}

/** The lines of a text, each as it may be printed; empty ones left out. */
export function printedLines(text: string): string[] {
  return cleanText(text)
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
}
