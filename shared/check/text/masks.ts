/** Digits that are never figures: citations, document numbers, dates, telephone numbers, ordinals, addresses. */

export interface Mask {
  start: number
  end: number
  /** A year of its own or of a date. */
  year?: number
}

const CHINESE_DIGITS = '零〇一二三四五六七八九'
/** The order decides where two begin at one place. Every repetition is bounded, so that no text makes them slow. */
const PATTERNS: readonly RegExp[] = [
  /《[^《》]{0,80}》/,
  /(?<=\t)\d{1,2}[.．、](?!\d)/,
  /[〔[［（(]\s?\d{4}\s?[〕\]］）)]\s?第?\d{1,5}(?:-\d{1,3})?\s?号/,
  /第\d{1,6}号(?:令|公告|文)?/,
  /\d{1,5}号(?:令|文|公告|楼|院|门|窗口)?/,
  /https?:\/\/[!-~]{1,200}|www\.[!-~]{1,200}|[\w.+-]{1,64}@[\w.-]{1,100}/,
  /第[（(]?[零一二三四五六七八九十百\d]{1,6}[）)]?(?!方)/,
  /(?:电话|热线|传真|邮编|邮政编码|手机|号码|QQ|账号|群号|编号|代码)(?:号码)?(?:为|是)?\s?[：:]?\s?[\d(（][\d\-—－()（） 转]{3,40}/,
  /0\d{2,3}[-—－]\d{3,8}(?:[-—－]\d{1,6})?|1[3-9]\d{9}(?!\d)|[48]00[-—－]\d{3}[-—－]\d{4}/,
  /123\d{2}(?=[”"]?(?:热线|平台|政务|电话|便民|市民|市长|服务|工单|[、及和]))/,
  /\d{4}年?\s?[-—－~～至到]\s?\d{4}年/,
  /\d{4}年(?=至\d{4}年)/,
  /\d{1,2}月\d{1,2}日?\s?[-—－~～至到]\s?(?:\d{1,2}月)?\d{1,2}日/,
  /\d{1,2} ?月(?: ?\d{1,2} ?日|份|底|末|初|中旬|上旬|下旬|起)?/,
  /\d{4}[-/.]\d{1,2}[-/.]\d{1,2}/,
  /\d{1,2}[:：]\d{2}(?!\d)/,
  /\d{1,3}×\d{1,3}(?:小时)?/,
  /[（(][一二三四五六七八九十\d]{1,3}[）)]/,
  /[一二三四五六七八九十]{1,3}是|其[一二三四五六七八九]|[一二三四五六七八九]方面|[一二三四五六七八九十]{1,2}[、.．](?=[\u4e00-\u9fa5])/,
  /[A-Za-z][\w.+#/:@-]{0,60}|\d{1,6}[A-Za-z][\w.+#/:@-]{0,60}/,
  /“[^“”]{0,60}”/,
]

const DATE = new RegExp(
  String.raw`(\d{4}|[二][${CHINESE_DIGITS}]{3}) ?年(?:度)? ?(\d{1,2} ?月(?: ?\d{1,2} ?日|份|底|末|初|中旬|上旬|下旬)?|[末初底])?`,
)
const LINE_MARK =
  /^(?:\d{1,2}[.、．](?!\d)|[（(]\d{1,2}[）)]|[一二三四五六七八九十]{1,3}、|（[一二三四五六七八九十]{1,3}）)/
const ALL = new RegExp([DATE.source, ...PATTERNS.map(({ source }) => source)].join('|'), 'gu')
/** Quoted words that are terms of the form, not names. */
const QUOTED_TERM = /^“三安全一稳定”$/
/** 2020年以来, 2021年之前: no year of figures (domain.md P-9). */
const OPEN_YEAR =
  /^(?:度)?(?:以来(?=印发|制定|出台|发布|公布|形成|制发)|之前|以前|起|出台|印发|制定的|发布的|之后)/

/** In the order of the text (half-width), none overlapping. */
export function masksOf(text: string): Mask[] {
  const masks: Mask[] = []
  const mark = LINE_MARK.exec(text)
  if (mark) masks.push({ start: 0, end: mark[0].length })
  for (const match of text.matchAll(ALL)) {
    const [words, year] = match
    const start = match.index
    const end = start + words.length
    const last = masks.at(-1)
    if ((last && start < last.end) || QUOTED_TERM.test(words)) continue
    if (year === undefined) masks.push({ start, end })
    else if (OPEN_YEAR.test(text.slice(end, end + 5)))
      masks.push({ start, end: end + (OPEN_YEAR.exec(text.slice(end, end + 5))?.[0].length ?? 0) })
    else masks.push({ start, end, year: yearOf(year) })
  }
  return masks
}

function yearOf(written: string): number {
  if (/^\d/.test(written)) return Number(written)
  return Number([...written].map((digit) => Math.max(0, CHINESE_DIGITS.indexOf(digit) - 1)).join(''))
}
