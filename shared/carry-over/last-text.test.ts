import * as fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import type { Block, Draft, FigureRun, PreviousReport, Run } from '../draft/draft'
import { arbitraryText } from '../draft/draft-arbitrary'
import { newDraft } from '../draft/new-draft'
import { proposeFormat } from '../format/formats'
import { printedBlocks, printedDraft } from '../linked/printed-prose'
import { noTables } from '../linked/table-values'
import { blocksArbitrary } from '../prose/blocks-arbitrary'
import { proseFromText } from '../prose/from-text'
import { lineRuns } from '../prose/map-runs'
import { slotText } from '../prose/plain-text'
import { carriedFigures } from './carried-figures'
import {
  confirmFigure,
  confirmFigures,
  figuresIn,
  lastText,
  markFigures,
  moveYears,
  renewYears,
} from './last-text'

const printed = (blocks: Block[]) => printedBlocks(blocks, noTables)

describe('years move on', () => {
  test.each([
    ['2024年，全区发布信息12条。', '2025年，全区发布信息12条。'],
    ['比2023年增加5条，2025年将继续公开。', '比2024年增加5条，2026年将继续公开。'],
    ['２０２４年度共3件。', '2025年度共3件。'],
    ['期限自2024年1月1日起至2024年12月31日止。', '期限自2025年1月1日起至2025年12月31日止。'],
    ['2024年1月1日至12月31日', '2025年1月1日至12月31日'],
  ])('%s', (text, renewed) => {
    expect(renewYears(text, 2024)).toBe(renewed)
  })

  test.each([
    '按照《2024年政务公开工作要点》',
    '国办公开办函〔2021〕30号、区政发〔2024〕5号',
    '2024年3月15日召开会议，2024年6月改版。',
    '2019年以来，2021年出台的办法继续有效。',
    '自2024年起施行',
    '2021—2024年规划',
    '2015年，我区成立领导小组。',
  ])('not in: %s', (text) => {
    expect(renewYears(text, 2024)).toBe(text)
  })

  test('over a gap year by year', () => {
    expect(moveYears('2022年共3件，比2021年多。', 2022, 2025)).toBe('2025年共3件，比2024年多。')
  })

  test('the text keeps its length', () => {
    fc.assert(
      fc.property(arbitraryText, (text) => {
        expect(renewYears(text, 2024).length).toBe(text.length)
      }),
    )
  })
})

describe('figures', () => {
  const words = (text: string) => figuresIn(text).map(({ start, end }) => text.slice(start, end))
  test.each([
    ['全年发布信息1,152条，微信1326条。', ['1,152条', '1326条']],
    ['受理一百八十二件，占百分之五。', ['一百八十二件', '百分之五']],
    ['收费１２.５万元', ['１２.５万元']],
    ['根据《条例》第二十条、国务院令第711号，2024年1月1日', []],
    ['电话：0469-4285001', []],
  ])('%s', (text, figures) => {
    expect(words(text)).toEqual(figures)
  })

  it('of last year’s text are marked, and nothing else about it changes', () => {
    fc.assert(
      fc.property(blocksArbitrary, (blocks) => {
        const marked = markFigures(blocks)
        expect(slotText(printed(marked), 'dot')).toBe(slotText(printed(blocks), 'dot'))
        expect(carriedFigures(printed(confirmFigures(marked)), 'dot')).toEqual([])
      }),
    )
  })

  it('are confirmed all at once or one by one', () => {
    const blocks = markFigures(proseFromText('（一）主动公开。全年5条，3件。\n一是办结2件。'))
    const quotes = (of: typeof blocks) => carriedFigures(printed(of), 'dot').map(({ quote }) => quote)
    expect(quotes(blocks)).toEqual(['5条', '3件', '2件'])
    expect(quotes(confirmFigure(blocks, 1))).toEqual(['5条', '2件'])
    expect(quotes(confirmFigures(blocks))).toEqual([])
    const [first] = carriedFigures(printed(blocks), 'dot')
    const text = slotText(printed(blocks), 'dot')
    expect(text.slice(first?.start, first?.end)).toBe('5条')
  })
})

