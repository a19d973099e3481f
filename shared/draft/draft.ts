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
  images: Record<string, ImageData>
}

/** Headings and numbered text: 1 is （一）, 2 is 1., 3 is （1）. */
export type Level = 1 | 2 | 3

export interface TextRun {
  kind: 'text'
  text: string
  bold?: true
}

export type Run = TextRun

/** A prose paragraph or figure. Numbers （一）, 1., （1） and 一是 are never part of the text: the app counts. */
export type Block =
  | { kind: 'heading'; level: Level; text: Run[] }
  /** A heading that runs into its paragraph: （一）依法开展主动公开工作。全年… */
  | { kind: 'runInHeading'; level: Level; heading: Run[]; text: Run[] }
  /** A numbered paragraph: 1.全年… */
  | { kind: 'numbered'; level: Level; text: Run[] }
  | { kind: 'paragraph'; text: Run[] }
  /** 一是…二是…, a paragraph each. */
  | { kind: 'list'; items: Run[][] }
  | { kind: 'image'; image: string; caption?: string }
  | { kind: 'table'; header: boolean; rows: Run[][][] }
