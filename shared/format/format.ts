import type { PublisherKind } from '../draft/draft'

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
  /** The notice forbids the same text year after year (年年雷同): what repeats last year's is reported. */
  freshEachYear?: true
  /** When what the chapter says is next to nothing. */
  emptyWords?: EmptyWords
}

/** Text that fills a chapter and says nothing (domain.md P-11). All of it is data, to be added to as reports show. */
export interface EmptyWords {
  rule: string
  /** Fewer characters than this say too little. */
  shorterThan: number
  /** Ready-made phrases: a chapter all of whose sentences hold one, with no figure among them, is generic. */
  phrases: string[]
}

/** What the prose must speak of: each topic is covered where one of its words stands in the text. */
export interface TopicRule {
  rule: string
  /** The chapter it belongs in. */
  chapter: string
  /** Where its words count: in that chapter only, or anywhere in the report. */
  within: 'chapter' | 'report'
  /** Organs it binds; absent: all. */
  kinds?: PublisherKind[]
  topics: { name: string; words: string[] }[]
  /** Said of what is missing; {topics} names it. */
  message: string
}

/** Words of an earlier format that no longer belong in a report of this one (domain.md P-15). */
export interface OutdatedWords {
  rule: string
  words: string[]
  /** Wrong anywhere in the text, or as a heading only. */
  where: 'text' | 'heading'
  message: string
}

/** Organs by their kind and by what their name holds. */
export interface OrganPattern {
  kind: PublisherKind
  named?: string[]
  unlessNamed?: string[]
}

/** What figures suggest, where no sum decides it. Cells by address. */
export type FigureHint =
  /** In each of the rows: column ≥ plus − minus. */
  | {
      kind: 'atLeast'
      rule: string
      severity: 'warning' | 'info'
      table: string
      rows: string[]
      column: string
      plus: string
      minus: string
    }
  /** The cells are 0 for these organs. */
  | {
      kind: 'notFor'
      rule: string
      severity: 'warning' | 'info'
      cells: string[]
      organs: OrganPattern[]
      message: string
    }
  /** A part larger than this share of a whole of at least `from`. */
  | {
      kind: 'share'
      rule: string
      severity: 'warning' | 'info'
      part: string
      whole: string
      above: number
      from: number
    }
  /** Where one of the cells is above 0 the chapter speaks of it in one of these words. */
  | {
      kind: 'mention'
      rule: string
      severity: 'warning' | 'info'
      cells: string[]
      chapter: string
      words: string[]
      message: string
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

/**
 * A figure that follows from last year's report: the sum of last year's cells, plus and minus some of this year's.
 * It holds once for every column (`along: 'columns'`: terms are row ids) or row (`along: 'rows'`: terms are column ids)
 * that has all of these cells. Without terms of this year the figure is known beforehand and is carried over.
 */
export interface ContinuityRule {
  /** Rule id of domain.md section 2, e.g. 'X-1'. */
  id: string
  table: string
  along: 'columns' | 'rows'
  /** The term of this year's report that follows. */
  result: string
  /** Terms of last year's report. */
  last: string[]
  /** Terms of this year's report, added and taken away. */
  plus?: string[]
  minus?: string[]
  /** Plain Chinese: why the figure follows. */
  explanation: string
  standing: 'official' | 'derived'
}

/**
 * What became of the cells of an earlier format. A cell that is not named keeps its address and its meaning; one that
 * has no place any more is dropped with the reason.
 */
export interface Succession {
  /** Id of the earlier format. */
  format: string
  moves: CellMove[]
  drops: { cells: string[]; reason: string }[]
}

export interface CellMove {
  from: string
  to: string
  /** Plain Chinese: in what the two do not count quite the same. */
  note?: string
}

/** Figures worth a look when they differ much from last year's. Cells by address. */
export interface UnusualChange {
  rule: string
  cells: string[]
  /** The rule for amounts that differ from last year's as 元 from 万元. */
  unitRule: string
}

/** What was left open last year should be among this year's cases, in each row that has both columns (T4-3). */
export interface Reappearance {
  rule: string
  table: string
  /** Column of last year's report: 尚未审结. */
  last: string
  /** Column of this year's that counts all cases. */
  among: string
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
  continuity?: ContinuityRule[]
  succeeds?: Succession
  unusualChange?: UnusualChange
  reappearance?: Reappearance
  topics?: TopicRule[]
  outdated?: OutdatedWords[]
  hints?: FigureHint[]
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
