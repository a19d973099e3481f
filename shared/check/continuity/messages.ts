/** What the comparison with earlier reports says, in one place. */

interface Report {
  year: number
  name?: string
}

/** The report as the clerk knows it: by its file where there is one. */
function reportWords({ year, name }: Report): string {
  return name === undefined ? `${year}年度报告` : `${year}年度“${name}”`
}

export interface Term {
  name: string
  value: string
}

const stands = (found: string): string => (found === '' ? '没有填' : `填 ${found}`)

/** Cells a line can name and still be read. */
const MOST_NAMED = 3

export const messages = {
  /** One figure of last year's is this year's. */
  sameFigure: (cell: string, found: string, report: Report, { name, value }: Term) =>
    `${cell}：${stands(found)}，${reportWords(report)}的“${name}”为 ${value}。`,
  chain: (
    cell: string,
    found: string,
    report: Report,
    terms: { last: Term[]; plus: Term[]; minus: Term[] },
    expected: string,
  ) => {
    const [first, ...rest] = terms.last.map(({ name, value }) => `${name} ${value}`)
    const added = [...rest, ...terms.plus.map(({ name, value }) => `${name} ${value}`)].map(
      (term) => `，加${term}`,
    )
    const taken = terms.minus.map(({ name, value }) => `，减${name} ${value}`)
    return `${cell}：${stands(found)}，${reportWords(report)}${first}${[...added, ...taken].join('')}，应为 ${expected}。`
  },
  /** The earlier file says something else than when it was taken over. */
  fileChanged: (file: string | undefined, then: string, now: string) =>
    `上年文件后来改过：带入${file === undefined ? '本稿' : `“${file}”`}时算得 ${then}，现在是 ${now}。`,
  /** Another figure here would close the chain of years. */
  slip: (cell: string, found: string, right: string, year: number, slip: string) =>
    `${cell}：填 ${found}，若为 ${right} 就与${year}年度的数衔接，${slip}，请核对。`,
  reappearance: (line: string, year: number, open: string, among: string, total: string) =>
    `${line}：${year}年度报告有 ${open} 件尚未审结，今年${among} ${total}，请核对上年的案件是否都已计入。`,
  /** Figures of an earlier file that are not what they were when it was put beside this draft. */
  changedFile: (
    name: string,
    file: string | undefined,
    changes: { name: string; was: string; now: string }[],
  ) => {
    const some = changes
      .slice(0, MOST_NAMED)
      .map((change) => `${change.name}由 ${change.was || '空白'} 改为 ${change.now || '空白'}`)
    const more = changes.length > MOST_NAMED ? `等 ${changes.length} 格` : ''
    return `“${name}”在带入${file === undefined ? '本稿' : `“${file}”`}以后改过：${some.join('，')}${more}，请核对。`
  },
  earlierYears: (message: string) => `往年报告之间：${message}`,
  notContinued: (count: number, from: number, year: number) =>
    `有 ${count} 格数字取自${from}年度报告，它不是${year}年度的上一年，请核对。`,
  unconfirmedCells: (table: string, count: number) => `${table}有 ${count} 格是上年带来的数，还没有确认。`,
  unconfirmedFigures: (chapter: string, count: number) =>
    `第${chapter}章有 ${count} 个数字还是上年的，没有确认。`,
  unusual: (cell: string, found: string, year: number, last: string, ratio: string, earlier: string[]) =>
    `${cell}：填 ${found}，${year}年度为 ${last}，${ratio}${earlier.length > 0 ? `；再往前为 ${earlier.join('、')}` : ''}。请核对。`,
  times: (ratio: string) => `是上年的 ${ratio} 倍`,
  part: (ratio: string) => `只有上年的 ${ratio}`,
  fromNothing: '上年没有',
  toNothing: '今年没有',
  unit: (cell: string, found: string, year: number, last: string) =>
    `${cell}：填 ${found}，${year}年度为 ${last}，相差约一万倍，疑似元和万元弄混。`,
  repetitive: (chapter: string, year: number, rate: string) =>
    `第${chapter}章的文字有 ${rate} 与${year}年度报告重复，通知要求不得年年雷同。`,
  sameParagraph: (chapter: string, year: number, start: string) =>
    `第${chapter}章“${start}”这一段与${year}年度报告一字不差。`,
  sameFigures: (chapter: string, year: number, figures: string[]) =>
    `第${chapter}章：这一句与${year}年度报告只差年份，数字 ${figures.join('、')} 没有变，请核对。`,
  lastYear: (chapter: string, words: string) =>
    `第${chapter}章：从上年带来的句子里写着“${words}”，请核对年份。`,
  relativeYear: (chapter: string, words: string) =>
    `第${chapter}章：从上年带来的句子里写着“${words}”，今年读起来已经是另一年。`,
  movedPlan: (chapter: string, words: string, year: number) =>
    `第${chapter}章：“${words}”与${year}年度报告的计划只差年份，请写明原计划的结果。`,
  duePlan: (chapter: string, words: string) =>
    `第${chapter}章：“${words}”是上年写的计划，已经到期，请写明结果或删去。`,
}
