/** Reads the numerals of office prose: 1,020 of either width, 一百八十二, 10.64万, 百分之五, 三成. */

/** A figure as it is written: what it is worth and how exactly it was said. */
export interface Numeral {
  start: number
  end: number
  /** Percent for shares and points, 元 for money. */
  value: number
  kind: 'count' | 'percent' | 'points' | 'money'
  /** 件, 起, 家 …; '' where none follows. */
  counter: string
  /** Decimals of the written digits. */
  decimals: number
  /** What the last written digit of a value in 万 or 亿 stands for; absent where the value is exact. */
  step?: number
  /** about: 约; nearly: 近; over: 余, 多, 以上; under: 以下, 以内. */
  approximate?: 'about' | 'nearly' | 'over' | 'under'
}

const DIGITS = String.raw`\d{1,3}(?:,\d{3})+(?!\d)(?:\.\d+)?|\d+(?:\.\d+)?`
/** Bounded, so that a page of such characters costs no more than its length. */
const CHINESE =
  '[零〇一二三四五六七八九十百千两]{1,16}(?:[万亿][零〇一二三四五六七八九十百千两]{0,16}){0,3}(?:点[零〇一二三四五六七八九]{1,8})?'
const COUNTERS =
  '件次|人次|人日|批次|场次|户次|家次|篇次|平方米|公里|个百分点|百分点|亿元|万元|千元|元|件|起|宗|例|份|部|条|项|个|家|次|人|名|位|篇|期|户|场|台|块|处|批|册|封|幅|张|封|天|日|周|年|岁|类|种|套|组|本|页|字|只|辆|支|间|所|座|倍|分钟|小时|分|成|口|级|轮|届|对|款|笔|股|辑|版|集|门|遍|步|点|米|吨|亩|村|镇|卷|盘|句|颗|顶|票'
const DIGIT_FIGURE = new RegExp(
  `(${DIGITS}) ?([余多])?([百千]?[万亿](?!元)|[百千])?([余多])?(?: ?(%|‰)| ?(${COUNTERS}))?(左右|以上|上下|之多|以下|以内)?`,
  'y',
)
const CHINESE_FIGURE = new RegExp(
  `(${CHINESE})([余多几])?([万亿])?([余多])?(${COUNTERS})?(左右|以上|上下|之多|以下|以内)?`,
  'y',
)
const PERCENT_WORDS = new RegExp(`百分之(${CHINESE}|${DIGITS})([余多])?(左右|以上|上下|以下|以内)?`, 'y')
const FRACTION_WORDS = /([二三四五六七八九十])分之([一二三四五六七八九])/y
const ABOUT = /(?:大约|约为|约|近乎|大概)$/
const NEARLY = /(?:将近|接近|近|不足|不到|差不多)$/
const OVER = /(?:超过|超|逾|多达|至少|突破)$/
/** Counted with one only in set phrases: 一个, 一项, 一批. */
const COUNTED_CASES = /^(?:成|件次|件|起|宗|例|份|部|万元|亿元|元|人次)$/

const digits = new Map([...'零一二三四五六七八九'].map((digit, value) => [digit, value]))
digits.set('〇', 0)
digits.set('两', 2)
const places: Record<string, number> = { 十: 10, 百: 100, 千: 1000 }
const scales: Record<string, number> = {
  百: 100,
  千: 1000,
  万: 1e4,
  亿: 1e8,
  百万: 1e6,
  千万: 1e7,
  百亿: 1e10,
  千亿: 1e11,
}

/**
 * The same text with half-width digits, points and percent signs; every character keeps its offset. A full-width
 * comma between full-width digits is a thousands separator.
 */
export function halfWidthFigures(text: string): string {
  if (!/[０-９．％]/.test(text)) return text
  return text
    .replace(/(?<=[０-９])，(?=[０-９]{3}(?![０-９]))/g, ',')
    .replace(/(?<=[０-９])．(?=[０-９])/g, '.')
    .replace(/[０-９％]/g, (character) => String.fromCharCode(character.charCodeAt(0) - 0xfee0))
}

/** The figure that starts at an offset of the text (half-width); undefined: none does. */
export function numeralAt(text: string, start: number): Numeral | undefined {
  const first = text[start] ?? ''
  if (first >= '0' && first <= '9') return digitNumeral(text, start)
  if (first === '百' && text.startsWith('百分之', start)) return percentWords(text, start)
  if (!digits.has(first) && first !== '十' && first !== '百' && first !== '千') return undefined
  return fraction(text, start) ?? chineseNumeral(text, start)
}

function digitNumeral(text: string, start: number): Numeral | undefined {
  const match = at(DIGIT_FIGURE, text, start)
  if (!match) return undefined
  const [whole, written = '', over, scale, overAfter, percent, counter = '', after = ''] = match
  const plain = Number(written.replaceAll(',', ''))
  const decimals = /\.(\d+)/.exec(written)?.[1]?.length ?? 0
  return numeral({
    text,
    start,
    end: start + whole.length,
    plain,
    decimals,
    scale,
    percent,
    counter,
    more: over ?? overAfter,
    after,
  })
}

