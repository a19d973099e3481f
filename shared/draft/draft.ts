import type { StyleVariant } from '../compose/style-variant'

/** A draft of one report: what a `.nianbao` file holds. `templates/draft.schema.json` describes the same shape. */

/** organ: 本政府机关 itself; aggregate: the whole district, summed over its departments and towns. */
export type Scope = 'organ' | 'aggregate'

export type PublisherKind = 'government' | 'department' | 'town' | 'street'

/** Who compiles and publishes the report, and how to reach them. Absent fields were never filled in. */
export interface Publisher {
  /** The compiling organ, e.g. 双鸭山市四方台区人民政府办公室. */
  name: string
  /** The name in the report's title where it differs, e.g. 四方台区人民政府. */
  title?: string
  /** How the prose speaks of it, e.g. 我区. */
  shortName?: string
  kind: PublisherKind
  /** What the report aggregates, e.g. 区政府组成部门及所辖镇. */
  aggregates?: string
  /** Local regulations and notices cited beside the national ones, each with its number. */
  bases?: string[]
  address?: string
  postcode?: string
  phone?: string
  email?: string
  website?: { name?: string; column?: string; url?: string }
}

/** organFirst: 某区 / 2025年政府信息公开工作年度报告; yearFirst: 2025年某区…; edited: the clerk's own lines. */
export type Title = { kind: 'organFirst' } | { kind: 'yearFirst' } | { kind: 'edited'; lines: string[] }

/** A chapter title other than the template's: the notice's longer wording, or the office's own. */
export type ChapterTitle = { kind: 'long' } | { kind: 'own'; text: string }

export type Preamble = { kind: 'generated' } | { kind: 'edited'; text: string }

/**
 * What was entered in a cell. A number for a count or a change; text for an amount, kept as written ("12.50",
 * "973.90万元"); text that no cell accepts is kept too, shown at its place and reported (rule T3-4).
 */
export type Entry = number | string

export interface Signature {
  /** Signing organ; absent: the report is not signed. */
  name?: string
  /** ISO date, e.g. 2026-01-20. */
  date?: string
}

/** An image in the draft, by the SHA-256 of its bytes. */
export interface ImageData {
  type: 'image/png' | 'image/jpeg'
  /** Pixels. */
  width: number
  height: number
  /** Base64. */
  data: string
}

/** A finding the clerk keeps on purpose, by its fingerprint. */
export interface Waiver {
  finding: string
  reason: string
}

/**
 * A figure taken over from last year's report. It is marked as such while the cell still holds this value and the
 * clerk has not confirmed it. The record stays after that: nothing is carried into a cell a second time.
 */
export interface CarriedFigure {
  /** Year of the report it was taken from. */
  year: number
  /** The cells of that report it is the sum of. */
  from: string[]
  value: Entry
  confirmed?: true
}

/** A file as it was when it was read: its name without folder and the SHA-256 of its bytes. */
export interface FileMark {
  name: string
  hash: string
}

/** The figures of a report of an earlier year. */
export interface EarlierFigures {
  year: number
  /** Format id; the addresses of the figures are that format's. */
  format: string
  figures: Record<string, Entry>
  /** The file they were read from; absent: none, or one nobody knows any more. */
  source?: FileMark
}

/** What a report prints around its chapters, as it was printed. */
export interface ReportFrame {
  title: string[]
  issuingLine?: string
  preamble: string
  /** By chapter id, without the number. */
  chapterTitles: Record<string, string>
  signature: Signature
}

/** Last year's report as it was when it was taken over: it stands beside the form even when its file is gone. */
export interface PreviousReport extends EarlierFigures {
  scope: Scope
  /** Name of its publisher. */
  publisher: string
  numbering: 'dot' | 'comma'
  prose: Record<string, Block[]>
  /** Absent in drafts of the app's first version. */
  frame?: ReportFrame
  /** Figures of up to four years before it, newest first. */
  earlier?: EarlierFigures[]
  /** What of it besides figures and text stands in this one; a line of Chinese each. */
  kept?: string[]
  /** What of it was not taken over, and why; a line of Chinese each. */
  leftOut?: string[]
}

/** What the clerk did with last year's text of a slot: taken as it was, as a basis with its years renewed, or not. */
export type ProseChoice = 'taken' | 'basis' | 'left'

/** What one unit's report gave to a district's: the figures of its cells that were added. */
export interface RolledUnit {
  name: string
  source: FileMark
  figures: Record<string, Entry>
}

