import { assert, constantFrom, dictionary, integer, oneof, property } from 'fast-check'
import { describe, expect, it } from 'vitest'
import sample from '../../../templates/samples/qinghe-2025.nianbao?raw'
import type { Entry } from '../../draft/draft'
import { computeFigures, isTotal } from '../../draft/figures'
import { newDraft } from '../../draft/new-draft'
import { parseDraft } from '../../draft/parse-draft'
import { cellsOf } from '../../format/cells'
import { proposeFormat } from '../../format/formats'
import { check } from '../check'
import type { Finding, Fix } from '../finding'
import { fixWords } from './fix-words'

const format = proposeFormat(2025)
type Figures = Record<string, Entry>

/** Every cell of a made-up report typed, totals too; the leaves of Table 3 differ and none is 0. */
const base = withTotals(leavesOfSample())

function leavesOfSample(): Figures {
  const draft = parseDraft(sample, 'qinghe-2025.nianbao')
  if (!draft.ok) throw new Error('The sample does not open')
  const { figures } = draft.value
  return Object.fromEntries(Object.entries(figures).filter(([cell]) => !isTotal(format, cell)))
}

function withTotals(leaves: Figures): Figures {
  const values = [...computeFigures(format, leaves)]
  return Object.fromEntries(
    values.flatMap(([cell, value]) => ('text' in value ? [[cell, readBack(value.text)]] : [])),
  )
}

function readBack(text: string): Entry {
  return /^\d+$/.test(text) ? Number(text) : text
}

/** The report with these leaves, consistent again by what was received. */
function reportWith(leaves: Figures): Figures {
  const changed = withTotals({ ...leavesOf(base), ...leaves })
  const columns = ['individual', 'business', 'research', 'nonprofit', 'legal', 'otherOrg']
  const received = columns.map((column) => {
    const of = (row: string) => Number(changed[`t3.${row}.${column}`])
    return [`t3.received.${column}`, of('total') + of('carriedForward') - of('broughtForward')]
  })
  return withTotals({ ...leavesOf(changed), ...Object.fromEntries(received) })
}

function leavesOf(figures: Figures): Figures {
  return Object.fromEntries(Object.entries(figures).filter(([cell]) => !isTotal(format, cell)))
}

function sumFindings(figures: Figures): Finding[] {
  const rules = new Set(format.rules.map(({ id }) => id))
  const draft = { ...newDraft({ format, year: 2025, scope: 'organ' }), figures }
  return check(draft, format).filter(({ rule }) => rules.has(rule))
}

function fixesOf(figures: Figures): Fix[] {
  return sumFindings(figures).flatMap(({ fixes = [] }) => fixes)
}

function applied(figures: Figures, fix: Fix): Figures {
  return { ...figures, ...Object.fromEntries(fix.cells.map(({ cell, to }) => [cell, Number(to)])) }
}

it('the report these examples start from has no broken sum', () => {
  expect(Object.keys(base)).toHaveLength(200)
  expect(sumFindings(base)).toEqual([])
})

