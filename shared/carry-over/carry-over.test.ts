import { assert, constantFrom, dictionary, integer, property } from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Block, Draft, Entry } from '../draft/draft'
import { arbitraryDraft } from '../draft/draft-arbitrary'
import { computeFigures } from '../draft/figures'
import { newDraft } from '../draft/new-draft'
import { parseDraft } from '../draft/parse-draft'
import { writeDraft } from '../draft/write-draft'
import { cellsOf } from '../format/cells'
import { formatById, formats, proposeFormat } from '../format/formats'
import { proseFromText } from '../prose/from-text'
import { carryFigures, unconfirmedCells } from './carry-figures'
import { carryOver } from './carry-over'

const columns = ['individual', 'business', 'research', 'nonprofit', 'legal', 'otherOrg', 'total']

function draftOf(year: number, change: Partial<Draft> = {}): Draft {
  const publisher = { name: '青禾区人民政府办公室', kind: 'government' as const, phone: '0469-4285001' }
  return { ...newDraft({ format: proposeFormat(year), year, scope: 'organ', publisher }), ...change }
}

const formatOf = ({ format }: Draft) => formatById(format) ?? proposeFormat(0)
const valuesOf = (draft: Draft) => computeFigures(formatOf(draft), draft.figures)

/** What a row shows, column by column. */
function row(draft: Draft, id: string): (string | undefined)[] {
  const values = valuesOf(draft)
  return columns.map((column) => {
    const value = values.get(`t3.${id}.${column}`)
    return value && value.kind !== 'blank' && value.kind !== 'refused' ? value.text : undefined
  })
}

it('says which of the office’s own data are last year’s', () => {
  const last = draftOf(2024, {
    signature: { name: '青禾区人民政府办公室' },
    title: { kind: 'edited', lines: ['2024年报告'] },
  })
  expect(carryOver(last, { year: 2025 }).previous?.kept).toEqual([
    '编制机关、电话、落款机关沿用2024年度的，请核对有没有变。',
    '你改过的标题沿用2024年度的，只换了年份和通知的名称、文号。',
  ])
  const other = { name: '乙局', kind: 'department' as const }
  expect(carryOver(draftOf(2024), { year: 2025, publisher: other }).previous?.kept).toBeUndefined()
})

