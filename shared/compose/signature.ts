import { printedText } from './printed-text'

/** Arabic numerals, the year in full, month and day without a leading zero (GB/T 9704—2012, 7.3.5.4). */
export function printedDate(date: string): string {
  return printedText(date)
    .trim()
    .replace(/^(\d{4})-0?(\d{1,2})-0?(\d{1,2})$/u, '$1年$2月$3日')
}
