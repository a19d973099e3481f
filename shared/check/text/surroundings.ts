import type { Situation } from './resolve'
import { hasMark, isOther, isTerm, type Token, type Word } from './tokens'

/** What the words beside a figure tell about it. */
export interface Surroundings {
  words: Word[]
  /** What stands nearest the figure: a term, something else that is counted, or nothing of weight. */
  head: 'term' | 'other' | 'none'
  /** Something narrows the term down: 食品类处罚, 网站提交的申请. */
  narrowed: boolean
  /** Another organ acts. */
  organ: 'none' | 'government' | 'part' | 'named'
  /** Something else was done with what the term names: 案卷评查120份. */
  acted: boolean
  blocked: Set<'publish' | 'foreignAct' | 'powers' | 'processingFee' | 'average' | 'wider'>
}

const BLOCKS = ['publish', 'foreignAct', 'powers', 'processingFee', 'average', 'wider'] as const
/** What an act of deciding that follows takes the force from. */
const CLEARED: ReadonlySet<string> = new Set(['publish', 'foreignAct', 'powers'])
/** A place of another organ: 城关街道, 清溪镇. */
const PLACE = /(?:街道|镇|乡|公司|学校|医院)$/

/** tokens: those before the figure, or those after it (then the nearest is the first). */
export function surroundingsOf(tokens: Token[], side: 'before' | 'after'): Surroundings {
  const weighty = tokens.filter((token) => isTerm(token) || isOther(token) || isUnknown(token))
  const nearest = side === 'before' ? weighty.at(-1) : (weighty.find(isTerm) ?? weighty[0])
  return {
    words: tokens.filter(isTerm),
    head: !nearest ? 'none' : isTerm(nearest) ? 'term' : 'other',
    narrowed: isNarrowed(tokens),
    organ: organOf(tokens),
    acted: tokens
      .slice(tokens.findLastIndex(isTerm) + 1)
      .some((token) => hasMark(token, 'foreignAct', 'publish')),
    blocked: blocksOf(tokens),
  }
}

/** Words of one character are mostly what is left between known ones. */
export function isUnknown(token: Token): boolean {
  return token.kind === 'unknown' && token.text.length > 1
}

/** Unknown words or channels between the first term and the last, unless 等 says that they are examples. */
function isNarrowed(tokens: Token[]): boolean {
  const last = tokens.findLastIndex(isTerm)
  const verb = tokens.findIndex(
    (token) => isTerm(token) && token.senses.every(({ kind }) => kind === 'stage' || kind === 'column'),
  )
  const from = verb >= 0 && verb < last ? verb : 0
  if (tokens.slice(last + 1).some((token) => hasMark(token, 'suchAs'))) return true
  if (tokens.some((token) => hasMark(token, 'restrict') || (token.kind === 'mask' && token.month)))
    return true
  const narrowing = tokens.findLastIndex(
    (token, index) =>
      index >= from &&
      index < last &&
      (isUnknown(token) || isOther(token) || hasMark(token, 'channel')) &&
      !isOrganPlace(token),
  )
  if (narrowing < 0) return false
  return !tokens.slice(narrowing, last).some((token) => hasMark(token, 'suchAs'))
}

function isOrganPlace(token: Token): boolean {
  return token.kind === 'unknown' && /(?:大队|中队|队|所|站|中心|处)$/.test(token.text)
}

function organOf(tokens: Token[]): Surroundings['organ'] {
  let organ: Surroundings['organ'] = 'none'
  tokens.forEach((token, index) => {
    if (token.kind === 'unknown' && PLACE.test(token.text)) organ = 'named'
    if (token.kind !== 'word' || hasMark(tokens[index - 1], 'self') || isAddressed(tokens[index - 1])) return
    const leads = tokens.slice(0, index).every((before) => hasMark(before, 'parts', 'and'))
    for (const sense of token.senses)
      if (sense.kind === 'organ' && organ !== 'named' && (leads || sense.organ !== 'part'))
        organ = sense.organ
  })
  return organ
}

/** 会同区司法局, 向区住建局: it is not that organ that acts. */
function isAddressed(token: Token | undefined): boolean {
  return token?.kind === 'word' && /^(?:会同|向|报|经|被|对|与)$/.test(token.text)
}

/** An act of deciding after the word takes its force away: 公示后作出. */
export function isAct(token: Token): boolean {
  return (
    token.kind === 'word' &&
    token.senses.some(
      (sense) => sense.kind === 'column' || (sense.kind === 'stage' && sense.stage === 'handled'),
    )
  )
}

export function blocksOf(tokens: Token[]): Surroundings['blocked'] {
  const blocks = new Set<(typeof BLOCKS)[number]>()
  const act = tokens.findLastIndex(isAct)
  tokens.forEach((token, index) => {
    for (const mark of BLOCKS)
      if (hasMark(token, mark) && !(index < act && CLEARED.has(mark))) blocks.add(mark)
  })
  return blocks
}

/** Whether a bare 结转 comes from last year: a year before the report's, 上年, 年初 beside it. */
export function carryOf(tokens: Token[], reportYear: number): Situation['carry'] {
  for (const token of tokens) {
    if (hasMark(token, 'previous') || (token.kind === 'year' && token.year < reportYear)) return 'brought'
    if (hasMark(token, 'next') || (token.kind === 'year' && token.year > reportYear)) return 'carried'
  }
  return tokens.some((token) => token.kind === 'word' && /转来|接转/.test(token.text)) ? 'brought' : 'carried'
}
