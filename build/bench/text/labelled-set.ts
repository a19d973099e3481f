import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { Ajv } from 'ajv'
import type { Entry, PublisherKind, Scope } from '../../../shared/draft/draft'
import type { ProseSlot } from '../../../shared/format/format'
import schema from './labelled.schema.json' with { type: 'json' }

/** building: may be read while the recogniser is written; measured: only ever run. */
export type Part = 'building' | 'measured'

/** What a fair reader with the tables at hand says of a figure; README.md has the exact meaning. */
export type Verdict = 'agrees' | 'contradicts' | 'unlinked' | 'ask'

export interface Label {
  /** The figure's words with its counter, or the word that means none. */
  quote: string
  /** Which occurrence of the quote in the sentence, from 1; absent: the first. */
  nth?: number
  verdict: Verdict
  /** The figure as a number: percent for shares and growth, 万元 where it is compared with an amount of a table. */
  value: number
  approximate?: 'about' | 'nearly' | 'over'
  /** What it counts, as `evaluate` reads it. */
  cells?: string
  /** What should stand there. */
  expected?: string
  /** Rule of domain.md 2.5. */
  rule?: string
  /** How the wrong figure came about: 'digit-swap', 'stale-last-year'. */
  slip?: string
  /** Why the figure may be read wrongly: 'powers', 'other-scope'. */
  trap?: string
}

export interface Sentence {
  text: string
  /** Without it the sentence continues the paragraph of the one before. */
  newParagraph?: true
  trap?: string
  labels: Label[]
  /** Digits that are no figure wherever they occur outside a label: citations, dates, telephone numbers, ordinals. */
  notFigures?: string[]
}

export interface LabelledReport {
  name: string
  format: string
  year: number
  scope: Scope
  publisherKind: PublisherKind
  /** How the prose speaks of the publisher: 我区. */
  shortName: string
  /** By cell address; a cell that is not listed is 0, a total is computed. */
  figures: Record<string, Entry>
  /** Last year's figures, where last year's report is at hand. */
  previous?: Record<string, Entry>
  texts: Record<ProseSlot, Sentence[]>
}

/** A report and the file it was read from: "01-chenghu". */
export interface LabelledFile {
  id: string
  report: LabelledReport
}

const folder = join(dirname(fileURLToPath(import.meta.url)), 'labelled')
const validate = new Ajv({ allErrors: true }).compile<LabelledReport>(schema)

/** Every report of one part in the order of its file names; throws on a file the schema refuses. */
export function readLabelledSet(part: Part): LabelledFile[] {
  return readdirSync(join(folder, part))
    .sort()
    .map((file) => {
      const report: unknown = JSON.parse(readFileSync(join(folder, part, file), 'utf8'))
      if (!validate(report)) throw new Error(`${part}/${file}: ${JSON.stringify(validate.errors)}`)
      return { id: file.replace(/\.json$/, ''), report }
    })
}

/** Where the quote of a label starts in its sentence; -1: the sentence does not have it that often. */
export function placeOf(text: string, { quote, nth = 1 }: Pick<Label, 'quote' | 'nth'>): number {
  let at = -1
  for (let count = 0; count < nth; count++) {
    at = text.indexOf(quote, at + 1)
    if (at < 0) return at
  }
  return at
}