describe('one wrong cell of a fully typed Table 3 is certain', () => {
  const declined = 't3.declined.2.business'
  const report = reportWith({ [declined]: 21, 't3.granted.legal': 125, 't3.partial.research': 120 })

  it.each([
    ['digits swapped', declined, 12, '表三（五）2.重复申请·商业企业：12，应为 21，疑似数位颠倒'],
    [
      'a digit left out',
      't3.granted.legal',
      15,
      '表三（一）予以公开·法律服务机构：15，应为 125，疑似漏打一位',
    ],
    [
      'a digit typed twice',
      't3.granted.legal',
      1225,
      '表三（一）予以公开·法律服务机构：1225，应为 125，疑似数字重复',
    ],
    [
      'a nought left out',
      't3.partial.research',
      12,
      '表三（二）部分公开·科研机构：12，应为 120，疑似相差十倍',
    ],
    [
      'one too many, no slip to be seen',
      declined,
      29,
      '表三（五）2.重复申请·商业企业：29，应为 21，疑似打错一位',
    ],
    ['left blank', declined, '', '表三（五）2.重复申请·商业企业：空白，应为 21，疑似漏填'],
  ])('%s', (_fact, cell, typed, words) => {
    const findings = sumFindings({ ...report, [cell]: typed })
    expect(findings.length).toBeGreaterThan(0)
    for (const { fixes = [], suspicion } of findings) {
      expect(fixes).toEqual([
        { certain: true, cells: [{ cell, from: String(typed), to: String(report[cell]) }] },
      ])
      expect(fixes.map((fix) => fixWords(format, fix))).toEqual([words])
      expect(suspicion).toBe(`${words}。`)
    }
  })

  it('a total typed over, in each of the sums it is in', () => {
    const cell = 't3.total.legal'
    const findings = sumFindings({ ...report, [cell]: 7 })
    expect(findings.map(({ rule }) => rule)).toEqual(['T3-1', 'T3-2', 'T3-3'])
    for (const { fixes } of findings)
      expect(fixes).toEqual([{ certain: true, cells: [{ cell, from: '7', to: String(report[cell]) }] }])
    expect(findings[0]?.suspicion).toMatch(/^表三（七）总计·法律服务机构：7，应为 \d+，疑似总计填错。$/)
  })
})

describe('two wrong cells', () => {
  it('far apart are two certain repairs, each at its own sums', () => {
    const [one, other] = ['t3.granted.legal', 't3.refused.4.individual']
    const figures = { ...base, [one]: Number(base[one]) + 1, [other]: Number(base[other]) + 9 }
    const repairs = fixesOf(figures)
    expect(repairs.every(({ certain }) => certain)).toBe(true)
    expect(new Set(repairs.map(({ cells }) => cells.map(({ cell }) => cell).join()))).toEqual(
      new Set([one, other]),
    )
  })

  it('off by the same number might be two others: nothing is certain, all four cells are named', () => {
    const figures = { ...base }
    for (const cell of ['t3.granted.legal', 't3.refused.4.individual']) figures[cell] = Number(base[cell]) + 9
    const repairs = fixesOf(figures)
    expect(repairs.some(({ certain }) => certain)).toBe(false)
    expect(new Set(repairs.flatMap(({ cells }) => cells.map(({ cell }) => cell)))).toEqual(
      new Set(['t3.granted.legal', 't3.granted.individual', 't3.refused.4.legal', 't3.refused.4.individual']),
    )
  })
})

describe('a value one column off', () => {
  const [place, next] = ['t3.declined.2.business', 't3.declined.2.research']

  it('onto a nought: every row might be it, the one with the gap comes first', () => {
    const report = reportWith({ [place]: 21, [next]: 0 })
    const [finding] = sumFindings({ ...report, [place]: '', [next]: 21 })
    expect(finding?.fixes?.[0]).toEqual({
      certain: false,
      cells: [
        { cell: place, from: '', to: '21' },
        { cell: next, from: '21', to: '0' },
      ],
    })
    expect(finding?.fixes?.length).toBeGreaterThan(1)
    expect(finding?.suspicion).toMatch(
      /^可能是表三（五）2.重复申请·商业企业：空白，应为 21；表三（五）2.重复申请·科研机构：21，应为 0，疑似错列。另有 \d+ 种可能，仅凭算术分不清，请核对。$/,
    )
  })

  it('over a number: the row total says which row', () => {
    const report = reportWith({ [place]: 21, [next]: 4 })
    expect(fixesOf({ ...report, [place]: 0, [next]: 21 })[0]).toMatchObject({
      certain: true,
      cells: [{ to: '21' }, { to: '4' }],
    })
  })

  it('a whole row pasted one column off is put right at once, as a possibility', () => {
    const columns = ['individual', 'business', 'research', 'nonprofit', 'legal', 'otherOrg']
    const cells = columns.map((column) => `t3.granted.${column}`)
    const shifted = Object.fromEntries(cells.map((cell, at) => [cell, base[cells[at - 1] ?? ''] ?? 0]))
    const [first] = sumFindings({ ...base, ...shifted })[0]?.fixes ?? []
    expect(first?.certain).toBe(false)
    expect(first?.cells.map(({ cell, to }) => [cell, Number(to)])).toEqual(
      cells.map((cell) => [cell, base[cell]]),
    )
  })
})