describe('figures', () => {
  it.each([
    [2019, 2020],
    [2020, 2021],
    [2024, 2025],
  ])('四 of any %i report is 二 of the %i report in all seven columns', (from, to) => {
    assert(
      property(arbitraryDraft(proposeFormat(from)), (last) => {
        const next = carryOver({ ...last, year: from }, { year: to })
        expect(row(next, 'broughtForward')).toEqual(row(last, 'carriedForward'))
      }),
      { numRuns: 100 },
    )
  })

  it.each(formats)('carried twice is carried once ($id)', (format) => {
    assert(
      property(arbitraryDraft(format), (last) => {
        const { from: year } = format.years
        const once = carryOver({ ...last, year }, { year: year + 1 })
        expect(carryFigures(once, formatOf(once))).toBe(once)
      }),
      { numRuns: 50 },
    )
  })

  it('never changes what the clerk typed, nor fills again what she emptied', () => {
    const format = proposeFormat(2025)
    const cell = constantFrom(...cellsOf(format).map(({ cell }) => cell))
    assert(
      property(arbitraryDraft(format), dictionary(cell, integer({ min: 0, max: 99 })), (last, typed) => {
        const { carried: _, previous: __, ...fresh } = carryOver({ ...last, year: 2024 }, { year: 2025 })
        const previous = carryOver({ ...last, year: 2024 }, { year: 2025 }).previous
        const draft: Draft = { ...fresh, figures: typed, ...(previous && { previous }) }
        const carried = carryFigures(draft, format)
        expect(carried.figures).toMatchObject(typed)
        const emptied = { ...carried, figures: typed }
        expect(carryFigures(emptied, format).figures).toEqual(typed)
      }),
      { numRuns: 100 },
    )
  })

  it('says of every carried value which cells of which year it came from', () => {
    const last = draftOf(2019, {
      figures: { 't2.licensing.items': 10, 't2.licensing.change': -2, 't3.carriedForward.legal': 4 },
    })
    const next = carryOver(last, { year: 2020 })
    expect(next.figures).toEqual({ 't2.licensing.items': 8, 't3.broughtForward.legal': 4 })
    expect(next.carried).toEqual({
      't2.licensing.items': { year: 2019, from: ['t2.licensing.items', 't2.licensing.change'], value: 8 },
      't3.broughtForward.legal': { year: 2019, from: ['t3.carriedForward.legal'], value: 4 },
    })
    expect(unconfirmedCells(next)).toEqual(['t3.broughtForward.legal', 't2.licensing.items'])
  })

  it.each<[string, Record<string, Entry>, Record<string, Entry>]>([
    ['a total that its parts give stays computed', { individual: 3, total: 3 }, { individual: 3 }],
    ['a total that disagrees is kept', { individual: 3, total: 5 }, { individual: 3, total: 5 }],
    ['a total alone is carried', { total: 5 }, { total: 5 }],
    ['a blank stays blank', { individual: '-' }, {}],
    ['text no cell accepts stays in sight', { individual: '约3', legal: 2 }, { individual: '约3', legal: 2 }],
    ['0 is a number', { individual: 0 }, { individual: 0 }],
  ])('%s', (_, before, after) => {
    const inRow = (id: string, cells: Record<string, Entry>) =>
      Object.fromEntries(Object.entries(cells).map(([column, entry]) => [`t3.${id}.${column}`, entry]))
    const last = draftOf(2024, { figures: inRow('carriedForward', before) })
    expect(carryOver(last, { year: 2025 }).figures).toEqual(inRow('broughtForward', after))
  })

  it.each([
    ['a year in between', { year: 2026 }],
    ['another scope', { year: 2025, scope: 'aggregate' as const }],
  ])('are not carried over %s, and that is said', (_, start) => {
    const next = carryOver(draftOf(2024, { figures: { 't3.carriedForward.legal': 4 } }), start)
    expect(next.figures).toEqual({})
    expect(next.previous?.leftOut).toHaveLength(1)
    expect(next.previous?.figures).toEqual({ 't3.carriedForward.legal': 4 })
  })
})

describe('two generations', () => {
  it('a report is carried 2019 → 2020 → 2021 → 2022, every carried cell looked at', () => {
    const named = Object.fromEntries(columns.slice(0, 6).map((column, index) => [column, index + 1]))
    const fill = (draft: Draft, base: number): Draft => ({
      ...draft,
      figures: {
        ...draft.figures,
        ...Object.fromEntries(
          Object.entries(named).map(([column, n]) => [`t3.carriedForward.${column}`, base + n]),
        ),
      },
    })
    const first = fill(
      draftOf(2019, {
        figures: {
          't2.licensing.items': 100,
          't2.licensing.change': 5,
          't2.services.items': 40,
          't2.services.change': 0,
          't2.penalties.items': 30,
          't2.penalties.change': -3,
          't2.coercion.items': 20,
          't2.coercion.change': 1,
          't2.fees.items': 10,
          't2.fees.change': -10,
          't2.procurement.items': 7,
          't2.normative.total': 50,
        },
      }),
      10,
    )
    const brought = (base: number) =>
      Object.fromEntries(
        Object.entries(named).map(([column, n]) => [`t3.broughtForward.${column}`, base + n]),
      )

    const second = carryOver(first, { year: 2020 })
    expect(second.format).toBe('2019')
    expect(second.figures).toEqual({
      ...brought(10),
      't2.licensing.items': 105,
      't2.services.items': 40,
      't2.penalties.items': 27,
      't2.coercion.items': 21,
      't2.fees.items': 0,
    })
    expect(Object.keys(second.carried ?? {}).sort()).toEqual(Object.keys(second.figures).sort())

    const third = carryOver(fill(second, 20), { year: 2021 })
    expect(third.format).toBe('2021')
    expect(third.figures).toEqual(brought(20))
    expect(third.previous?.earlier?.map(({ year }) => year)).toEqual([2019])

    const fourth = carryOver(fill(third, 30), { year: 2022 })
    expect(fourth.figures).toEqual(brought(30))
    expect(fourth.previous?.earlier?.map(({ year, format }) => [year, format])).toEqual([
      [2020, '2019'],
      [2019, '2019'],
    ])
    for (const draft of [second, third, fourth])
      expect(parseDraft(writeDraft(draft), '年报.nianbao')).toEqual({ ok: true, value: draft })
  })
})

