const digits = [...'零一二三四五六七八九']
const places = ['', '十', '百', '千']
const scales = ['', '万', '亿', '万亿']

/** A count below ten quadrillion in words as reports write it: 1020 is 一千零二十, 10 is 十, 20500 is 二万零五百. */
export function chineseNumber(count: bigint): string {
  if (count === 0n) return '零'
  const groups: number[] = []
  for (let rest = count; rest > 0n; rest /= 10000n) groups.unshift(Number(rest % 10000n))
  const words = groups.map((group, index) => {
    const scale = scales[groups.length - 1 - index] ?? ''
    const gap = index > 0 && (group < 1000 || groups[index - 1] === 0)
    return group === 0 ? '' : `${gap ? '零' : ''}${groupWords(group)}${scale}`
  })
  return words.join('').replace(/^一十/, '十')
}

/** Decimals digit by digit: 05 is 零五. */
export function chineseDigits(text: string): string {
  return [...text].map((digit) => digits[Number(digit)] ?? '').join('')
}

function groupWords(group: number): string {
  const figures = Array.from(String(group), Number)
  return figures
    .map((digit, index) => (digit === 0 ? '零' : `${digits[digit]}${places[figures.length - 1 - index]}`))
    .join('')
    .replace(/零+/g, '零')
    .replace(/零$/, '')
}
