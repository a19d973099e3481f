import { describe, expect, it } from 'vitest'
import { addEarlier } from '../../carry-over/add-earlier'
import { carryOver } from '../../carry-over/carry-over'
import type { Draft, Entry } from '../../draft/draft'
import { newDraft } from '../../draft/new-draft'
import { formatById, proposeFormat } from '../../format/formats'
import { proseFromText } from '../../prose/from-text'
import { check } from '../check'
import { fingerprint } from '../fingerprint'
import type { CheckContext } from './check-continuity'
import type { EarlierDraft } from './earlier-reports'

type Figures = Record<string, Entry>

function draftOf(year: number, figures: Figures, change: Partial<Draft> = {}): Draft {
  const publisher = { name: '青禾区人民政府办公室', shortName: '我区', kind: 'department' as const }
  return { ...newDraft({ format: proposeFormat(year), year, scope: 'organ', publisher }), figures, ...change }
}

function found(rule: string, draft: Draft, context: CheckContext = {}) {
  const format = formatById(draft.format)
  if (!format) throw new Error(`No format ${draft.format}`)
  return check(draft, format, context).filter((finding) => finding.rule === rule)
}

const file = (draft: Draft, name = `${draft.year}.nianbao`) => ({ name, draft })
const messages = (rule: string, draft: Draft, ...previous: Draft[]) =>
  found(rule, draft, { previous: previous.map((one) => file(one)) }).map(({ message }) => message)

describe('C-2: an earlier file that was changed after it was put beside the draft', () => {
  const hash = 'a'.repeat(64)
  const last = draftOf(2024, {
    't3.granted.legal': 12,
    't3.granted.business': 3,
    't3.carriedForward.legal': 7,
  })
  const before = draftOf(2023, { 't3.granted.legal': 9 })
  const draft = addEarlier(carryOver(last, { year: 2025, source: { name: '2024.nianbao', hash } }), before, {
    name: '2023.nianbao',
    hash,
  })
  const changed = (of: Draft, figures: Figures) => file({ ...of, figures: { ...of.figures, ...figures } })

  it('is told with both files, the cells, and what stood there then and stands there now', () => {
    const files = [changed(last, { 't3.granted.legal': 15 })]
    expect(found('C-2', draft, { file: '2025.nianbao', previous: files })).toEqual([
      {
        rule: 'C-2',
        severity: 'warning',
        chapter: '3',
        cells: ['t3.granted.legal'],
        field: 'earlier.2024',
        message:
          '“2024.nianbao”在带入“2025.nianbao”以后改过：表三（一）予以公开·法律服务机构由 12 改为 15，请核对。',
        found: '15',
        expected: '12',
        earlier: { year: 2024, file: '2024.nianbao', cells: ['t3.granted.legal'] },
      },
    ])
  })

  it('of any of the years, not only the last', () => {
    const files = [changed(before, { 't3.granted.legal': 90 }), file(last)]
    expect(found('C-2', draft, { previous: files }).map(({ message }) => message)).toEqual([
      '“2023.nianbao”在带入本稿以后改过：表三（一）予以公开·法律服务机构由 9 改为 90，请核对。',
    ])
  })

  it('says no more than three cells and how many there are', () => {
    const figures = Object.fromEntries(
      ['legal', 'business', 'research', 'nonprofit'].map((one) => [`t3.partial.${one}`, 1]),
    )
    const [finding] = found('C-2', draft, { previous: [changed(last, figures)] })
    expect(finding?.message).toMatch(/由 空白 改为 1等 4 格，请核对。$/)
    expect(finding?.earlier?.cells).toHaveLength(4)
  })

  it.each<[string, EarlierDraft[]]>([
    ['the file as it was', [file(last)]],
    ['a file of another name', [{ name: '别的.nianbao', draft: { ...last, figures: {} } }]],
    ['a cell that X-1 speaks of', [changed(last, { 't3.carriedForward.legal': 9 })]],
    ['a total entered as it was computed', [changed(last, { 't3.granted.total': 15 })]],
  ])('not %s', (_, previous) => {
    expect(found('C-2', draft, { previous })).toEqual([])
  })

  it('is kept with a reason until another cell changes', () => {
    const previous = [changed(last, { 't3.granted.legal': 15 })]
    const [finding] = found('C-2', draft, { previous })
    if (!finding) throw new Error('No finding to waive')
    const waivers = [{ finding: fingerprint(finding), reason: '上年更正过，本年不受影响' }]
    expect(found('C-2', { ...draft, waivers }, { previous })[0]?.waived?.reason).toBe(
      '上年更正过，本年不受影响',
    )
    const more = [changed(last, { 't3.granted.legal': 15, 't3.granted.business': 4 })]
    expect(found('C-2', { ...draft, waivers }, { previous: more })[0]?.waived).toBeUndefined()
  })
})

