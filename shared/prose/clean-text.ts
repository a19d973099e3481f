/** What other programs write as a line break: Windows', old Mac's, Word's line break and page break, Unicode's. */
const lineBreaks = /\r\n|[\r\v\f\u0085\u2028\u2029]/g

/**
 * What no reader sees and no Word file may hold (XML 1.0, 2.2): control characters, halves of surrogate pairs,
 * non-characters; and invisible marks that would break up words: byte order mark, zero-width space, soft hyphen, marks
 * of writing direction. The joiners inside emoji stay.
 */
const unprintable =
  /[\p{Cs}\p{Noncharacter_Code_Point}\u00ad\u200b\u200e\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff]/gu

/** Foreign text with line breaks as \n, tabs as spaces, and without what cannot be printed. */
export function cleanText(text: string): string {
  return text
    .replace(lineBreaks, '\n')
    .replace(/\t/g, ' ')
    .replace(/(?!\n)\p{Cc}/gu, '')
    .replace(unprintable, '')
}
