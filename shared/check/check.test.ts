import { assert, constantFrom, dictionary, integer, property } from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Draft, Entry } from '../draft/draft'
import { arbitraryDraft } from '../draft/draft-arbitrary'
import { isTotal } from '../draft/figures'
import { newDraft } from '../draft/new-draft'
import { cellsOf } from '../format/cells'
import madeUp from '../format/fixtures/2099.json'
import type { Format } from '../format/format'
import { formats, proposeFormat } from '../format/formats'
import { check } from './check'
import { fingerprint } from './fingerprint'

const format = proposeFormat(2025)

function draftWith(change: Partial<Draft>): Draft {
  const publisher = { name: '某某区人民政府办公室', kind: 'government' as const }
  return { ...newDraft({ format, year: 2025, scope: 'organ', publisher }), ...change }
}

function findingsOf(figures: Record<string, Entry>, rule?: string) {
  return check(draftWith({ figures }), format).filter((finding) => !rule || finding.rule === rule)
}

function messages(figures: Record<string, Entry>, rule: string): string[] {
  return findingsOf(figures, rule).map(({ message }) => message)
}

describe('sums', () => {
  it('names a typed row total that is not the sum of its row (T3-3)', () => {
    const figures = { 't3.granted.individual': 56, 't3.granted.total': 65 }
    expect(findingsOf(figures, 'T3-3')[0]).toMatchObject({
      rule: 'T3-3',
      severity: 'error',
      chapter: '3',
      cells: ['total', 'individual', 'business', 'research', 'nonprofit', 'legal', 'otherOrg'].map(
        (column) => `t3.granted.${column}`,
      ),
      message: '表三（一）予以公开·总计：填 65，六类申请人合计 56。',
      found: '65',
      expected: '56',
    })
  })

  it('says of the corner that it was computed, where nobody filled it in', () => {
    const figures = { 't3.granted.individual': 56, 't3.granted.total': 65 }
    expect(messages(figures, 'T3-3')).toContain('表三（七）总计·总计：算得 65，六类申请人合计 56。')
  })

  it('names a typed total that is not the sum of the results (T3-2)', () => {
    expect(messages({ 't3.granted.individual': 57, 't3.total.individual': 60 }, 'T3-2')).toEqual([
      '表三（七）总计·自然人：填 60，（一）至（六）各项合计 57。',
    ])
  })

  it('names the column that does not balance (T3-1)', () => {
    const figures = {
      't3.received.individual': 50,
      't3.broughtForward.individual': 7,
      't3.granted.individual': 60,
    }
    expect(messages(figures, 'T3-1')).toEqual([
      '自然人一列不平：第一项加第二项为 57，第三项加第四项为 60。',
      '总计一列不平：第一项加第二项为 57，第三项加第四项为 60。',
    ])
  })

  it('names a total of table 4 that is not the sum of its outcomes (T4-1)', () => {
    expect(messages({ 't4.direct.upheld': 2, 't4.direct.total': 3 }, 'T4-1')).toEqual([
      '表四·行政诉讼·未经复议直接起诉·总计：填 3，四类结果合计 2。',
    ])
  })

  it('finds wrong cells although the column of totals balances (T3-5)', () => {
    const figures = {
      't3.received.individual': 3,
      't3.received.total': 5,
      't3.granted.legal': 5,
    }
    expect(findingsOf(figures, 'T3-1').map(({ cells }) => cells[0])).toEqual([
      't3.received.individual',
      't3.received.legal',
    ])
    expect(messages(figures, 'T3-3')).toEqual(['表三·一、本年新收·总计：填 5，六类申请人合计 3。'])
  })

  it('has nothing to say of an empty report', () => {
    expect(findingsOf({}).filter(({ severity }) => severity === 'error')).toEqual([])
  })

  it('does not reckon with text no cell accepts', () => {
    const figures = { 't3.received.individual': '五', 't3.granted.individual': 3 }
    expect(findingsOf(figures, 'T3-1').map(({ cells }) => cells[0])).toEqual([])
    expect(messages(figures, 'T3-4')).toContain('表三·一、本年新收·自然人：填“五”，要用阿拉伯数字。')
  })
})

describe('entries (T3-4)', () => {
  it('lists the blank cells of a table in one warning and offers zeros for them', () => {
    const leaves = cellsOf(format).filter(({ cell, table }) => table.id === 't4' && !isTotal(format, cell))
    const figures = Object.fromEntries(leaves.map(({ cell }) => [cell, 1] as [string, Entry]))
    figures['t4.review.upheld'] = '-'
    delete figures['t4.direct.other']
    expect(findingsOf(figures, 'T3-4').find(({ chapter }) => chapter === '4')).toEqual({
      rule: 'T3-4',
      severity: 'warning',
      chapter: '4',
      cells: ['t4.review.upheld', 't4.direct.other'],
      message: '表四有 2 格没有填，没有发生的请填 0。',
      fixes: [
        {
          certain: false,
          cells: [
            { cell: 't4.review.upheld', from: '-', to: '0' },
            { cell: 't4.direct.other', from: '', to: '0' },
          ],
        },
      ],
    })
  })

  it.each([
    ['abc', '填“abc”，要填数字。'],
    [-3, '填“-3”，不能是负数。'],
    [1.5, '填“1.5”，要填整数。'],
    ['9'.repeat(400), `填“${'9'.repeat(20)}…”，数字太大。`],
    ['1\u00002', '填“1□2”，含有看不见的控制字符。'],
    ['\ud83d', '填“□”，要填数字。'],
  ])('%j is an error at its cell, kept as it is', (entry, words) => {
    const figures = { 't3.granted.individual': entry }
    const [finding] = findingsOf(figures, 'T3-4').filter(({ severity }) => severity === 'error')
    expect(finding).toMatchObject({ cells: ['t3.granted.individual'], found: String(entry) })
    expect(finding?.message).toBe(`表三（一）予以公开·自然人：${words}`)
  })
})