describe('X-1: 二 is last year’s 四', () => {
  const last = draftOf(2024, { 't3.carriedForward.legal': 7 })

  it('names the cell, last year’s file and its cell, and what was expected', () => {
    const draft = draftOf(2025, { 't3.broughtForward.legal': 5 })
    expect(found('X-1', draft, { previous: [file(last)] })).toEqual([
      {
        rule: 'X-1',
        severity: 'warning',
        chapter: '3',
        cells: ['t3.broughtForward.legal'],
        message: '表三·二、上年结转·法律服务机构：填 5，2024年度“2024.nianbao”的“四、结转下年度”为 7。',
        found: '5',
        expected: '7',
        earlier: { year: 2024, file: '2024.nianbao', cells: ['t3.carriedForward.legal'] },
        fixes: [{ certain: false, cells: [{ cell: 't3.broughtForward.legal', from: '5', to: '7' }] }],
      },
    ])
  })

  it.each<[string, Figures, Draft, number]>([
    ['equal', { 't3.broughtForward.legal': 7 }, last, 0],
    ['blank', {}, last, 1],
    ['refused text is T3-4’s', { 't3.broughtForward.legal': '七' }, last, 0],
    ['blank last year', { 't3.broughtForward.legal': 7 }, draftOf(2024, {}), 0],
    ['two years apart', { 't3.broughtForward.legal': 5 }, draftOf(2023, last.figures), 0],
    ['another scope', { 't3.broughtForward.legal': 5 }, { ...last, scope: 'aggregate' }, 0],
    ['a total alone', { 't3.broughtForward.total': 5 }, draftOf(2024, { 't3.carriedForward.total': 6 }), 1],
  ])('%s', (_, figures, before, count) => {
    expect(messages('X-1', draftOf(2025, figures), before)).toHaveLength(count)
  })

  it('holds across the change of format', () => {
    const before = draftOf(2020, { 't3.carriedForward.legal': 7 })
    expect(messages('X-1', draftOf(2021, { 't3.broughtForward.legal': 5 }), before)).toHaveLength(1)
  })

  it('is checked against the copy in the draft when last year’s file is gone', () => {
    const draft = carryOver(last, { year: 2025 })
    expect(found('X-1', draft)).toEqual([])
    const changed = { ...draft, figures: { 't3.broughtForward.legal': 5 } }
    expect(found('X-1', changed).map(({ message }) => message)).toEqual([
      '表三·二、上年结转·法律服务机构：填 5，2024年度报告的“四、结转下年度”为 7。',
    ])
  })

  it('a change of the earlier file is told with both files and both figures', () => {
    const draft = carryOver(last, { year: 2025 })
    const changed = { ...last, figures: { 't3.carriedForward.legal': 9 } }
    const [finding] = found('X-1', draft, { file: '2025.nianbao', previous: [file(changed)] })
    expect(finding?.message).toBe(
      '表三·二、上年结转·法律服务机构：填 7，2024年度“2024.nianbao”的“四、结转下年度”为 9。上年文件后来改过：带入“2025.nianbao”时算得 7，现在是 9。',
    )
    expect(found('X-1', draft, { previous: [file(last)] })).toEqual([])
  })

  it('carried figures are asked about when the report’s year is changed afterwards', () => {
    const draft = { ...carryOver(last, { year: 2025 }), year: 2026 }
    expect(found('X-1', draft).map(({ message, cells }) => [message, cells])).toEqual([
      ['有 1 格数字取自2024年度报告，它不是2026年度的上一年，请核对。', ['t3.broughtForward.legal']],
    ])
  })

  it('a waiver stays when the numbers change', () => {
    const draft = draftOf(2025, { 't3.broughtForward.legal': 5 })
    const [finding] = found('X-1', draft, { previous: [file(last)] })
    if (!finding) throw new Error('No finding to waive')
    const waivers = [{ finding: fingerprint(finding), reason: '上年报告有误，已更正' }]
    const [again] = found(
      'X-1',
      { ...draft, figures: { 't3.broughtForward.legal': 4 }, waivers },
      { previous: [file(last)] },
    )
    expect(again?.waived?.reason).toBe('上年报告有误，已更正')
  })
})

