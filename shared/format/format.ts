/**
 * The official report format as data: what `templates/formats/<id>.json` holds.
 * Every other part of the app reads it; a format of a later year is a new data file.
 */

/** Where a filling rule comes from, and what it says to the clerk. */
export interface Guidance {
  /** Plain Chinese: what this row, column or field counts or must contain. */
  text: string
  /** Legal or official basis, e.g. "《条例》第三十六条第（一）项"; absent where the notices define nothing. */
  basis?: string
}

/** A chapter's place for prose: '1' for a prose chapter, '2.before' and '2.after' around a table. */
export type ProseSlot = string

export interface Chapter {
  /** '1' … '6'. */
  id: string
  /** '一' … '六', as printed before the title. */
  number: string
  /** The template's title, e.g. 总体情况. */
  title: string
  /** The wording of the notice's own instructions, where it differs. */
  longTitle?: string
  /** What the window calls the chapter where room is short; never printed. */
  shortTitle?: string
  body: { kind: 'prose' } | { kind: 'table'; table: string }
  guidance: Guidance
  /** What is said of the chapter when it has no text; without it an empty chapter is nobody's concern. */
  whenEmpty?: { rule: string; message: string }
  /** Length guide in characters as a reader counts them (2021 format, chapter 一: 1,000). */
  lengthGuide?: number
}

/**
 * What a cell holds: `count` an integer ≥ 0; `change` a signed integer (增/减);
 * `amount` a decimal ≥ 0 in the fixed unit 万元; `money` an amount kept with the unit it was entered in.
 */
export type CellKind = 'count' | 'change' | 'amount' | 'money'

/** A row or column of figures; cell address = table id + row id + column id, joined by dots. */
export interface Line {
  id: string
  /** The official label, exactly as printed. */
  label: string
  /** How a finding names it: "（三）不予公开·1.属于国家秘密", "自然人". */
  name: string
  guidance: Guidance
}

export type GridCell =
  | {
      kind: 'label'
      text: string
      /** band: the shaded 第二十条 rows; header: column headings; stub: row headings; note: the printed 勾稽关系. */
      role: 'band' | 'header' | 'stub' | 'note'
      colSpan?: number
      rowSpan?: number
      /** Set in vertical writing (三、本年度办理结果). */
      vertical?: true
    }
  | { kind: 'figure'; cell: string; holds: CellKind; colSpan?: number }

/** The table as printed: rows of cells left to right; a cell covered by a rowSpan above is left out. */
export interface Grid {
  /** Relative widths of the grid columns; their number is the table's width in columns. */
  widths: number[]
  /** How many rows from the top repeat on a new page. */
  headerRows: number
  rows: GridCell[][]
}

export interface Table {
  /** 't2', 't3', 't4'. */
  id: string
  /** How a finding names it: 表二, 表三, 表四. */
  name: string
  /** Accessible name: the chapter's subject. */
  caption: string
  rows: Line[]
  columns: Line[]
  grid: Grid
}

/**
 * Two sums of cells that must be equal, once for every column (`along: 'columns'`: terms are row ids)
 * or for every row (`along: 'rows'`: terms are column ids) of a table.
 */
export interface SumRule {
  /** Rule id of domain.md section 2, e.g. 'T3-1'. */
  id: string
  table: string
  along: 'columns' | 'rows'
  left: string[]
  right: string[]
  /** The single left term is a total: where it was not entered it is computed from the right side. */
  computesLeft?: true
  severity: 'error' | 'warning'
  /** How a finding names the two sums: 第一项加第二项, 六类申请人合计. */
  sideNames: { left: string; right: string }
  /** Plain Chinese: why the two sides are equal. */
  explanation: string
  /** official: printed in the table or a notice; derived: follows by arithmetic. */
  standing: 'official' | 'derived'
}

/** An act or notice a report cites, with its number. */
export interface LegalBasis {
  title: string
  /** 国务院令第711号, 国办公开办函〔2021〕30号. */
  number: string
}

export interface Format {
  kind: 'nianbao-format'
  /** '2019', '2021'. */
  id: string
  /** Shown to the clerk. */
  name: string
  /** Report years this format is for; without `to` it is the one in force. */
  years: { from: number; to?: number }
  basis: { regulation: LegalBasis; notice: LegalBasis }
  preamble: PreambleWording
  /** Guidance for fields outside the chapters, by field id (publisher.name, contact.phone …). */
  fields: Record<string, Guidance>
  chapters: Chapter[]
  tables: Table[]
  rules: SumRule[]
}

/** What the preamble may name; `bases` stands for any number of local bases, `notice` for the notice and its number. */
export type PreambleField =
  | 'year'
  | 'regulation'
  | 'notice'
  | 'bases'
  | 'name'
  | 'aggregates'
  | 'website'
  | 'column'
  | 'url'
  | 'address'
  | 'postcode'
  | 'phone'
  | 'email'

/** The preamble's wording. Wordings name fields in {braces}; whatever speaks of an empty field falls away. */
export interface PreambleWording {
  clauseSeparator: string
  sentenceEnd: string
  sentences: PreambleSentence[]
}

/** Clauses that stay, joined and ended; none: no sentence. */
export interface PreambleSentence {
  clauses: PreambleClause[]
}

export interface PreambleClause {
  /** The clause falls away when all of these are empty. */
  needs?: PreambleField[]
  parts: PreamblePart[]
}

export type PreamblePart =
  | { kind: 'text'; text: string }
  /** The first wording all of whose {fields} are filled in; none: nothing. */
  | { kind: 'first'; of: string[] }
  /** Items whose {fields} are filled in, joined and wrapped; none: nothing, brackets neither. */
  | {
      kind: 'list'
      open: string
      items: string[]
      separator: string
      /** Between the last two items, where it differs. */
      lastSeparator?: string
      close: string
    }
