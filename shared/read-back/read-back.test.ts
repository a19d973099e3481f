import { describe, expect, test } from 'vitest'
import type { Block, Draft, Run } from '../draft/draft'
import { computeFigures } from '../draft/figures'
import { newDraft } from '../draft/new-draft'
import { readEntry } from '../draft/read-entry'
import { cellsOf } from '../format/cells'
import { proposeFormat } from '../format/formats'
import { proseFromText } from '../prose/from-text'
import { applyEdits } from './apply-edits'
import type { FileText } from './file-text'
import { findEdits } from './find-edits'
import { reportLines } from './report-lines'
import { settleEdits } from './settle-edits'

const format = proposeFormat(2025)
const cell = 't3.granted.individual'

function draftWith(text: string | Block[], figures: Draft['figures'] = {}): Draft {
  const draft = newDraft({
    format,
    year: 2025,
    scope: 'organ',
    publisher: { name: '甲区教育局', kind: 'department' },
  })
  return { ...draft, prose: { 1: typeof text === 'string' ? proseFromText(text) : text }, figures }
}

/** The Word file of a draft, as it is read. */
function fileOf(draft: Draft): FileText {
  const shown = computeFigures(format, draft.figures)
  const values = cellsOf(format).flatMap(({ cell: address, holds }) => {
    const value = shown.get(address)
    const read = readEntry(holds, value && 'text' in value ? value.text : '')
    return read.kind === 'value' ? [[address, read.entry] as const] : []
  })
  const found = new Set(values.map(([address]) => address))
  const blank = cellsOf(format).flatMap(({ cell: address }) => (found.has(address) ? [] : [address]))
  return {
    lines: reportLines(draft, format).map(({ place, mark, text, rows }) =>
      place.kind === 'officialTable'
        ? { kind: 'officialTable', table: place.table }
        : rows
          ? { kind: 'table', rows }
          : { kind: 'text', text: mark + text },
    ),
    figures: { values: Object.fromEntries(values), doubtful: [], missing: blank, blank },
    pictures: 0,
  }
}

const base = draftWith('全年公开信息1152条。\n（一）主动公开。公开57件。\n（二）依申请公开。收到3件。', {
  [cell]: 3,
})

const editsTo = (edited: Draft) => findEdits(base, format, fileOf(edited)).edits

describe('what was edited in the file', () => {
  test.each<[string, string, [string, string, string][]]>([
    ['nothing', '全年公开信息1152条。\n（一）主动公开。公开57件。\n（二）依申请公开。收到3件。', []],
    [
      'a figure in a sentence',
      '全年公开信息1320条。\n（一）主动公开。公开57件。\n（二）依申请公开。收到3件。',
      [['changed', '全年公开信息1152条。', '全年公开信息1320条。']],
    ],
    [
      'a paragraph more: the numbers after it go up by themselves',
      '全年公开信息1152条。\n（一）主动公开。公开57件。\n（二）政策解读。解读9件。\n（三）依申请公开。收到3件。',
      [['added', '', '（二）政策解读。解读9件。']],
    ],
    [
      'a paragraph less',
      '全年公开信息1152条。\n（一）依申请公开。收到3件。',
      [['removed', '（一）主动公开。公开57件。', '']],
    ],
  ])('%s', (_what, text, expected) => {
    const edited = draftWith(text, { [cell]: 3 })
    const edits = editsTo(edited)
    expect(edits.map((edit) => ['what' in edit && edit.what, edit.from, edit.to])).toEqual(expected)
    expect(applyEdits(base, base, edits, format).prose).toEqual(edited.prose)
  })

  test('a figure, and the total that follows from it is no edit of its own', () => {
    const edits = editsTo({ ...base, figures: { [cell]: 4 } })
    expect(edits.map(({ place, from, to }) => [place, from, to])).toEqual([
      ['表三（一）予以公开·自然人', '3', '4'],
    ])
    expect(applyEdits(base, base, edits, format).figures).toEqual({ [cell]: 4 })
  })

  test('a total that was not counted anew in the file is told of', () => {
    const file = fileOf(base)
    file.figures.values[cell] = 4
    const { edits, notes } = findEdits(base, format, file)
    expect(edits).toHaveLength(1)
    expect(notes).toContain('表三（一）予以公开·总计：文件里仍是 3，按改动后的分项应为 4。')
  })
})

describe('held against the draft as it is now', () => {
  const edits = editsTo(
    draftWith('全年公开信息1320条。\n（一）主动公开。公开57件。\n（二）依申请公开。收到3件。', { [cell]: 4 }),
  )
  const states = (current: Draft) =>
    settleEdits(edits, base, current, format).map((settled) =>
      settled.state === 'conflict' ? settled.mine : settled.state,
    )

  test('nothing was changed here since', () => {
    expect(states(base)).toEqual(['open', 'open'])
  })

  test('the same was changed here, in another way: both are shown', () => {
    const current = draftWith(
      '全年公开信息1200条。\n（一）主动公开。公开57件。\n（二）依申请公开。收到3件。',
      { [cell]: 9 },
    )
    expect(states(current)).toEqual(['全年公开信息1200条。', '9'])
  })

  test('the same was changed here, in the same way', () => {
    const current = draftWith('全年公开信息1320条。\n（一）主动公开。公开57件。', { [cell]: 4 })
    expect(states(current)).toEqual(['done', 'done'])
  })

  test('the paragraph is gone here: the file’s comes back where it stood', () => {
    const current = draftWith('（一）主动公开。公开57件。', { [cell]: 3 })
    expect(states(current)).toEqual(['', 'open'])
    const [paragraph] = applyEdits(current, base, edits, format).prose['1'] ?? []
    expect(paragraph).toEqual({ kind: 'paragraph', text: [{ kind: 'text', text: '全年公开信息1320条。' }] })
  })

  test('what was changed elsewhere here stays', () => {
    const current = draftWith(
      '全年公开信息1152条。\n（一）主动公开。公开58件。\n（二）依申请公开。收到3件。',
      { [cell]: 3 },
    )
    expect(applyEdits(current, base, edits, format).prose['1']).toEqual(
      proseFromText('全年公开信息1320条。\n（一）主动公开。公开58件。\n（二）依申请公开。收到3件。'),
    )
  })
})

describe('a linked figure', () => {
  const figure: Run = { kind: 'figure', value: { kind: 'cell', cell }, style: { digits: 'plain' } }
  const words = (text: string): Run => ({ kind: 'text', text })
  const linked = draftWith([{ kind: 'paragraph', text: [words('公开'), figure, words('件。')] }], {
    [cell]: 3,
  })
  const found = (edited: Draft) => findEdits(linked, format, fileOf(edited)).edits

  test('that follows the table edited in the file was not edited itself', () => {
    const edits = found({ ...linked, figures: { [cell]: 4 } })
    expect(edits.map(({ kind }) => kind)).toEqual(['cell'])
    expect(applyEdits(linked, linked, edits, format).prose).toEqual(linked.prose)
  })

  test('stays linked where the words around it were edited', () => {
    const edits = found(draftWith('全年公开3件信息。', { [cell]: 3 }))
    const [block] = applyEdits(linked, linked, edits, format).prose['1'] ?? []
    expect(block).toEqual({ kind: 'paragraph', text: [words('全年公开'), figure, words('件信息。')] })
  })

  test('is text once it was written over', () => {
    const edits = found(draftWith('公开8件。', { [cell]: 3 }))
    const [block] = applyEdits(linked, linked, edits, format).prose['1'] ?? []
    expect(block).toEqual({ kind: 'paragraph', text: [words('公开8件。')] })
  })
})
