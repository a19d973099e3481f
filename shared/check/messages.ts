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

const LONGEST_QUOTE = 20

/** Short, and free of characters that cannot be seen. */
function clipped(text: string): string {
  const characters = [...text.replace(/\p{C}/gu, '□')]
  return characters.length > LONGEST_QUOTE
    ? `${characters.slice(0, LONGEST_QUOTE).join('')}…`
    : characters.join('')
}
