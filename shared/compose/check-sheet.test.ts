import { assert, property } from 'fast-check'
import { describe, expect, it } from 'vitest'
import { check } from '../check/check'
import { fingerprint } from '../check/fingerprint'
import { rulesOf } from '../check/rules-of'
import type { Draft } from '../draft/draft'
import { arbitraryDraft } from '../draft/draft-arbitrary'
import { newDraft } from '../draft/new-draft'
import madeUp from '../format/fixtures/2099.json'
import type { Format } from '../format/format'
import { formats, proposeFormat } from '../format/formats'
import { composeCheckSheet } from './check-sheet'
import type { Document } from './document'

const format = proposeFormat(2025)
const hash = 'a'.repeat(64)

function draftWith(change: Partial<Draft>): Draft {
  const publisher = { name: '青禾区人民政府办公室', kind: 'government' as const }
  return { ...newDraft({ format, year: 2025, scope: 'aggregate', publisher }), ...change }
}

const sheetOf = (draft: Draft) => composeCheckSheet(draft, format, check(draft, format), hash)

/** The rows of all tables as text, cells joined by |. */
function rowsOf({ blocks }: Document): string[] {
  return blocks.flatMap((block) =>
    block.kind === 'table'
      ? block.table.rows.map((row) => row.map(({ runs }) => runs.map(({ text }) => text).join('')).join('|'))
      : [],
  )
}

describe('the check sheet', () => {
  const figures = {
    't3.received.individual': 50,
    't3.broughtForward.individual': 7,
    't3.granted.individual': 60,
    't3.granted.total': 65,
    't4.review.upheld': 'x',
  }
  const draft = draftWith({ figures })

  it('shows both sides of every sum and whether they agree', () => {
    const rows = rowsOf(sheetOf(draft))
    expect(rows).toContain('自然人|第一项加第二项：57|第三项加第四项：60|不符')
    expect(rows).toContain('一、本年新收|总计：50|六类申请人合计：50|相符')
    expect(rows).toContain('（一）予以公开|总计：65|六类申请人合计：60|不符')
    expect(rows).toContain('商业企业|第一项加第二项：—|第三项加第四项：—|没有填')
    expect(rows).toContain('行政复议|总计：—|四类结果合计：—|不能计算')
  })

  it('has a row for every line of every rule', () => {
    const results = rowsOf(sheetOf(draft)).filter((row) => /\|(?:相符|不符|没有填|不能计算)/u.test(row))
    expect(results).toHaveLength(7 + 7 + 25 + 3)
    expect(rowsOf(sheetOf(draft))[0]).toContain(`共核对 ${results.length} 项`)
  })

  it('says which draft it speaks of', () => {
    expect(rowsOf(sheetOf(draft))).toContain(`草稿内容校验值（SHA-256）|${hash}`)
  })

  it('lists what is kept with its reason', () => {
    const finding = check(draft, format).find(({ message }) => message.startsWith('表三（一）予以公开·总计'))
    if (!finding) throw new Error('Nothing to keep')
    const waivers = [{ finding: fingerprint(finding), reason: '以登记簿为准' }]
    const rows = rowsOf(sheetOf({ ...draft, waivers }))
    expect(rows).toContain('（一）予以公开|总计：65|六类申请人合计：60|不符，已保留')
    expect(rows.find((row) => row.endsWith('|以登记簿为准'))).toContain(
      '第三章|表三（一）予以公开·总计：填 65',
    )
  })

  it('names every rule with its basis and its result', () => {
    const rows = rowsOf(sheetOf(draft))
    const sums = new Set(format.rules.map(({ id }) => id))
    for (const rule of rulesOf(format).filter((id) => !sums.has(id)))
      expect(
        rows.some((row) => row.startsWith(`${rule} `) && /\|(?:没有发现|没有上年的报告|\d+ 处)$/u.test(row)),
      ).toBe(true)
    expect(rows).toContain('N-1 一是、二是、三是|公文写作的一般要求|没有发现')
    expect(rows.find((row) => row.startsWith('X-1 '))).toMatch(/\|没有上年的报告$/u)
  })

  it('holds the figures that follow from last year’s beside what follows, also those that agree', () => {
    const last = draftWith({
      year: 2024,
      figures: { 't3.carriedForward.individual': 7, 't3.carriedForward.legal': 3 },
    })
    const figures = { 't3.broughtForward.individual': 7, 't3.broughtForward.legal': 2 }
    const now = draftWith({ figures })
    const context = { previous: [{ name: '去年.nianbao', draft: last }] }
    const findings = check(now, format, context)
    const [kept] = findings.filter(({ rule }) => rule === 'X-1')
    if (!kept) throw new Error('Nothing to keep')
    const waived = { ...now, waivers: [{ finding: fingerprint(kept), reason: '上年漏报一件' }] }
    const rows = rowsOf(composeCheckSheet(waived, format, check(waived, format, context), hash, context))
    expect(rows).toContain('X-1 上年结转等于上年的结转下年度|表三·二、上年结转·自然人|7|7|相符')
    expect(rows).toContain('X-1 上年结转等于上年的结转下年度|表三·二、上年结转·法律服务机构|2|3|不符，已保留')
    expect(rows.find((row) => row.endsWith('|上年漏报一件'))).toContain('为 3')
  })

  it('lists the other findings by place', () => {
    const rows = rowsOf(sheetOf(draft))
    expect(rows).toContain('P-13 总体情况的五个方面|第一章|第一章“总体情况”没有文字。|请核对')
    expect(rows.some((row) => row.startsWith('T3-4 每格都要填整数|第四章|'))).toBe(true)
  })
})

it.each([...formats, madeUp as Format])('every draft of format $id has a sheet with whole tables', (each) => {
  assert(
    property(arbitraryDraft(each), (draft) => {
      for (const block of composeCheckSheet(draft, each, check(draft, each), hash).blocks)
        if (block.kind === 'table')
          for (const row of block.table.rows)
            expect(row.reduce((sum, { colSpan }) => sum + colSpan, 0)).toBe(block.table.widths.length)
    }),
    { numRuns: 20 },
  )
})
