/** Everything a finding says, in one place: place, what stands there, what was expected (interface.md, Voice). */

export function wrongTotal(cell: string, found: string, sideName: string, expected: string): string {
  return `${cell}：填 ${found}，${sideName} ${expected}。`
}

/** The total itself was computed another way, so nobody filled it in wrongly. */
export function unequalTotals(cell: string, found: string, sideName: string, expected: string): string {
  return `${cell}：算得 ${found}，${sideName} ${expected}。`
}

export function unbalanced(
  line: string,
  along: 'columns' | 'rows',
  left: { name: string; sum: string },
  right: { name: string; sum: string },
): string {
  const what = along === 'columns' ? '列' : '行'
  return `${line}一${what}不平：${left.name}为 ${left.sum}，${right.name}为 ${right.sum}。`
}

/** A cell that is suspected: what stands there, what should. */
export function correction(cell: string, from: string, to: string): string {
  return `${cell}：${from === '' ? '空白' : clipped(from)}，应为 ${to}`
}

/** How a wrong figure came about, as far as it shows. */
export const suspected = {
  swapped: '疑似数位颠倒',
  factorTen: '疑似相差十倍',
  doubled: '疑似数字重复',
  extra: '疑似多打一位',
  dropped: '疑似漏打一位',
  wrongDigit: '疑似打错一位',
  leftOut: '疑似漏填',
  total: '疑似总计填错',
  column: '疑似错列',
  row: '疑似错行',
  addedColumn: '疑似错列',
  addedRow: '疑似错行',
  exchanged: '疑似两格填反',
}

export function theOnlyOne(suspicion: string): string {
  return `${suspicion}。`
}

export function unsure(suspicion: string): string {
  return `可能是${suspicion}。请核对。`
}

/** others: how many further possibilities there are. */
export function oneOfSeveral(suspicion: string, others: number): string {
  return `可能是${suspicion}。另有 ${others} 种可能，仅凭算术分不清，请核对。`
}

export function refusedEntry(cell: string, text: string, reason: string): string {
  return `${cell}：填“${clipped(text)}”，${reason}。`
}

export function blankCells(table: string, count: number): string {
  return `${table}有 ${count} 格没有填，没有发生的请填 0。`
}

export const noPublisher = '基本信息没有填编制机关。'

export function wrongContact(label: string, text: string, reason: string): string {
  return `${label}：填“${clipped(text)}”，${reason}。`
}

/** A linked figure without a number. */
export function linkedWithoutNumber(name: string, reason: string): string {
  return `文中的随表数字“${name}”没有数：${reason}。`
}

export function linkedCell(cell: string, trouble: 'blank' | 'unknownCell'): string {
  return trouble === 'blank' ? `${cell}还没有填，或者填的不是数` : `${cell}在报告格式中没有`
}

export const linkedTroubles = {
  noLastYear: '没有上一年的报告可比',
  zeroWhole: '除数是 0，比例无法计算',
}

const LONGEST_QUOTE = 20

/** Short, and free of characters that cannot be seen. */
function clipped(text: string): string {
  const characters = [...text.replace(/\p{C}/gu, '□')]
  return characters.length > LONGEST_QUOTE
    ? `${characters.slice(0, LONGEST_QUOTE).join('')}…`
    : characters.join('')
}