describe('outside the tables', () => {
  it('reminds of chapters without text, as the format says', () => {
    const rules = (draft: Draft, of = format) =>
      check(draft, of).map(({ rule, chapter }) => `${chapter} ${rule}`)
    expect(rules(draftWith({}))).toEqual(['1 P-13', '2 T3-4', '3 T3-4', '4 T3-4', '5 P-11', '6 P-10'])
    expect(rules(draftWith({}), proposeFormat(2020))).not.toContain('6 P-10')
    const blank = { kind: 'paragraph' as const, text: [{ kind: 'text' as const, text: ' \u3000' }] }
    const said = { kind: 'list' as const, items: [[{ kind: 'text' as const, text: '无' }]] }
    expect(rules(draftWith({ prose: { 1: [said], 5: [blank], 6: [said] } }))).toEqual([
      '1 P-13',
      '1 P-14',
      '2 T3-4',
      '3 T3-4',
      '4 T3-4',
      '5 P-11',
      '6 P-10',
    ])
  })

  it('warns of a missing organ and of contact details that are none', () => {
    const publisher = { name: ' ', kind: 'street' as const, postcode: '1551', website: { url: '网站' } }
    const findings = check(draftWith({ publisher }), format).filter(({ chapter }) => chapter === 'basics')
    expect(findings.map(({ severity, field, message }) => [severity, field, message])).toEqual([
      ['warning', 'publisher.name', '基本信息没有填编制机关。'],
      ['warning', 'contact.postcode', '邮编：填“1551”，邮政编码是 6 位数字。'],
      ['warning', 'website.url', '网址：填“网站”，不是完整的网址。'],
    ])
  })
})

describe('waivers', () => {
  const figures = { 't4.direct.upheld': 2, 't4.direct.total': 3 }

  it('give a finding its reason, also after its numbers changed', () => {
    const [finding] = findingsOf(figures, 'T4-1')
    if (!finding) throw new Error('No finding to waive')
    const waivers = [{ finding: fingerprint(finding), reason: '以法院统计为准' }]
    const again = check(draftWith({ figures: { ...figures, 't4.direct.total': 4 }, waivers }), format)
    expect(again.find(({ rule }) => rule === 'T4-1')?.waived).toEqual({ reason: '以法院统计为准' })
    expect(again.filter(({ waived }) => waived)).toHaveLength(1)
  })

  it('tell all findings of a draft apart', () => {
    const all = findingsOf({
      ...figures,
      't3.granted.individual': 'x',
      't3.partial.total': 7,
      't3.received.legal': 1,
    })
    expect(new Set(all.map(fingerprint)).size).toBe(all.length)
  })
})

it('a made-up format is checked by its own data: its rules, their severity and their words', () => {
  const figures = { 't7.opening.online': 5, 't7.closed.1.online': 3, 't7.closed.1.total': 4 }
  const later = madeUp as Format
  const found = check({ ...newDraft({ format: later, year: 2099, scope: 'organ' }), figures }, later)
  expect(
    found.filter(({ rule }) => rule.startsWith('T7')).map(({ severity, message }) => [severity, message]),
  ).toEqual([
    ['error', '网上一列不平：甲加乙为 5，丙小计加丁为 3。'],
    ['error', '合计一列不平：甲加乙为 5，丙小计加丁为 4。'],
    ['warning', '表七·丙1.全部公开·合计：填 4，三种渠道合计 3。'],
    ['warning', '表七·丙、小计·合计：算得 4，三种渠道合计 3。'],
  ])
})

describe.each([...formats, madeUp as Format])('in the $id format', (each) => {
  const draft = newDraft({ format: each, year: each.years.from, scope: 'organ' })
  const leaves = cellsOf(each).filter(({ cell }) => !isTotal(each, cell))
  /** Rules between entered figures, which no computing can keep. */
  const balances = new Set(each.rules.filter((rule) => !rule.computesLeft).map(({ id }) => id))
  const totals = cellsOf(each).filter(({ cell }) => isTotal(each, cell))

  it('computed totals never break the rule that gives them', () => {
    const counts = leaves.filter(({ holds }) => holds === 'count').map(({ cell }) => cell)
    assert(
      property(dictionary(constantFrom(...counts), integer({ min: 0, max: 999_999_999_999 })), (figures) => {
        const broken = check({ ...draft, figures }, each).filter(({ severity }) => severity === 'error')
        expect(broken.filter(({ rule }) => !balances.has(rule))).toEqual([])
      }),
      { numRuns: 50 },
    )
  })

  it('every draft can be checked, in the order of the report, and its findings told apart', () => {
    const chapters = ['basics', 'preamble', ...each.chapters.map(({ id }) => id)]
    assert(
      property(arbitraryDraft(each), (any) => {
        const findings = check(any, each)
        expect(new Set(findings.map(fingerprint)).size).toBe(findings.length)
        const order = findings.map(({ chapter }) => chapters.indexOf(chapter))
        expect(order).toEqual([...order].sort((one, other) => one - other))
        expect(order).not.toContain(-1)
      }),
      { numRuns: 50 },
    )
  })

  it('every wrong total is found at its own cell', () => {
    const rules = new Set(each.rules.map(({ id }) => id))
    for (const { cell } of totals) {
      const broken = check({ ...draft, figures: { [cell]: 1 } }, each).filter(({ rule }) => rules.has(rule))
      expect(broken.map(({ cells }) => cells[0])).toContain(cell)
    }
  })
})
