import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Draft, Entry } from '../draft/draft'
import { arbitraryDraft } from '../draft/draft-arbitrary'
import { computeFigures, isTotal } from '../draft/figures'
import { newDraft } from '../draft/new-draft'
import { cellsOf } from '../format/cells'
import { proposeFormat } from '../format/formats'
import { addEntries, isAddable } from './add-entries'
import { contributionsTo, rollUp, type UnitFile } from './roll-up'

const format = proposeFormat(2025)
const district: Draft = newDraft({
  format,
  year: 2025,
  scope: 'aggregate',
  publisher: { name: '甲区', kind: 'government' },
})

let hashes = 0
function unit(name: string, figures: Record<string, Entry>, change: Partial<Draft> = {}): UnitFile {
  const publisher = { name, kind: 'department' as const }
  const draft = { ...newDraft({ format, year: 2025, scope: 'organ', publisher }), figures, ...change }
  hashes += 1
  return { name: `${name}.nianbao`, hash: String(hashes).padStart(64, '0'), draft }
}

const legal = 't3.granted.legal'

describe('a district’s figures from its units’', () => {
  it('are their sums, totals left to be computed, and say which unit gave what', () => {
    const rolled = rollUp(district, format, [
      unit('乙局', { [legal]: 3, 't2.fees.amount': '12.50' }),
      unit('丙镇', { [legal]: 4, 't2.fees.amount': '0.123456' }),
    ])
    expect(rolled.draft.figures).toEqual({ [legal]: 7, 't2.fees.amount': '12.623456' })
    expect(contributionsTo(rolled.draft, legal)).toEqual([
      { unit: '丙镇', entry: 4 },
      { unit: '乙局', entry: 3 },
    ])
    expect(rolled.units.map(({ taken }) => taken.length)).toEqual([2, 2])
  })

  it.each<[string, UnitFile[], string]>([
    ['another year', [unit('乙局', {}, { year: 2024 })], '是2024年度的报告，汇总的是2025年度的'],
    ['another format', [unit('乙局', {}, { format: '2019' })], '用的是2019年格式，汇总稿用的是2021年格式'],
    ['a roll-up itself', [unit('乙局', {}, { scope: 'aggregate' })], '本身是汇总报告，不是一个单位的'],
    [
      'two different reports of one unit',
      [unit('乙局', { [legal]: 1 }), unit('乙局', { [legal]: 2 })],
      '这个单位有 2 份不同的草稿（乙局.nianbao、乙局.nianbao），不知道用哪一份',
    ],
  ])('%s is left out and named', (_, files, reason) => {
    const rolled = rollUp(district, format, files)
    expect(rolled.draft.figures).toEqual({})
    expect(rolled.units.map(({ leftOut }) => leftOut)).toEqual(files.map(() => reason))
  })

  it('the same report given twice counts once', () => {
    const file = unit('乙局', { [legal]: 3 })
    const rolled = rollUp(district, format, [file, { ...file, name: '乙局（副本）.nianbao' }])
    expect(rolled.draft.figures[legal]).toBe(3)
    expect(rolled.units.map(({ leftOut }) => leftOut)).toEqual([
      undefined,
      '与 乙局.nianbao 是同一份，只计一次',
    ])
  })

  it('what cannot be added or does not add up is doubtful, a blank is missing', () => {
    const [outcome] = rollUp(district, format, [
      unit('乙局', { [legal]: '约3', 't3.partial.legal': 2, 't3.partial.total': 5, 't3.received.total': 9 }),
    ]).units
    expect(outcome?.doubtful).toEqual([
      { address: 't3.received.total', text: '9', reason: '只有合计、没有分项，没有计入' },
      { address: legal, text: '约3', reason: '不是这一格能接受的数，没有计入' },
      { address: 't3.partial.total', text: '5', reason: '合计与各项之和 2 不符，按各项计入' },
    ])
    expect(outcome?.missing).toContain('t3.granted.business')
    expect(outcome?.missing).not.toContain(legal)
  })

  it('never replaces what the clerk entered in the district’s draft, and gives its own figures anew', () => {
    const first = rollUp(district, format, [unit('乙局', { [legal]: 3, 't3.partial.legal': 1 })]).draft
    const edited = { ...first, figures: { ...first.figures, 't3.partial.legal': 8 } }
    const again = rollUp(edited, format, [unit('乙局', { [legal]: 5, 't3.partial.legal': 2 })])
    expect(again.draft.figures).toEqual({ [legal]: 5, 't3.partial.legal': 8 })
    expect(again.kept).toEqual([
      { address: 't3.partial.legal', text: '8', reason: '各单位合计为 2，汇总稿里填的是别的数，没有改动' },
    ])
  })

  const files = fc
    .array(arbitraryDraft(format), { minLength: 1, maxLength: 4 })
    .map((drafts) =>
      drafts.map((draft, index) => unit(`单位${index}`, draft.figures, { style: draft.style ?? {} })),
    )

  it('every cell is the sum of what the units hold there', () => {
    fc.assert(
      fc.property(files, (units) => {
        const { figures } = rollUp(district, format, units).draft
        for (const { cell, holds } of cellsOf(format)) {
          const entries = units.flatMap(({ draft }) => {
            const entry = draft.figures[cell]
            return entry !== undefined && isAddable(holds, entry) ? [entry] : []
          })
          const isGiven = !isTotal(format, cell) && entries.length > 0
          expect(figures[cell]).toBe(isGiven ? addEntries(holds, entries) : undefined)
        }
        expect([...computeFigures(format, figures).values()].some(({ kind }) => kind === 'refused')).toBe(
          false,
        )
      }),
      { numRuns: 30 },
    )
  })

  it('the order of the files does not matter', () => {
    fc.assert(
      fc.property(files, fc.infiniteStream(fc.nat()), (units, words) => {
        const shuffled = units
          .map((file) => ({ file, at: words.next().value ?? 0 }))
          .sort((one, other) => one.at - other.at)
          .map(({ file }) => file)
        expect(rollUp(district, format, shuffled)).toEqual(rollUp(district, format, units))
      }),
      { numRuns: 30 },
    )
  })
})

describe('amounts', () => {
  it.each<[string, Parameters<typeof addEntries>[0], Entry[], Entry]>([
    ['to the last decimal', 'amount', ['0.1', '0.2', '12.50'], '12.8'],
    ['元 and 万元 together', 'money', ['13974585.06元', '973.90万元'], '2371.358506万元'],
    ['with separators', 'money', ['1,000元', '0.5万元'], '0.6万元'],
    ['changes with their sign', 'change', ['+62', -2], 60],
  ])('%s', (_, holds, entries, sum) => {
    expect(addEntries(holds, entries)).toBe(sum)
  })
})