describe('T2-1 and T2-8: chains', () => {
  const chain = (issued: Entry, repealed: Entry, inForce: Entry) => ({
    't2.normative.issued': issued,
    't2.normative.repealed': repealed,
    't2.normative.inForce': inForce,
  })

  it('现行有效 goes on from last year’s', () => {
    const draft = draftOf(2025, chain(3, 2, 14))
    expect(messages('T2-1', draft, draftOf(2024, chain(1, 1, 12)))).toEqual([
      '表二·行政规范性文件·现行有效件数：填 14，2024年度“2024.nianbao”现行有效件数 12，加本年制发件数 3，减本年废止件数 2，应为 13。',
    ])
    expect(messages('T2-1', draftOf(2025, chain(3, 2, 13)), draftOf(2024, chain(1, 1, 12)))).toEqual([])
  })

  it.each<[string, Figures]>([
    ['nothing is filled in yet', {}],
    ['制发 is not known', { 't2.normative.repealed': 2, 't2.normative.inForce': 14 }],
    ['现行有效 is not filled in', { 't2.normative.issued': 1, 't2.normative.repealed': 2 }],
  ])('says nothing while %s', (_, figures) => {
    expect(messages('T2-1', draftOf(2025, figures), draftOf(2024, chain(1, 1, 12)))).toEqual([])
  })

  it('项目数量 and 对外公开总数量 go on in the 2019 format', () => {
    const last = draftOf(2019, {
      't2.licensing.items': 10,
      't2.licensing.change': -2,
      't2.normative.total': 50,
    })
    const draft = draftOf(2020, {
      't2.licensing.items': 10,
      't2.normative.disclosed': 4,
      't2.normative.total': 55,
    })
    expect(messages('T2-8', draft, last)).toEqual([
      '表二·行政许可·项目数量：填 10，2019年度“2019.nianbao”项目数量 10，加本年增/减 -2，应为 8。',
      '表二·规范性文件·对外公开总数量：填 55，2019年度“2019.nianbao”对外公开总数量 50，加本年新公开数量 4，应为 54。',
    ])
  })

  it('does not take 对外公开总数量 of 2020 for 现行有效 of 2021', () => {
    const last = draftOf(2020, { 't2.normative.total': 50 })
    expect(messages('T2-1', draftOf(2021, chain(3, 2, 14)), last)).toEqual([])
  })
})

