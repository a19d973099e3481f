/**
 * Text as it may be printed. What has no place on paper goes: control characters and halves of surrogate pairs,
 * which no XML can hold, and invisible marks, above all the bidirectional ones, which would turn figures around.
 * Line breaks and tabs become a space.
 */
export function cleanText(text: string): string {
  return text.replace(LINE_BREAKS_AND_TABS, ' ').replace(UNPRINTABLE, '')
}

/** The lines of a text, each clean and trimmed; empty ones left out. */
export function cleanLines(text: string): string[] {
  return text
    .split(LINE_BREAK)
    .map((line) => cleanText(line).trim())
    .filter((line) => line !== '')
}

/** Every kind of line break: also those of Word and of web pages. */
export const LINE_BREAK = /\r\n|[\n\r\v\f\u0085\u2028\u2029]/u

const LINE_BREAKS_AND_TABS = new RegExp(`${LINE_BREAK.source}|\\t`, 'gu')

const UNPRINTABLE =
  /[\p{Cc}\p{Cs}\p{Noncharacter_Code_Point}\u00ad\u061c\u200b\u200e\u200f\u202a-\u202e\u2060-\u2069\ufeff\ufff9-\ufffb]/gu
