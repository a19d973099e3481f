import type { Publisher } from '../../draft/draft'
import type { Format } from '../../format/format'
import type { Expression } from './expression'
import type { Numeral } from './numbers'
import type { Count, Situation } from './resolve'
import type { Lexicon } from './terms'
import type { Token } from './tokens'

/** What all lines of a draft are read with. */
export interface Reader {
  format: Format
  year: number
  publisher: Publisher
  lexicon: Lexicon
  /** 区政府, 办公室 are not the publisher, or only a part of it. */
  foreignGovernment: boolean
  /** In the report of a whole area 区政府办公室 is one of many. */
  officeIsPart: boolean
}

/**
 * sure: the sentence leaves no other way to read it, so it may be called wrong. likely: a figure that fits nothing is
 * worth a look. guess: it is tied only where it is equal.
 */
export type Certainty = 'sure' | 'likely' | 'guess'

/** One claim a figure makes of the tables. */
export interface Reading {
  /** Rule of domain.md 2.5. */
  rule: string
  /** It is right when it equals any of these. */
  anyOf: Expression[]
  certainty: Certainty
  /** The figure this one goes on from: where one of its readings is right, only what follows from that one counts. */
  basis?: Basis
}

export interface Basis {
  link: Link
  /** For each of anyOf the reading of the basis it follows from; undefined: it follows from any. */
  from: (number | undefined)[]
}

/** A figure of a line and what it claims; no reading: it is not tied to the tables. */
export interface Link {
  /** Offsets in the line; of a negation the words that deny. */
  start: number
  end: number
  numeral: Numeral
  readings: Reading[]
  subject?: Count['subject'] | 'other'
  /** Said of last year: a base to compare with. */
  previous?: true
  /** A change against last year, not a count. */
  change?: true
  /** 占总数98件的…: what a share is of. */
  asWhole?: true
  /** Of another organ or area. */
  elsewhere?: true
  /** The count it is told to be a part of. */
  partOf?: Link
  /** It stands in one clause with the other parts, 、 between them. */
  listed?: true
}

/** What figures are compared with: the last count of this year. */
export interface Level {
  anyOf: Expression[]
  rule: string
  certainty: Certainty
  link?: Link
}

/** What a sentence has said so far. */
export interface SentenceState {
  reportYear: number
  situation: Situation
  elsewhere: boolean
  /** Another organ acted last. */
  otherOrgan: boolean
  planned: boolean
  /** The clause at hand speaks of what is to be. */
  willBe: boolean
  /** The organ speaks of cases it decided itself. */
  reviewing: boolean
  /** Cases of every kind are spoken of; those on information disclosure come after as a part. */
  allCases: boolean
  /** Something was received that the tables do not hold: what became of it is not theirs either. */
  receivedOther: boolean
  /** Cases of last year were spoken of by themselves: what became of them is not told apart from this year's. */
  earlierCases: boolean
  /** What was made public was counted last, not what was decided. */
  published: boolean
  /** Documents are told apart by who may read them. */
  attributes: boolean
  /** Lists of powers are spoken of. */
  powers: boolean
  /**
   * afterPrevious: the clause before was of last year. loosePrevious: only a year before the report year was named,
   * which may be a slip of the pen.
   */
  year: 'current' | 'previous' | 'afterPrevious' | 'loosePrevious' | 'past'
  level?: Level
  /** All of them, for what is said of each in turn. */
  levels: Level[]
  /** 分别 could not be told apart in the clause at hand. */
  unclear: boolean
  /** A figure nothing was said of yet. */
  waiting?: Link
  /** Last year's figure before anything was said of this year's. */
  openBase?: Link
  /** Last year's figure as the sentence gives it. */
  base?: Link
  links: Link[]
  /** How many links there were when the clause began. */
  clauseFrom: number
  /** The clause at hand up to its figure. */
  lead: Token[]
  /** Clauses since the last figure, which may hold what the next one counts. */
  pending: Token[]
  /** After 其中: parts of the whole, or of something a sentence before spoke of. */
  inParts: boolean
  whole?: Link
}

export function newSentence(subject: Situation['subject'], reportYear: number): SentenceState {
  return {
    reportYear,
    situation: { ...(subject && { subject }), bothCases: false, rows: [], carry: 'carried' },
    elsewhere: false,
    otherOrgan: false,
    planned: false,
    willBe: false,
    reviewing: false,
    allCases: false,
    receivedOther: false,
    earlierCases: false,
    published: false,
    attributes: false,
    powers: false,
    year: 'current',
    links: [],
    clauseFrom: 0,
    levels: [],
    unclear: false,
    lead: [],
    pending: [],
    inParts: false,
  }
}
