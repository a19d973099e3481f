import type { Draft } from '../../draft/draft'
import type { Finding } from '../finding'
import { messages } from './messages'
import { findingAt, halfWidth, MOST, type ProseRule, type Sentence, sentencesOf } from './prose-rule'

const rule = 'P-9'

/**
 * The year at the head of a sentence about the organ is the report year (domain.md P-9): “2025年，全区…”. A year of
 * history, of a plan, or beside the report year itself is none of ours.
 */
export const wrongYear: ProseRule = (prose, context) => {
  const { year } = context.draft
  const expected = `${year}年`
  return sentencesOf(prose)
    .flatMap((sentence) => {
      const words = foreignYear(sentence, context.draft)
      return words === undefined ? [] : [{ words, start: sentence.start }]
    })
    .slice(0, MOST)
    .map(({ words, start }) => {
      const message = messages.wrongYear(words, year)
      const at = { start, end: start + words.length }
      return findingAt(prose, context, at, { rule, severity: 'warning', message, expected })
    })
}

/** The statistical period is 1 January to 31 December of the report year (国办公开办函〔2021〕30号: 报告年度的12月31日). */
export const wrongPeriod: ProseRule = (prose, context) => {
  const { year } = context.draft
  const expected = `${year}年1月1日至12月31日`
  return sentencesOf(prose)
    .flatMap((sentence) => wrongPeriods(sentence, year, prose.slot === 'preamble'))
    .slice(0, MOST)
    .map((at) => {
      const message = messages.wrongPeriod(prose.text.slice(at.start, at.end), year)
      return findingAt(prose, context, at, { rule, severity: 'warning', message, expected })
    })
}

/** In the preamble any period is the statistical one; elsewhere the sentence must say so. */
function wrongPeriods(sentence: Sentence, year: number, inPreamble: boolean) {
  return [...halfWidth(sentence.text).matchAll(PERIOD)].flatMap((match) => {
    const [words, from, month, day, to = from, toMonth, toDay] = match
    const isWholeYear = [month, day, toMonth, toDay].map(Number).join() === '1,1,12,31'
    const about = isWholeYear ? SPEAKS_OF_DATA : SPEAKS_OF_PERIOD
    if (!inPreamble && !about.test(sentence.text)) return []
    if (isWholeYear && Number(from) === year && Number(to) === year) return []
    const start = sentence.start + match.index
    return [{ start, end: start + words.length }]
  })
}

/** A title the clerk wrote herself names the report year. */
export function wrongTitleYear({ title, year }: Pick<Draft, 'title' | 'year'>): Finding[] {
  if (title.kind !== 'edited') return []
  const [words, written] = /(20\d\d)年/u.exec(halfWidth(title.lines.join(''))) ?? []
  if (words === undefined || Number(written) === year) return []
  const message = messages.wrongTitleYear(words, year)
  const expected = `${year}年`
  return [
    {
      rule,
      severity: 'warning',
      chapter: 'basics',
      cells: [],
      field: 'title.lines',
      message,
      found: words,
      expected,
    },
  ]
}

const PERIOD =
  /(\d{4})年(\d{1,2})月(\d{1,2})日起?\s*(?:至|到|[-—–－~～]+)\s*(?:(\d{4})年|当年|同年)?(\d{1,2})月(\d{1,2})日/gu
const SPEAKS_OF_DATA = /统计|数据|报告期|本报告|年度报告/u
const SPEAKS_OF_PERIOD = /统计(?:期限|时段|时间|周期)|报告期|所列数据|数据统计/u

/** 我区, 全街道, 本机关 … */
const SUBJECT =
  /^(?:全|我|本)(?:省|市|区|县|旗|州|盟|乡|镇|街道|局|委|办|厅|部|院|中心|机关|单位|系统|级|地区)/u
/** 在上级的指导下， 按照…要求，: what may stand between the year and the organ. */
const INTRODUCTION = /^(?:在|以(?!来|后|前)|按照|根据|围绕|坚持|对照|面对)[^，。；]{1,60}，/u
const HISTORY = /以来|起$|出台|印发|成立|施行/u
const BESIDE_THIS_YEAR = /今年|本年|上年|上一年|去年|整改|已经?解决|年度报告/u
const PLAN = /将|继续|计划|下一步|拟|要|力争|争取|重点|进一步|目标|打算|思路/u

/** The year at the head of the sentence where it claims to be the report year and is another. */
function foreignYear(
  { text }: Sentence,
  { year, publisher }: Pick<Draft, 'year' | 'publisher'>,
): string | undefined {
  const head = /^((?:19|20)\d{2})年度?/u.exec(halfWidth(text))
  if (!head || Number(head[1]) === year) return undefined
  const clauses = afterIntroduction(text.slice(head[0].length).replace(/^[，,]/u, ''))
  const names = [publisher.shortName, publisher.title, publisher.name].filter((name) => name?.trim())
  if (!SUBJECT.test(clauses) && !names.some((name) => name && clauses.startsWith(name))) return undefined
  const [clause = ''] = clauses.split(/[，,。；]/u)
  if (HISTORY.test(clause) || BESIDE_THIS_YEAR.test(text) || text.includes(`${year}年`)) return undefined
  if (Number(head[1]) > year && PLAN.test(text)) return undefined
  return text.slice(0, head[0].length)
}

function afterIntroduction(text: string): string {
  return text.replace(INTRODUCTION, '').replace(INTRODUCTION, '')
}
