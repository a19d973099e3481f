import type { DocumentTable } from './document'

/**
 * An official table stays on one page where it fits one, a table of the clerk's own where it is short; a longer one
 * may run on, or it would leave half a page empty above it.
 */
export function isKeptTogether(table: DocumentTable): boolean {
  if (table.id !== undefined) return true
  const texts = table.rows.flat().flatMap(({ runs }) => runs.map(({ text }) => text.length))
  const characters = texts.reduce((sum, length) => sum + length, 0)
  return table.rows.length <= SHORT_TABLE && characters <= SHORT_TEXT
}

/** Rows. */
const SHORT_TABLE = 10

/** Characters: about half a page. */
const SHORT_TEXT = 400