describe('last year’s text of a chapter', () => {
  const previous = {
    year: 2024,
    format: '2021',
    scope: 'organ' as const,
    publisher: '',
    numbering: 'dot' as const,
    figures: {},
    prose: { 1: proseFromText('2024年，全区公开12条。') },
  }
  const taken = (choice: 'taken' | 'basis') =>
    printed(lastText({ previous, year: 2025, format: '2021' }, '1', choice))
  const text = (choice: 'taken' | 'basis') => slotText(taken(choice), 'dot')

  it('is taken as it was, or as a basis with its years moved on; its figures are marked either way', () => {
    expect(text('taken')).toBe('2024年，全区公开12条。')
    expect(text('basis')).toBe('2025年，全区公开12条。')
    for (const choice of ['taken', 'basis'] as const)
      expect(carriedFigures(taken(choice), 'dot').map(({ quote }) => quote)).toEqual(['12条'])
  })
})

describe('linked figures of last year’s text', () => {
  const count = (cell: string, previous?: true): FigureRun => ({
    kind: 'figure',
    value: { kind: 'cell', cell, ...(previous && { previous }) },
    style: { digits: 'plain' },
  })
  const sentence = (...runs: Run[]): Block[] => [{ kind: 'paragraph', text: runs }]
  const words = (text: string): Run => ({ kind: 'text', text })
  const last = { scope: 'organ' as const, publisher: '', numbering: 'dot' as const }

  function draftAfter(previous: PreviousReport, year: number, figures: Draft['figures']): Draft {
    const format = proposeFormat(year)
    return { ...newDraft({ format, year, scope: 'organ' }), figures, previous }
  }

  function shown(draft: Draft, choice: 'taken' | 'basis'): string {
    const prose = { 1: lastText(draft, '1', choice) }
    const text = printedDraft({ ...draft, prose }, proposeFormat(draft.year)).prose[1] ?? []
    return slotText(text, draft.numbering)
  }

  const previous: PreviousReport = {
    ...{ ...last, year: 2024, format: '2021' },
    figures: { 't2.licensing.decisions': 8 },
    earlier: [{ year: 2023, format: '2021', figures: { 't2.licensing.decisions': 5 } }],
    prose: {
      1: sentence(
        words('2024年许可'),
        count('t2.licensing.decisions'),
        words('件，上年'),
        count('t2.licensing.decisions', true),
        words('件，会议3次。'),
      ),
    },
  }
  const draft = draftAfter(previous, 2025, { 't2.licensing.decisions': 12 })

  it('are text when it is taken as it was printed', () => {
    expect(shown(draft, 'taken')).toBe('2024年许可8件，上年5件，会议3次。')
    expect(
      lastText(draft, '1', 'taken')
        .flatMap(lineRuns)
        .flat()
        .every(({ kind }) => kind === 'text'),
    ).toBe(true)
  })

  it('show this year’s tables and last year’s when it is a basis, and need no confirming', () => {
    expect(shown(draft, 'basis')).toBe('2025年许可12件，上年8件，会议3次。')
    const text = printedBlocks(lastText(draft, '1', 'basis'), noTables)
    expect(carriedFigures(text, 'dot').map(({ quote }) => quote)).toEqual(['3次'])
  })

  it('that the new format does not count stay as they were printed, marked like every figure', () => {
    const old: PreviousReport = {
      ...{ ...last, year: 2020, format: '2019' },
      figures: { 't2.services.items': 7, 't3.received.total': 9 },
      prose: {
        1: sentence(
          words('服务'),
          count('t2.services.items'),
          words('项，收到'),
          count('t3.received.total'),
          words('件。'),
        ),
      },
    }
    const now = draftAfter(old, 2021, { 't3.received.total': 4 })
    expect(shown(now, 'basis')).toBe('服务7项，收到4件。')
    const text = printedBlocks(lastText(now, '1', 'basis'), noTables)
    expect(carriedFigures(text, 'dot').map(({ quote }) => quote.trim())).toEqual(['7项'])
  })
})
