import type { DocumentTable } from './document'

/** An official table stays on one page where it fits one; a long table of the clerk's own may run on. */
export function isKeptTogether(table: DocumentTable): boolean {
  return table.id !== undefined || table.rows.length <= SHORT_TABLE
}

const SHORT_TABLE = 10
