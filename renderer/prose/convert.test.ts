import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Block } from '../../shared/draft/draft'
import { blocksArbitrary } from '../../shared/prose/blocks-arbitrary'
import { plainRuns } from '../../shared/prose/runs'
import { blocksToDoc } from './blocks-to-doc'
import { docToBlocks } from './doc-to-blocks'

const paragraph = (text: string): Block => ({ kind: 'paragraph', text: plainRuns(text) })
const table = (rows: string[][]): Block => ({
  kind: 'table',
  header: false,
  rows: rows.map((row) => row.map(plainRuns)),
})
const image: Block = { kind: 'image', image: 'a1', caption: '图 1' }

describe('blocks and the editor’s document', () => {
  test('say the same, for blocks of every kind', () => {
    fc.assert(
      fc.property(blocksArbitrary, (blocks) => {
        const doc = blocksToDoc(blocks)
        doc.check()
        expect(docToBlocks(doc)).toEqual(blocks)
      }),
    )
  })

  test('nothing is one empty paragraph to write in', () => {
    const doc = blocksToDoc([])
    expect(doc.toString()).toBe('doc(paragraph)')
    expect(docToBlocks(doc)).toEqual([])
  })

  test('neighbouring lists stay two', () => {
    const lists: Block[] = [
      { kind: 'list', items: [plainRuns('甲'), plainRuns('乙')] },
      { kind: 'list', items: [plainRuns('丙')] },
    ]
    expect(docToBlocks(blocksToDoc(lists))).toEqual(lists)
  })

  test('an empty paragraph is not stored', () => {
    expect(docToBlocks(blocksToDoc([paragraph('甲'), paragraph(''), paragraph('乙')]))).toEqual([
      paragraph('甲'),
      paragraph('乙'),
    ])
  })

  test('rows of unequal length are filled up', () => {
    expect(docToBlocks(blocksToDoc([table([['甲', '乙'], ['丙']])]))).toEqual([
      table([
        ['甲', '乙'],
        ['丙', ''],
      ]),
    ])
  })

  test.each<[string, Block[], string[]]>([
    ['alone', [table([['甲']])], ['paragraph', 'table', 'paragraph']],
    [
      'between paragraphs',
      [paragraph('甲'), table([['乙']]), paragraph('丙')],
      ['paragraph', 'table', 'paragraph'],
    ],
    ['beside an image', [table([['甲']]), image], ['paragraph', 'table', 'paragraph', 'image', 'paragraph']],
  ])('the caret gets around a table %s', (_, blocks, types) => {
    expect(blocksToDoc(blocks).children.map((node) => node.type.name)).toEqual(types)
  })
})
