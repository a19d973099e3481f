import fc from 'fast-check'
import { expect, it } from 'vitest'
import { align, type Pair } from './align'
import { likeness } from './likeness'

const words = (pairs: Pair<string>[]) => pairs.map(word)

function word(pair: Pair<string>): string {
  if (pair.kind === 'removed') return `-${pair.last}`
  if (pair.kind === 'added') return `+${pair.now}`
  return pair.last === pair.now ? pair.now : `${pair.last}→${pair.now}`
}

it.each<[string, string[], string[], string[]]>([
  ['what stayed is paired', ['甲段', '乙段'], ['甲段', '乙段'], ['甲段', '乙段']],
  ['a paragraph in between is added', ['甲段', '乙段'], ['甲段', '新的', '乙段'], ['甲段', '+新的', '乙段']],
  ['one that is gone is removed', ['甲段', '旧的', '乙段'], ['甲段', '乙段'], ['甲段', '-旧的', '乙段']],
  [
    'one that was worked on is paired with what it became, numbers aside',
    ['全年公开信息1152条。', '培训2期。'],
    ['新增专栏。', '全年主动公开信息1320条。', '培训2期。'],
    ['+新增专栏。', '全年公开信息1152条。→全年主动公开信息1320条。', '培训2期。'],
  ],
  [
    'a replaced one is removed first',
    ['公开不够及时。'],
    ['人员变动频繁。'],
    ['-公开不够及时。', '+人员变动频繁。'],
  ],
  ['nothing becomes everything', [], ['甲段'], ['+甲段']],
])('%s', (_, last, now, expected) => {
  expect(words(align(last, now, likeness))).toEqual(expected)
})

it('leaves out and repeats nothing, in the order of both lists', () => {
  const list = fc.array(
    fc.constantFrom('全年公开12条。', '全年公开15条。', '培训2期。', '公开不及时。', ''),
    {
      maxLength: 12,
    },
  )
  fc.assert(
    fc.property(list, list, (last, now) => {
      const pairs = align(last, now, likeness)
      expect(pairs.flatMap((pair) => (pair.kind === 'added' ? [] : [pair.last]))).toEqual(last)
      expect(pairs.flatMap((pair) => (pair.kind === 'removed' ? [] : [pair.now]))).toEqual(now)
    }),
  )
})

it('so many that the window would wait are replaced between their equal ends', () => {
  const many = (mark: string) => Array.from({ length: 300 }, (_, index) => `第${index}段${mark}`)
  const pairs = align(['首段', ...many('甲'), '末段'], ['首段', ...many('乙'), '末段'], likeness)
  expect(pairs.filter(({ kind }) => kind === 'both')).toHaveLength(2)
})