describe('T2-6 and T2-7: unusual changes', () => {
  const penalties = (year: number, count: Entry, change: Partial<Draft> = {}) =>
    draftOf(year, { 't2.penalties.decisions': count }, change)

  it.each([
    [120, 12, '是上年的 10 倍'],
    [3, 30, '只有上年的 10%'],
    [6, 0, '上年没有'],
    [0, 9, '今年没有'],
  ])('%i after %i', (now, before, words) => {
    const [message] = messages('T2-6', penalties(2025, now), penalties(2024, before))
    expect(message).toBe(
      `表二·行政处罚·本年处理决定数量：填 ${now}，2024年度为 ${before}，${words}。请核对。`,
    )
  })

  it.each([
    [60, 12],
    [5, 0],
    [1, 5],
    [12, 12],
  ])('%i after %i is no matter', (now, before) => {
    expect(messages('T2-6', penalties(2025, now), penalties(2024, before))).toEqual([])
  })

  it('the office chooses the threshold', () => {
    expect(messages('T2-6', penalties(2025, 25, { unusualRatio: 2 }), penalties(2024, 12))).toHaveLength(1)
  })

  it('shows up to five years back, from files and from what the draft remembers', () => {
    const counts = [4, 5, 6, 7, 8, 9]
    const [first, ...rest] = counts.map((count, index) => penalties(2019 + index, count))
    if (!first) throw new Error('No first year')
    const carried = rest.reduce(
      (last, next) => ({ ...carryOver(last, { year: next.year }), figures: next.figures }),
      first,
    )
    const draft = { ...carryOver(carried, { year: 2025 }), figures: { 't2.penalties.decisions': 90 } }
    expect(found('T2-6', draft)[0]?.message).toContain('再往前为 8、7、6、5。')
  })

  it('suspects 元 where 万元 belongs', () => {
    const fees = (year: number, amount: string) => draftOf(year, { 't2.fees.amount': amount })
    expect(messages('T2-7', fees(2025, '125000'), fees(2024, '12.5'))).toEqual([
      '表二·行政事业性收费·本年收费金额：填 125000，2024年度为 12.5，相差约一万倍，疑似元和万元弄混。',
    ])
    expect(messages('T2-6', fees(2025, '125000'), fees(2024, '12.5'))).toEqual([])
    const bought = (year: number, amount: string) => draftOf(year, { 't2.procurement.amount': amount })
    expect(messages('T2-7', bought(2020, '973.90万元'), bought(2019, '9000000元'))).toEqual([])
  })
})

it('earlier reports that do not follow from one another are only worth knowing', () => {
  const years = [
    draftOf(2024, { 't3.broughtForward.legal': 1, 't3.carriedForward.legal': 7 }),
    draftOf(2023, { 't3.carriedForward.legal': 2 }),
  ]
  const draft = draftOf(2025, { 't3.broughtForward.legal': 7 })
  expect(found('X-1', draft, { previous: years.map((one) => file(one)) })).toMatchObject([
    {
      severity: 'info',
      cells: [],
      message:
        '往年报告之间：2024年度表三·二、上年结转·法律服务机构：填 1，2023年度“2023.nianbao”的“四、结转下年度”为 2。',
    },
  ])
})

describe('C-1: what was carried and not confirmed', () => {
  it('is counted for each table and goes cell by cell', () => {
    const draft = carryOver(
      draftOf(2024, { 't3.carriedForward.legal': 7, 't3.carriedForward.business': 1 }),
      {
        year: 2025,
      },
    )
    expect(found('C-1', draft).map(({ message, severity }) => [message, severity])).toEqual([
      ['表三有 2 格是上年带来的数，还没有确认。', 'info'],
    ])
    const { carried = {} } = draft
    const confirmed = Object.fromEntries(
      Object.entries(carried).map(([cell, figure]) => [cell, { ...figure, confirmed: true as const }]),
    )
    expect(found('C-1', { ...draft, carried: confirmed })).toEqual([])
    expect(found('C-1', { ...draft, figures: {} })).toEqual([])
  })
})

