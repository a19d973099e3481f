import { describe, expect, test } from 'vitest'
import type { Draft, FigureExpression, Run } from '../draft/draft'
import { newDraft } from '../draft/new-draft'
import { proposeFormat } from '../format/formats'
import { check } from './check'

const format = proposeFormat(2025)

/** Findings about figures of the text, of a report with 行政许可 120 and 行政处罚 0. */
function findings(...text: Run[]): [string, string][] {
  const draft: Draft = {
    ...newDraft({ format, year: 2025, scope: 'organ' }),
    figures: { 't2.licensing.decisions': 120, 't2.penalties.decisions': 0 },
    prose: { 1: [{ kind: 'paragraph', text }] },
  }
  return check(draft, format)
    .filter(({ rule, severity }) => /^(?:P-[1-8]|L-1)$/.test(rule) && severity !== 'info')
    .map(({ rule, message }) => [rule, message])
}

const words = (text: string): Run => ({ kind: 'text', text })
const linked = (value: FigureExpression): Run => ({ kind: 'figure', value, style: { digits: 'plain' } })
const cell = (address: string) => linked({ kind: 'cell', cell: address })

describe('a linked figure', () => {
  test('agrees with its own cell by construction, where the same number written wrongly does not', () => {
    expect(findings(words('全年作出行政许可决定'), cell('t2.licensing.decisions'), words('件。'))).toEqual([])
    expect(findings(words('全年作出行政许可决定102件。')).map(([rule]) => rule)).toEqual(['P-6'])
  })

  test('among words that count something else is asked about, not called wrong', () => {
    const draft: Draft = {
      ...newDraft({ format, year: 2025, scope: 'organ' }),
      figures: { 't2.licensing.decisions': 120, 't2.penalties.decisions': 7 },
      prose: {
        1: [
          {
            kind: 'paragraph',
            text: [words('全年作出行政处罚决定'), cell('t2.licensing.decisions'), words('件。')],
          },
        ],
      },
    }
    const found = check(draft, format).filter(({ rule }) => rule === 'P-6')
    expect(found.map(({ severity, found: quote }) => [severity, quote])).toEqual([['info', '120件']])
  })

  test.each<[string, FigureExpression, string]>([
    [
      'of an empty cell',
      { kind: 'cell', cell: 't2.coercion.decisions' },
      '文中的随表数字“表二·行政强制·本年处理决定数量”没有数：表二·行政强制·本年处理决定数量还没有填，或者填的不是数。',
    ],
    [
      'of a share of 0',
      {
        kind: 'share',
        of: { kind: 'cell', cell: 't2.licensing.decisions' },
        whole: { kind: 'cell', cell: 't2.penalties.decisions' },
      },
      '文中的随表数字“表二·行政许可·本年处理决定数量占表二·行政处罚·本年处理决定数量的比例”没有数：除数是 0，比例无法计算。',
    ],
    [
      'of last year without its report',
      { kind: 'cell', cell: 't2.licensing.decisions', previous: true },
      '文中的随表数字“上年表二·行政许可·本年处理决定数量”没有数：没有上一年的报告可比。',
    ],
  ])('%s is reported', (_, value, message) => {
    expect(findings(words('全年'), linked(value), words('件。'))).toEqual([['L-1', message]])
  })
})
