import { describe, expect, test } from 'vitest'
import { compose } from '../../shared/compose/compose'
import type { DocumentBlock } from '../../shared/compose/document'
import { newDraft } from '../../shared/draft/new-draft'
import { proposeFormat } from '../../shared/format/formats'
import type { Target } from '../desk/place'
import { blockAt, changedBlock } from './shown-block'

const format = proposeFormat(2025)
const paragraph = (text: string) => ({ kind: 'paragraph' as const, text: [{ kind: 'text' as const, text }] })
const report = compose(
  {
    ...newDraft({ format, year: 2025, scope: 'organ', publisher: { name: '某区', kind: 'government' } }),
    prose: { '2.after': [paragraph('表后')], '5': [paragraph('问题')] },
    signature: { date: '2026-01-20' },
  },
  format,
)

describe('the pages show what the caret is at', () => {
  test.each<[string, string, Target, string]>([
    ['basics', 'basics', { kind: 'field', field: 'publisher.name' }, '某区2025年政府信息公开工作年度报告'],
    ['the signature', 'basics', { kind: 'field', field: 'signature.date' }, '2026年1月20日'],
    ['the preamble', 'preamble', { kind: 'heading' }, '本报告根据'],
    ['a chapter', '5', { kind: 'slot', slot: '5' }, '五、存在的主要问题及改进情况'],
    ['a figure', '3', { kind: 'cell', cell: 't3.granted.legal' }, '收到和处理政府信息公开申请情况'],
    ['text before a table', '2', { kind: 'slot', slot: '2.before' }, '二、主动公开政府信息情况'],
    ['text after a table', '2', { kind: 'slot', slot: '2.after' }, '表后'],
    ['the review', 'review', { kind: 'heading' }, '某区2025年政府信息公开工作年度报告'],
  ])('%s', (_what, step, target, expected) => {
    expect(textOf(report.blocks[blockAt(report, format, step, target)])).toContain(expected)
  })
})

describe('the pages go to what has changed', () => {
  const [one, two, three] = ['一', '二', '三'].map(
    (text): DocumentBlock => ({ kind: 'paragraph', runs: [{ text }] }),
  ) as [DocumentBlock, DocumentBlock, DocumentBlock]
  test.each<[string, DocumentBlock[], DocumentBlock[], number | undefined]>([
    ['nothing', [one, two], [{ ...one }, two], undefined],
    ['a text', [one, two], [one, three], 1],
    ['a block more', [one, two], [one, three, two], 1],
    ['a block more at the end', [one], [one, two], 1],
    ['the last block less', [one, two], [one], 0],
    ['a block less', [one, two, three], [one, three], 1],
  ])('%s', (_what, before, after, changed) => {
    expect(changedBlock(before, after)).toBe(changed)
  })
})

function textOf(block: DocumentBlock | undefined): string {
  switch (block?.kind) {
    case 'title':
      return block.lines.join('')
    case 'heading':
    case 'paragraph':
      return block.runs.map(({ text }) => text).join('')
    case 'table':
      return block.table.caption
    case 'signature':
      return block.date ?? ''
    default:
      return ''
  }
}
