import { assert, property } from 'fast-check'
import { describe, expect, test } from 'vitest'
import { formats, proposeFormat } from '../format/formats'
import type { Draft } from './draft'
import { arbitraryDraft } from './draft-arbitrary'
import { mergeDrafts } from './merge-drafts'
import { newDraft } from './new-draft'
import { parseDraft } from './parse-draft'
import { writeDraft } from './write-draft'

const empty = newDraft({ format: proposeFormat(2025), year: 2025, scope: 'organ' })
const base: Draft = {
  ...empty,
  publisher: { ...empty.publisher, name: '某某镇', phone: '1' },
  figures: { 't3.received.individual': 5, 't3.received.legal': 1 },
  prose: { '1': [paragraph('一')], '6': [paragraph('六')] },
}

function paragraph(text: string) {
  return { kind: 'paragraph' as const, text: [{ kind: 'text' as const, text }] }
}

describe('changes of two people to one draft', () => {
  test('at different places come together', () => {
    const mine: Draft = { ...base, figures: { ...base.figures, 't3.received.individual': 6 } }
    const theirs: Draft = {
      ...base,
      publisher: { ...base.publisher, phone: '2' },
      figures: { 't3.received.individual': 5, 't3.granted.individual': 3 },
      prose: { '1': [paragraph('改')] },
    }
    expect(mergeDrafts(base, mine, theirs)).toEqual({
      ...base,
      publisher: { ...base.publisher, phone: '2' },
      figures: { 't3.received.individual': 6, 't3.granted.individual': 3 },
      prose: { '1': [paragraph('改')] },
    })
  })

  test('that say the same are one', () => {
    const both: Draft = { ...base, figures: {} }
    expect(mergeDrafts(base, both, both)).toEqual(both)
  })

  test.each<[string, Partial<Draft>, Partial<Draft>]>([
    [
      'one figure',
      { figures: { 't3.received.individual': 6 } },
      { figures: { 't3.received.individual': 7 } },
    ],
    ['a figure and its removal', { figures: { 't3.received.individual': 6 } }, { figures: {} }],
    [
      'the prose of one chapter',
      { prose: { '1': [paragraph('甲')] } },
      { prose: { '1': [paragraph('乙')] } },
    ],
    ['the title', { title: { kind: 'yearFirst' } }, { title: { kind: 'edited', lines: ['x'] } }],
    ['the year', { year: 2024 }, {}],
  ])('at the same place, %s, are a person’s to decide', (_what, mine, theirs) => {
    expect(mergeDrafts(base, { ...base, ...mine }, { ...base, ...theirs })).toBeUndefined()
  })

  test('of one person only are taken as they are, and what comes out is a draft', () => {
    for (const format of formats)
      assert(
        property(arbitraryDraft(format), arbitraryDraft(format), (one, two) => {
          const other = { ...two, format: one.format, year: one.year, scope: one.scope }
          const isMerged = (merged: Draft | undefined) =>
            expect(merged && writeDraft({ ...merged, images: {} })).toBe(writeDraft({ ...other, images: {} }))
          isMerged(mergeDrafts(one, one, other))
          isMerged(mergeDrafts(one, other, one))
          const merged = mergeDrafts(one, one, other)
          expect(merged && parseDraft(writeDraft(merged), '').ok).toBe(true)
        }),
        { numRuns: 50 },
      )
  })
})