function chineseNumeral(text: string, start: number): Numeral | undefined {
  const match = at(CHINESE_FIGURE, text, start)
  if (!match) return undefined
  const [whole, written = '', over, scale, overAfter, counter = '', after = ''] = match
  const plain = chineseValue(written)
  if (plain === undefined) return undefined
  if (counter === '' && !/[十百千两一二三四五六七八九][万亿]$/.test(written)) return undefined
  const phrase = written === '一' || /^[百千]/.test(written) || (written === '十' && counter === '分')
  if (phrase && !COUNTED_CASES.test(counter)) return undefined
  const decimals = /点(.+)/.exec(written)?.[1]?.length ?? 0
  return numeral({
    text,
    start,
    end: start + whole.length,
    plain,
    decimals,
    scale,
    counter,
    more: over ?? overAfter,
    after,
  })
}

function percentWords(text: string, start: number): Numeral | undefined {
  const match = at(PERCENT_WORDS, text, start)
  if (!match) return undefined
  const [whole, written = '', more, after = ''] = match
  const plain = /^\d/.test(written) ? Number(written.replaceAll(',', '')) : chineseValue(written)
  if (plain === undefined) return undefined
  const decimals = /[.点](.+)/.exec(written)?.[1]?.length ?? 0
  return numeral({
    text,
    start,
    end: start + whole.length,
    plain,
    decimals,
    percent: '%',
    counter: '',
    more,
    after,
  })
}

/** 三分之一 is said of a rough share. */
function fraction(text: string, start: number): Numeral | undefined {
  const match = at(FRACTION_WORDS, text, start)
  if (!match) return undefined
  const [whole, under = '', over = ''] = match
  const value = ((chineseValue(over) ?? 0) / (chineseValue(under) ?? 1)) * 100
  return {
    start,
    end: start + whole.length,
    value,
    kind: 'percent',
    counter: '',
    decimals: 0,
    approximate: 'about',
  }
}

interface Parts {
  text: string
  start: number
  end: number
  plain: number
  decimals: number
  scale?: string | undefined
  percent?: string | undefined
  counter: string
  more?: string | undefined
  after: string
}

function numeral({
  text,
  start,
  end,
  plain,
  decimals,
  scale = '',
  percent,
  counter,
  more,
  after,
}: Parts): Numeral {
  const approximate = approximation(text, start, more, after)
  const common = { start, end, decimals, ...(approximate && { approximate }) }
  if (percent) return { ...common, kind: 'percent', counter: '', value: percent === '‰' ? plain / 10 : plain }
  if (counter.endsWith('百分点')) return { ...common, kind: 'points', counter, value: plain }
  if (counter === '成') return { ...common, kind: 'percent', counter, value: plain * 10, step: 10 }
  const unit = { 元: 1, 千元: 1e3, 万元: 1e4, 亿元: 1e8 }[counter]
  const scaled = scales[scale] ?? 1
  const value = exact(plain * scaled * (unit ?? 1))
  const rounded =
    counter === '亿元' ? 1e8 : scaled > 1 && scale !== '百' && scale !== '千' ? scaled : undefined
  const step =
    rounded === undefined ? {} : { step: (rounded * (counter === '万元' ? 1e4 : 1)) / 10 ** decimals }
  return { ...common, kind: unit === undefined ? 'count' : 'money', counter, value, ...step }
}

function approximation(text: string, start: number, more = '', after = ''): Numeral['approximate'] {
  if (more !== '' || /以上|之多/.test(after)) return 'over'
  if (/左右|上下/.test(after)) return 'about'
  if (/以下|以内/.test(after)) return 'under'
  const before = text.slice(Math.max(0, start - 3), start)
  if (ABOUT.test(before)) return 'about'
  if (NEARLY.test(before) && !/[最附远]近$/.test(before)) return 'nearly'
  return OVER.test(before) ? 'over' : undefined
}

/** 一百零八, 两千, 十二, 四十八点八, 二〇二三; undefined: no numeral of Chinese. */
export function chineseValue(written: string): number | undefined {
  const [whole = '', decimals] = written.split('点')
  const value = wholeValue(whole)
  if (value === undefined || decimals === undefined) return value
  return Number(`${value}.${[...decimals].map((digit) => digits.get(digit) ?? 0).join('')}`)
}

function wholeValue(whole: string): number | undefined {
  if (/^[零〇一二三四五六七八九两]{2,}$/.test(whole))
    return Number([...whole].map((digit) => digits.get(digit)).join(''))
  let total = 0
  let section = 0
  let digit: number | undefined
  for (const character of whole) {
    const place = places[character]
    const scale = character === '万' ? 1e4 : character === '亿' ? 1e8 : undefined
    if (place !== undefined) {
      section += (digit ?? 1) * place
      digit = undefined
    } else if (scale !== undefined) {
      const part = section + (digit ?? 0)
      // 一亿二千万: the 万 counts only what stands between; 一万亿: the 亿 counts all before it.
      total = scale === 1e4 && total >= 1e8 ? total + part * scale : (total + part) * scale
      section = 0
      digit = undefined
    } else digit = digits.get(character)
  }
  return total + section + (digit ?? 0)
}

function at(pattern: RegExp, text: string, start: number): RegExpExecArray | null {
  pattern.lastIndex = start
  return pattern.exec(text)
}

function exact(value: number): number {
  return Number.isInteger(value) ? value : Number(value.toFixed(6))
}
