import type { Numeral } from './numbers'
import type { Subject } from './terms'

/** What cases and documents are counted in; anything else is tied to the tables only where it is equal. */
const USUAL = new Set(['', '件', '起', '宗', '例', '份', '件次'])
const OF_DOCUMENTS = new Set(['个', '部', '项'])
const OF_ITEMS = new Set(['个', '项', '次', '批'])
const LOOSE = new Set(['条', '次', '人次', '笔', '个', '项', '部', '批'])
const CASES: readonly Subject[] = ['requests', 'review', 'litigation']

/** 件 and the like, and money. */
export function isUsualCounter({ counter, kind }: Numeral): boolean {
  return USUAL.has(counter) || kind === 'money'
}

/** Seldom said of what the tables count. */
export function isLooseCounter({ counter }: Numeral): boolean {
  return LOOSE.has(counter)
}

/** 个, 项: of items, documents and projects. */
export function isItemCounter({ counter }: Numeral): boolean {
  return OF_ITEMS.has(counter) || OF_DOCUMENTS.has(counter)
}

/** Whether the subject is counted with the figure's counter. */
export function isCountedIn(numeral: Numeral, subject: Subject): boolean {
  if (isUsualCounter(numeral)) return true
  if (subject === 'normative' || subject === 'regulations') return OF_DOCUMENTS.has(numeral.counter)
  return !CASES.includes(subject) && OF_ITEMS.has(numeral.counter)
}