export interface Draft {
  kind: 'nianbao-draft'
  version: 1
  /** Format id. */
  format: string
  year: number
  scope: Scope
  publisher: Publisher
  title: Title
  /** A line below the title, e.g. the date or the issuing office. */
  issuingLine?: string
  /** By chapter id; absent: the template's title. */
  chapterTitles: Record<string, ChapterTitle>
  preamble: Preamble
  /** How the second level is numbered: 1. (the standard's) or 1、 by choice. */
  numbering: 'dot' | 'comma'
  /** Blocks by prose slot ('1', '2.before', …). */
  prose: Record<string, Block[]>
  /** By cell address; blank cells are absent, computed totals are never stored. */
  figures: Record<string, Entry>
  signature: Signature
  /** Where the document is to look otherwise than the standard's; absent: it is not. */
  style?: StyleVariant
  waivers: Waiver[]
  /** By cell address; absent: nothing was carried over. */
  carried?: Record<string, CarriedFigure>
  previous?: PreviousReport
  /** By prose slot; absent where last year's text has not been decided upon. */
  proseChoices?: Record<string, ProseChoice>
  /** Of a district's report the units it was added up from; absent: it was not. */
  rollUp?: { units: RolledUnit[] }
  /** From how many times last year's figure on a change is worth a look (T2-6); absent: the usual. */
  unusualRatio?: number
  images: Record<string, ImageData>
}

/** Headings and numbered text: 1 is （一）, 2 is 1., 3 is （1）. */
export type Level = 1 | 2 | 3

export interface TextRun {
  kind: 'text'
  text: string
  bold?: true
  /** A figure that came with last year's text and has not been confirmed. */
  carried?: true
}

/** One figure of the tables; `previous`: of last year's report, at the address the cell has in this one. */
export interface CellTerm {
  kind: 'cell'
  cell: string
  previous?: true
}

/** A blank part counts 0, as in the totals of the tables. */
export interface SumTerm {
  kind: 'sum'
  of: CellTerm[]
}

export type FigureTerm = CellTerm | SumTerm

export interface DifferenceTerm {
  kind: 'difference'
  of: FigureTerm
  less: FigureTerm
}

/** What a linked figure is worth: figures of the tables, and what follows from them. A share is in percent. */
export type FigureExpression =
  | FigureTerm
  | DifferenceTerm
  | { kind: 'share'; of: FigureTerm | DifferenceTerm; whole: FigureTerm }

/** How a linked figure is written. */
export interface NumberStyle {
  /** 1020, 1,020, １０２０, 一千零二十. */
  digits: 'plain' | 'grouped' | 'fullWidth' | 'chinese'
  /** What it is counted in and is written with it; absent: ones, for amounts 万元, for shares %. */
  unit?: '万' | '亿' | '元' | '万元' | '亿元' | '%' | '百分之'
  /**
   * Decimals. Shares and what is counted in 万, 亿 or 亿元 are rounded to them; anything else has at least these.
   * Absent: as many as the tables have, for shares one.
   */
  decimals?: number
  /** The word that stands for 0, unit and all. */
  zero?: '无' | '零' | '未发生' | '持平'
  /** The words before a change, by its sign: increase 增加 or 减少, growth 增长 or 下降; absent: the bare number. */
  direction?: 'increase' | 'growth'
}

/** A linked figure (随表数字): it shows what the tables hold now. Word and PDF get its text. */
export interface FigureRun {
  kind: 'figure'
  value: FigureExpression
  style: NumberStyle
  bold?: true
}

export type Run = TextRun | FigureRun

/** A prose paragraph or figure. Numbers （一）, 1., （1） and 一是 are never part of the text: the app counts. */
export type Block = BlockOf<Run>

/** A block as it is read and printed: every linked figure is text (shared/linked/printed-prose.ts). */
export type TextBlock = BlockOf<TextRun>

/** A block whose text is made of such runs. */
export type BlockOf<R extends Run> =
  | { kind: 'heading'; level: Level; text: R[] }
  /** A heading that runs into its paragraph: （一）依法开展主动公开工作。全年… */
  | { kind: 'runInHeading'; level: Level; heading: R[]; text: R[] }
  /** A numbered paragraph: 1.全年… */
  | { kind: 'numbered'; level: Level; text: R[] }
  | { kind: 'paragraph'; text: R[] }
  /** 一是…二是…, a paragraph each. */
  | { kind: 'list'; items: R[][] }
  | { kind: 'image'; image: string; caption?: string }
  | { kind: 'table'; header: boolean; rows: R[][][] }
