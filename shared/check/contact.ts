/** Contact fields that have a form of their own, by their field id in the format's guidance. */
export type ContactField = 'contact.postcode' | 'contact.phone' | 'contact.email' | 'website.url'

const LONGEST = 200

/**
 * What is wrong with a contact detail as a Chinese one, as one line without its full stop; undefined when it is
 * right or empty: the report names whatever contact the office has (domain.md section 5).
 */
export function contactProblem(field: ContactField, value: string): string | undefined {
  const text = value.trim()
  if (text === '') return undefined
  if (text.length > LONGEST) return '内容太长'
  if (/[０-９Ａ-Ｚａ-ｚ＠．：]/.test(text)) return '数字、字母和符号要用半角'
  switch (field) {
    case 'contact.postcode':
      return /^(?!00)\d{6}$/.test(text) ? undefined : '邮政编码是 6 位数字'
    case 'contact.phone':
      return phoneProblem(text)
    case 'contact.email':
      return isEmail(text) ? undefined : '不是完整的电子邮箱地址'
    case 'website.url':
      return isUrl(text) ? undefined : '不是完整的网址'
  }
}

const DASH = String.raw`\s*[-–—－]?\s*`
const COUNTRY = String.raw`(?:\+?86${DASH})?`
const EXTENSION = String.raw`(?:\s*(?:-|转)\s*\d{1,6})?`
/** Codes of three digits (010, 02x) go with eight digits; no subscriber's number begins with 0 or 1. */
const METROPOLIS = new RegExp(
  String.raw`^${COUNTRY}${inBracketsOrNot('(?:010|02\\d)')}${DASH}[2-9]\d{7}${EXTENSION}$`,
)
const LANDLINE = new RegExp(
  String.raw`^${COUNTRY}${inBracketsOrNot('0[3-9]\\d{2}')}${DASH}[2-9]\d{6,7}${EXTENSION}$`,
)
const MOBILE = new RegExp(String.raw`^(?:\+?86${DASH})?1[3-9]\d{9}$`)
const SERVICE = new RegExp(String.raw`^[48]00${DASH}\d{3,4}${DASH}\d{3,4}$`)
/** 12345 and its kin, with an area code where callers from elsewhere are meant. */
const HOTLINE = new RegExp(String.raw`^(?:0\d{2,3}${DASH})?(?:12\d{3}|9[56]\d{3,4})$`)
const LOCAL = /^[2-9]\d{6,7}$/

/** Several numbers may follow one another; the area code of the first serves the rest. */
function phoneProblem(text: string): string | undefined {
  let areaCodeGiven = false
  for (const number of text.split(/[、，,；;/／或]/).map((part) => part.trim())) {
    if (METROPOLIS.test(number) || LANDLINE.test(number)) areaCodeGiven = true
    else if (LOCAL.test(number)) {
      if (!areaCodeGiven) return '固定电话要带区号'
    } else if (!MOBILE.test(number) && !SERVICE.test(number) && !HOTLINE.test(number))
      return '不是完整的电话号码'
  }
  return undefined
}

function inBracketsOrNot(code: string): string {
  return `(?:${code}|[(（]${code}[)）])`
}

/** Domain names may be Chinese: .政务 and .公益 are the top-level names of government and public bodies. */
const LETTER = String.raw`[a-z0-9\u4e00-\u9fff]`
const DOMAIN = String.raw`(?:${LETTER}(?:[a-z0-9\u4e00-\u9fff-]{0,61}${LETTER})?\.)+(?:[a-z]{2,}|[\u4e00-\u9fff]{2,})`
const EMAIL = new RegExp(String.raw`^[a-z0-9_%+-]+(?:\.[a-z0-9_%+-]+)*@${DOMAIN}$`, 'i')
const URL = new RegExp(
  String.raw`^(?:https?:\/\/)?(?:${DOMAIN}|(?:\d{1,3}\.){3}\d{1,3})(?::\d{1,5})?(?:[/?#][^\s，。；、（）()《》“”<>]*)?$`,
  'i',
)

function isEmail(text: string): boolean {
  return EMAIL.test(text)
}

function isUrl(text: string): boolean {
  return URL.test(text)
}