describe('where arithmetic cannot tell', () => {
  it('a sum of Table 4: each part and the total, the likely slip first', () => {
    const report = withTotals({
      ...leavesOf(base),
      't4.direct.upheld': 21,
      't4.direct.corrected': 3,
      't4.direct.other': 0,
      't4.direct.pending': 5,
    })
    const [finding] = sumFindings({ ...report, 't4.direct.upheld': 12 })
    expect(finding?.fixes?.map(({ certain, cells }) => [certain, cells[0]?.cell, cells[0]?.to])).toEqual([
      [false, 't4.direct.upheld', '21'],
      [false, 't4.direct.total', '20'],
      [false, 't4.direct.corrected', '12'],
      [false, 't4.direct.pending', '14'],
      [false, 't4.direct.other', '9'],
    ])
    expect(finding?.suspicion).toMatch(/疑似数位颠倒。另有 4 种可能，仅凭算术分不清，请核对。$/)
  })

  it('a wrong leaf under computed totals: each cell of its column', () => {
    const leaves = leavesOf(base)
    const cell = 't3.granted.legal'
    const figures = { ...leaves, [cell]: Number(leaves[cell]) + 9 }
    for (const { fixes = [] } of sumFindings(figures)) {
      expect(fixes.some(({ certain }) => certain)).toBe(false)
      expect(fixes.map(({ cells }) => cells[0])).toContainEqual({
        cell,
        from: String(figures[cell]),
        to: String(leaves[cell]),
      })
      expect(new Set(fixes.map(({ cells }) => cells[0]?.cell.split('.').at(-1)))).toEqual(new Set(['legal']))
    }
  })

  it.each([
    ['text that no cell accepts', { 't3.partial.legal': '约5' }],
    ['two blanks', { 't3.partial.legal': '', 't3.refused.1.individual': '-' }],
    ['a total that was not typed', { 't3.partial.total': '' }],
  ])('%s in the table: nothing is certain', (_fact, entries) => {
    const figures = { ...base, ...entries, 't3.granted.legal': Number(base['t3.granted.legal']) + 9 }
    expect(sumFindings(figures).length).toBeGreaterThan(0)
    expect(fixesOf(figures).filter(({ certain }) => certain)).toEqual([])
  })
})

describe('a repair', () => {
  const summed = cellsOf(format).filter(({ table }) => table.id !== 't2')
  const cells = summed.map(({ cell }) => cell)
  const key = ({ rule, cells: places }: Finding) => `${rule} ${places.join()}`
  const entry = oneof(integer({ min: 0, max: 300 }), constantFrom<Entry>('', '-', 'x'))

  it.each([
    ['of a fully typed report', base],
    ['of a report without totals', leavesOf(base)],
    ['of an empty report', {}],
  ])(
    '%s rights the sum it is offered for and breaks none that held',
    (_fact, start) => {
      assert(
        property(
          dictionary(constantFrom(...cells), entry, { maxKeys: 6, noNullPrototype: true }),
          (typed) => {
            const figures: Figures = { ...start, ...typed }
            const before = sumFindings(figures)
            const broken = new Set(before.map(key))
            for (const finding of before) {
              // The likeliest and the least likely: between them are more of the same.
              for (const fix of [...(finding.fixes ?? []).slice(0, 4), ...(finding.fixes ?? []).slice(-2)]) {
                const after = sumFindings(applied(figures, fix)).map(key)
                expect(after).not.toContain(key(finding))
                expect(after.filter((sum) => !broken.has(sum))).toEqual([])
              }
            }
          },
        ),
        { numRuns: 40 },
      )
    },
    30_000,
  )

  it('of tables of blanks and scattered numbers is never certain', () => {
    assert(
      property(dictionary(constantFrom(...cells), entry, { maxKeys: 60 }), (figures) => {
        expect(fixesOf(figures).filter(({ certain }) => certain)).toEqual([])
      }),
    )
  })
})
