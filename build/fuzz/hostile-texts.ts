import type { Random } from './random'

/** What a draft's texts should not hold, or seldom: markup, controls, half characters, what makes a search crawl. */
const short = [
  '',
  ' ',
  '\u0000',
  '\u0008\u001b',
  '\ud83d',
  '\udc00',
  '\ufeff',
  '\u202e321',
  '\r\n',
  '\u2028',
  '__proto__',
  'constructor',
  '{{x}}',
  '<script>alert(1)</script>',
  '"><img src=x onerror=alert(1)>',
  ']]>',
  '&#0;',
  '</w:t>',
  '=HYPERLINK("http://example.com")',
  '=1+1',
  '../../etc/passwd',
  'javascript:alert(1)',
  '一、',
  '（一）',
  '1.',
  '第三章',
  '2024年',
  '1,234,567件',
  '九千九百九十九万九千九百九十九',
  '12345678901234567890',
  '-0',
  '0.1%',
  '同比增长',
  '其中',
]

/** Each of them many times over. */
const repeated = ['（', '一', '1', '、', ' ', '，其中', '件', '\n', '增长1%', '年', '：', '1.', '🀄', '《']

/** Mostly short; now and then as long as a chapter. */
export function hostileText(chance: Random): string {
  if (chance.chance(0.03)) return chance.pick(repeated).repeat(200 + chance.below(4000))
  const parts = Array.from({ length: 1 + chance.below(3) }, () => chance.pick(short))
  return parts.join(chance.pick(['', '', '全年', '5']))
}