describe('around the figures', () => {
  const last = draftOf(2024, {
    publisher: {
      name: '青禾区人民政府办公室',
      kind: 'government',
      phone: '0469-4285001',
      website: { url: 'http://www.example.gov.cn' },
      bases: ['《云溪省政府信息公开规定》', '《关于做好2024年度报告编制工作的通知》（云政办〔2024〕8号）'],
    },
    title: { kind: 'edited', lines: ['青禾区人民政府', '2024年政府信息公开工作年度报告'] },
    issuingLine: '（2025年1月20日）',
    chapterTitles: { 4: { kind: 'long' } },
    signature: { name: '青禾区人民政府办公室', date: '2025-01-20' },
    waivers: [{ finding: 'T3-3@t3.granted.total', reason: '以台账为准' }],
  })
  const next = carryOver(last, { year: 2025 })

  it('contact and website stay; a basis about last year’s report goes, and is named', () => {
    expect(next.publisher).toEqual({ ...last.publisher, bases: ['《云溪省政府信息公开规定》'] })
    expect(next.previous?.leftOut).toEqual([
      '本地依据“《关于做好2024年度报告编制工作的通知》（云政办〔2024〕8号）”写的是往年，没有带入。',
      '标题下一行“（2025年1月20日）”写有日期，没有带入。',
      '落款日期没有带入。',
    ])
  })

  it('title lines name the new year; signature keeps its organ; waivers were for last year', () => {
    expect(next.title).toEqual({
      kind: 'edited',
      lines: ['青禾区人民政府', '2025年政府信息公开工作年度报告'],
    })
    expect(next.issuingLine).toBeUndefined()
    expect(next.signature).toEqual({ name: '青禾区人民政府办公室' })
    expect(next.chapterTitles).toEqual({ 4: { kind: 'long' } })
    expect(next.waivers).toEqual([])
  })

  it('an edited preamble gets year, period and notice of the new format', () => {
    const { notice } = proposeFormat(2020).basis
    const text = `根据${notice.title}（${notice.number}）编制。数据统计期限自2020年1月1日起至2020年12月31日止。`
    const { preamble } = carryOver(draftOf(2020, { preamble: { kind: 'edited', text } }), { year: 2021 })
    const renewed = proposeFormat(2021).basis.notice
    expect(preamble).toEqual({
      kind: 'edited',
      text: `根据${renewed.title}（${renewed.number}）编制。数据统计期限自2021年1月1日起至2021年12月31日止。`,
    })
  })

  it('the text is kept to be offered, with its pictures and without those it does not show', () => {
    const picture = { type: 'image/png' as const, width: 1, height: 1, data: 'AAAA' }
    const [shown, unused] = ['a'.repeat(64), 'b'.repeat(64)]
    const blocks: Block[] = [...proseFromText('全年公开12条。'), { kind: 'image', image: shown }]
    const from = draftOf(2024, { prose: { 1: blocks }, images: { [shown]: picture, [unused]: picture } })
    const draft = carryOver(from, { year: 2025 })
    expect(draft.prose).toEqual({})
    expect(draft.previous?.prose).toEqual({ 1: blocks })
    expect(draft.images).toEqual({ [shown]: picture })
  })

  it('any draft carried over is a draft that opens again', () => {
    assert(
      property(arbitraryDraft(proposeFormat(2020)), (any) => {
        const draft = carryOver({ ...any, year: 2020 }, { year: 2021 })
        expect(parseDraft(writeDraft(draft), '年报.nianbao')).toEqual({ ok: true, value: draft })
      }),
      { numRuns: 50 },
    )
  })
})
