import { expect, it } from 'vitest'
import type { DocumentBlock, DocumentRun } from '../compose/document'
import { endsApart } from './ends-apart'

const added = (text: string): DocumentRun => ({ text, change: { kind: 'added', by: '甲局' } })
const removed = (text: string): DocumentRun => ({ text, change: { kind: 'removed', by: '甲局' } })
const below = (kind: 'added' | 'removed'): DocumentBlock => ({
  kind: 'paragraph',
  runs: [{ text: '下一段。' }],
  change: { kind, by: '甲局' },
})

it.each<[string, DocumentRun[], DocumentBlock, DocumentRun[]]>([
  [
    'with both halves: the other one last',
    [{ text: '共' }, removed('3'), added('5')],
    below('added'),
    [{ text: '共' }, added('5'), removed('3')],
  ],
  [
    'with both halves in the right order already',
    [{ text: '共' }, removed('3'), added('5')],
    below('removed'),
    [{ text: '共' }, removed('3'), added('5')],
  ],
  [
    'with one half: the character before it is replaced by itself',
    [{ text: '公开' }, added('了')],
    below('added'),
    [{ text: '公' }, added('开'), added('了'), removed('开')],
  ],
  [
    'with no change at its end',
    [added('共'), { text: '3件' }],
    below('added'),
    [added('共'), { text: '3件' }],
  ],
])('a paragraph above a changed one, %s', (_, runs, next, expected) => {
  expect(endsApart([{ kind: 'paragraph', runs }, next])[0]).toEqual({ kind: 'paragraph', runs: expected })
})

it('above a paragraph that stayed nothing changes', () => {
  const blocks: DocumentBlock[] = [
    { kind: 'paragraph', runs: [{ text: '公开' }, added('了')] },
    { kind: 'paragraph', runs: [{ text: '下一段。' }] },
  ]
  expect(endsApart(blocks)).toEqual(blocks)
})
