/** What a check found: one line for the clerk, and everything a tool needs to act on it. */

export type Severity = 'error' | 'warning' | 'info'

/** Where in a prose slot: character offsets in the slot's plain text, and the words themselves. */
export interface TextPlace {
  /** '1', '3.before' …, or 'preamble'. */
  slot: string
  start: number
  end: number
  quote: string
  /** How many times the same words stand before these in the slot; absent: they are the first. */
  occurrence?: number
}

export interface CellChange {
  cell: string
  from: string
  to: string
}

/** Alternative repairs; each is applied as a whole, the most likely first. */
export interface Fix {
  certain: boolean
  cells: CellChange[]
}

export interface Finding {
  /** Rule id of domain.md section 2. */
  rule: string
  severity: Severity
  /** Chapter id, or 'preamble' or 'basics' outside the chapters. */
  chapter: string
  /** All cells of the broken sum, both sides; empty for a finding about text or a field. */
  cells: string[]
  /** The field it is about outside the tables, e.g. 'contact.phone'. */
  field?: string
  text?: TextPlace
  /** One line in plain office Chinese: place, what stands there, what was expected. */
  message: string
  found?: string
  expected?: string
  /** The earlier report it was held against: its file where it was read from one, and its cells. */
  earlier?: { year: number; file?: string; cells: string[] }
  waived?: { reason: string }
  fixes?: Fix[]
  /** Of a broken sum: which cell is suspected and of what slip, or that arithmetic cannot tell; one line. */
  suspicion?: string
}