describe('X-4: text that was not made this year', () => {
  const long = '个别单位对公开工作重视不够，公开内容更新不及时，业务人员变动频繁，培训没有跟上。'
  const last = draftOf(
    2024,
    {},
    {
      prose: {
        1: proseFromText(
          '2024年，我区发布信息1152条。比上年增加12条。网站在2024年发布政策解读。\n2025年6月底前，计划完成网站改版。\n明年，力争建成统一平台。\n2025年，计划开通新媒体账号。\n根据《中华人民共和国政府信息公开条例》（国务院令第711号）第五十条编制。',
        ),
        5: proseFromText(long),
      },
    },
  )
  const stale = (slot: string, text: string, change: Partial<Draft> = {}) =>
    found('X-4', draftOf(2025, {}, { prose: { [slot]: proseFromText(text) }, ...change }), {
      previous: [file(last)],
    })

  it.each<[string, string, string, string]>([
    ['last year’s year in a sentence of this year', '1', '网站发布政策解读，2024年起逐篇配图。', ''],
    [
      'last year’s year',
      '1',
      '网站在2024年发布政策解读。',
      '第一章：从上年带来的句子里写着“2024年”，请核对年份。',
    ],
    ['last year', '1', '比上年增加12条。', '第一章：从上年带来的句子里写着“上年”，今年读起来已经是另一年。'],
    [
      'a plan that is due',
      '1',
      '2025年6月底前，计划完成网站改版。',
      '第一章：“2025年6月底前，计划完成网站改版”是上年写的计划，已经到期，请写明结果或删去。',
    ],
    [
      'a plan for what last year called the coming one',
      '1',
      '明年，力争建成统一平台。',
      '第一章：“明年，力争建成统一平台”是上年写的计划，已经到期，请写明结果或删去。',
    ],
    [
      'a plan that was put off by a year',
      '1',
      '2026年，计划开通新媒体账号。',
      '第一章：“2026年，计划开通新媒体账号”与2024年度报告的计划只差年份，请写明原计划的结果。',
    ],
    [
      'figures that did not change',
      '1',
      '2025年，我区发布信息1152条。',
      '第一章：这一句与2024年度报告只差年份，数字 1152条 没有变，请核对。',
    ],
  ])('%s', (_, slot, text, message) => {
    expect(stale(slot, text).map((finding) => finding.message)).toEqual(message === '' ? [] : [message])
  })

  it('last year’s year is told once, by whichever rule sees it', () => {
    const draft = draftOf(2025, {}, { prose: { 1: proseFromText('2024年，我区发布信息1152条。') } })
    const findings = check(draft, proposeFormat(2025), { previous: [file(last)] })
    expect(findings.filter(({ text }) => text?.quote === '2024年').map(({ rule }) => rule)).toEqual(['P-9'])
  })

  it('a paragraph word for word, where the notice asks for a new one', () => {
    const [rate, paragraph] = stale('5', long)
    expect(rate?.message).toBe('第五章的文字有 100% 与2024年度报告重复，通知要求不得年年雷同。')
    expect(paragraph).toMatchObject({
      message: '第五章“个别单位对公开工作重视不…”这一段与2024年度报告一字不差。',
      text: { slot: '5', start: 0, end: long.length, quote: long },
    })
  })

  it.each([
    ['5', '有三个单位的规范性文件没有按时清理，已逐项补齐并通报，明年起按季清理。'],
    ['1', '根据《中华人民共和国政府信息公开条例》（国务院令第711号）第五十条编制。'],
    ['1', '2025年，我区发布信息1320条。'],
    ['1', '2026年将继续改版。'],
    ['5', '根据《2024年政务公开工作要点》（国办发〔2024〕9号）和《条例》第二十条，去年的问题已整改。'],
    ['6', '本年度没有收取信息处理费。'],
  ])('nothing is stale in chapter %s: %s', (slot, text) => {
    expect(stale(slot, text)).toEqual([])
  })

  it('figures of a text that was taken over are asked about one by one until confirmed', () => {
    const draft = carryOver(last, { year: 2025 })
    const blocks = [
      {
        kind: 'paragraph' as const,
        text: [
          { kind: 'text' as const, text: '2025年，我区发布信息' },
          { kind: 'text' as const, text: '1152条', carried: true as const },
          { kind: 'text' as const, text: '。' },
        ],
      },
    ]
    const taken = { ...draft, prose: { 1: blocks }, proseChoices: { 1: 'basis' as const } }
    expect(found('C-1', taken)).toMatchObject([
      { message: '第一章有 1 个数字还是上年的，没有确认。', text: { quote: '1152条', start: 12 } },
    ])
    expect(found('X-4', taken)).toEqual([])
  })
})
