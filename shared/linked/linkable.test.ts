import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { readFigures } from '../check/text/read-figures'
import type { Block, Draft, Run } from '../draft/draft'
import { newDraft } from '../draft/new-draft'
import { proposeFormat } from '../format/formats'
import { blocksArbitrary } from '../prose/blocks-arbitrary'
import { slotText } from '../prose/plain-text'
import { figureChoices, findChoices, styleChoices } from './figure-choices'
import { usesOf } from './figure-uses'
import { linkableFigures } from './linkable'
import { linkedFigures } from './linked-figures'
import { printedBlocks } from './printed-prose'
import { putFigures } from './put-figures'
import { noTables, tableValues } from './table-values'

const format = proposeFormat(2025)

function draftWith(text: string | Block[]): Draft {
  const blocks: Block[] =
    typeof text === 'string' ? [{ kind: 'paragraph', text: [{ kind: 'text', text }] }] : text
  return {
    ...newDraft({ format, year: 2025, scope: 'organ' }),
    figures: {
      't2.licensing.decisions': 1020,
      't2.penalties.decisions': 15,
      't2.fees.amount': '12.50',
      't3.received.total': 60,
      't3.granted.total': 45,
      't3.total.total': 60,
    },
    prose: { 1: blocks },
  }
}

const linkable = (draft: Draft) => linkableFigures(draft, format, '1', readFigures(draft, format))

describe('a number the tables know', () => {
  test.each<[string, string[]]>([
    ['全年作出行政许可决定1020件。', ['1020']],
    ['全年作出行政许可决定1,020件。', ['1,020']],
    ['全年作出行政许可决定１０２０件。', ['１０２０']],
    ['全年作出行政许可决定一千零二十件。', ['一千零二十']],
    ['全年作出行政许可决定1020件、行政处罚决定15件。', ['1020', '15']],
    ['行政事业性收费12.5万元。', ['12.5万元']],
    ['行政事业性收费125000元。', ['125000元']],
    ['全年作出行政许可决定约1000件。', []],
    ['全年作出行政许可决定1000余件。', []],
    ['召开会议3次。', []],
  ])('%s is linked without a word changing', (text, quotes) => {
    const draft = draftWith(text)
    const links = linkable(draft).flatMap(({ same, links: [link] }) => (same && link ? [link] : []))
    expect(links.map(({ start, end }) => text.slice(start, end))).toEqual(quotes)
    const values = tableValues(draft, format)
    const blocks = putFigures(draft.prose[1] ?? [], 'dot', values, links)
    expect(slotText(printedBlocks(blocks, values), 'dot')).toBe(text)
    expect(linkedFigures(blocks, 'dot', values).map((figure) => figure.text)).toEqual(quotes)
    const after = { ...draft, prose: { 1: blocks } }
    expect(linkable(after)).toEqual([])
  })

  test('that says otherwise is offered with what it would become', () => {
    const [wrong] = linkable(draftWith('全年作出行政许可决定1,002件。'))
    expect([wrong?.same, wrong?.links.map(({ text }) => text)]).toEqual([false, ['1,020']])
  })
})

describe('a sentence that uses a cell', () => {
  const text: Run[] = [
    { kind: 'text', text: '许可' },
    { kind: 'figure', value: { kind: 'cell', cell: 't2.licensing.decisions' }, style: { digits: 'plain' } },
    { kind: 'text', text: '件。全年作出行政处罚决定15件，作出行政许可决定1002件。' },
  ]

  test('is named with its words, linked or written', () => {
    const draft = draftWith([{ kind: 'paragraph', text }])
    const uses = (cell: string) =>
      usesOf(draft, format, readFigures(draft, format), cell).map(({ how, quote, before }) => [
        how,
        before.slice(-2),
        quote,
      ])
    expect(uses('t2.licensing.decisions')).toEqual([
      ['linked', '许可', '1020'],
      ['differs', '决定', '1002件'],
    ])
    expect(uses('t2.penalties.decisions')).toEqual([['agrees', '决定', '15件']])
    expect(uses('t2.coercion.decisions')).toEqual([])
  })
})

describe('linked figures put into any text', () => {
  test('stand where they were asked for, and leave the rest as it was', () => {
    const run = {
      kind: 'figure' as const,
      value: { kind: 'cell' as const, cell: 't9.a.b' },
      style: { digits: 'plain' as const },
    }
    fc.assert(
      fc.property(blocksArbitrary, fc.nat(80), fc.integer({ min: 1, max: 3 }), (blocks, start, length) => {
        const text = slotText(printedBlocks(blocks, noTables), 'dot')
        const end = start + length
        const changed = putFigures(blocks, 'dot', noTables, [{ start, end, run }])
        const now = slotText(printedBlocks(changed, noTables), 'dot')
        const before = linkedFigures(blocks, 'dot', noTables).length
        const added = linkedFigures(changed, 'dot', noTables).length - before
        expect(added).toBeLessThanOrEqual(1)
        if (added === 1) expect(now.slice(0, start)).toBe(text.slice(0, start))
        else expect(now).toBe(text)
      }),
    )
  })
})

describe('what can be put into the text', () => {
  const values = tableValues(draftWith(''), format)
  const choices = figureChoices(format, values)
  const named = (words: string) => findChoices(choices, words).map(({ name }) => name)

  test('has one name each', () => {
    expect(new Set(choices.map(({ name }) => name)).size).toBe(choices.length)
  })

  test('is found by the words of table, row and column', () => {
    expect(named('行政许可')).toEqual(['表二·行政许可·本年处理决定数量'])
    expect(named('公开 自然人 （一）')[0]).toBe('表三（一）予以公开·自然人')
    expect(named('（三）各项合计 总计')).toContain('表三（三）各项合计·总计')
    expect(named('予以公开 占 总计 比例')).toContain('表三（一）予以公开·总计占表三（七）总计·总计的比例')
    expect(named('增减')).toEqual([])
  })

  test('changes on last year are there where last year is', () => {
    const previous = {
      year: 2024,
      format: '2021',
      scope: 'organ' as const,
      publisher: '',
      numbering: 'dot' as const,
    }
    const draft = { ...draftWith(''), previous: { ...previous, figures: {}, prose: {} } }
    const names = figureChoices(format, tableValues(draft, format)).map(({ name }) => name)
    expect(names).toContain('表二·行政许可·本年处理决定数量比上年增减')
    expect(names).toContain('表二·行政许可·本年处理决定数量比上年增长率')
  })

  test('is shown in every style as it will read', () => {
    const styles = (cell: string) => styleChoices({ kind: 'cell', cell }, values).map(({ name }) => name)
    expect(styles('t2.licensing.decisions')).toEqual(['1020', '1,020', '１０２０', '一千零二十', '0.10万'])
    expect(styles('t2.fees.amount')).toEqual(['12.50万元', '125,000元', '0.00亿元', '十二点五零万元'])
    expect(styles('t2.coercion.decisions')[1]).toBe('1,020')
  })
})
