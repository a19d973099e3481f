import type { Draft } from '../draft/draft'
import { breakByMeaning } from './break-line'
import { printedLines, printedText } from './printed-text'

/** What the template calls itself (国办公开办函〔2021〕30号), under every report's title. */
const REPORT_NAME = '政府信息公开工作年度报告'

/** 2号 (22 pt) on a type area 156 mm wide holds 20 characters. */
const CHARACTERS_PER_LINE = 20

/**
 * The title's lines as printed. A line longer than the page is broken by meaning, words kept whole
 * (GB/T 9704—2012, 7.3.1: 分一行或多行居中排布；回行时，要做到词意完整，排列对称，长短适宜).
 */
export function titleLines(draft: Pick<Draft, 'title' | 'year' | 'publisher'>): string[] {
  return wholeLines(draft).flatMap((line) => breakByMeaning(line, CHARACTERS_PER_LINE))
}

/** The title where there is only one line for it: window, file name, core properties. */
export function titleOnOneLine(draft: Pick<Draft, 'title' | 'year' | 'publisher'>): string {
  return wholeLines(draft).join('')
}

function wholeLines({ title, year, publisher }: Pick<Draft, 'title' | 'year' | 'publisher'>): string[] {
  const organ = printedText(publisher.title || publisher.name).trim()
  switch (title.kind) {
    case 'organFirst':
      return [organ, `${year}年${REPORT_NAME}`].filter((line) => line !== '')
    case 'yearFirst':
      return [`${year}年${organ}${REPORT_NAME}`]
    case 'edited':
      return title.lines.flatMap(printedLines)
  }
}
