import type { ProseSlot } from '../../format/format'
import type { Expression } from './expression'
import type { Judgement, Verdict } from './judge'

/** A figure of the prose and what the tables say to it. */
export interface TextFigure {
  slot: ProseSlot
  /**
   * Offsets in the slot's plain text (`slotProse`, marks of headings and lists included), counter and unit within:
   * 1,020件; of a negation the words that deny: 没有收到.
   */
  start: number
  end: number
  quote: string
  /** Percent for shares, 元 for money. */
  value: number
  /** 件, %, 万元 …; '' where none is written. */
  unit: string
  verdict: Verdict
  /** Rule of domain.md 2.5 it was read by. */
  rule?: string
  /** This year's cells it was held against. */
  cells: string[]
  /**
   * What it was held against: where it agrees, the reading that matched (新收 alone, or with those brought forward);
   * otherwise the most usual one. Without a number of the sentence in it (`isOfTables`), a linked figure can take its
   * place.
   */
  expression?: Expression
  /** What should stand there, one value for each way of reading it; money in 万元. Only where it does not agree. */
  expected?: Judgement['expected']
}
