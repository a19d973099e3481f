import { describe, expect, it } from 'vitest'
import notes from '../../templates/rules.json'
import { carryOver } from '../carry-over/carry-over'
import type { Draft, Publisher, Scope } from '../draft/draft'
import { newDraft } from '../draft/new-draft'
import type { Format } from '../format/format'
import { proposeFormat } from '../format/formats'
import { proseFromText } from '../prose/from-text'
import { check } from './check'
import type { Severity } from './finding'
import { ruleNote } from './rule-note'

// Every rule of domain.md section 2 with a draft that breaks it and one that does not, and its severity there.

interface Report {
  year?: number
  scope?: Scope
  figures?: Draft['figures']
  prose?: Record<string, string>
  publisher?: Partial<Publisher>
  change?: Partial<Draft>
  /** Last year's report. */
  last?: Report
}

interface Rule {
  severity: Severity
  breaks: Report
  holds: Report
}

const column = (rows: Record<string, number>, id = 'legal') =>
  Object.fromEntries(Object.entries(rows).map(([row, value]) => [`t3.${row}.${id}`, value]))
const long = `${'全区的公开工作有序推进，发布各类文件和服务信息，群众反映良好。'.repeat(12)}`
const chain = { 't2.normative.issued': 3, 't2.normative.repealed': 1 }
const whole = '主动公开信息12条；依申请公开有序；政府信息管理规范；平台建设完善；监督保障有力。'

const rules: Record<string, Rule> = {
  'T3-1': {
    severity: 'error',
    breaks: { figures: column({ received: 5, broughtForward: 2, total: 6, carriedForward: 2 }) },
    holds: { figures: column({ received: 5, broughtForward: 2, granted: 5, total: 5, carriedForward: 2 }) },
  },
  'T3-2': {
    severity: 'error',
    breaks: { figures: column({ granted: 3, partial: 2, total: 6 }) },
    holds: { figures: column({ granted: 3, partial: 2, total: 5 }) },
  },
  'T3-3': {
    severity: 'error',
    breaks: { figures: { 't3.granted.individual': 3, 't3.granted.legal': 1, 't3.granted.total': 5 } },
    holds: { figures: { 't3.granted.individual': 3, 't3.granted.legal': 1, 't3.granted.total': 4 } },
  },
  'T3-4': {
    severity: 'error',
    breaks: { figures: { 't3.granted.legal': '约3' } },
    holds: { figures: Object.fromEntries(everyCell(proposeFormat(2025))) },
  },
  'T3-6': {
    severity: 'info',
    breaks: { figures: { 't3.declined.4.legal': 2 }, prose: { 6: '没有其他需要报告的事项。' } },
    holds: { figures: { 't3.declined.4.legal': 2 }, prose: { 6: '收取信息处理费100元。' } },
  },
  'T3-7': {
    severity: 'info',
    breaks: { figures: column({ granted: 10, 'other.3': 15 }) },
    holds: { figures: column({ granted: 24, 'other.3': 1 }) },
  },
  'T4-1': {
    severity: 'error',
    breaks: { figures: { 't4.review.upheld': 2, 't4.review.total': 3 } },
    holds: { figures: { 't4.review.upheld': 2, 't4.review.corrected': 1, 't4.review.total': 3 } },
  },
  'T4-3': {
    severity: 'info',
    breaks: { figures: { 't4.review.upheld': 1 }, last: { figures: { 't4.review.pending': 3 } } },
    holds: {
      figures: { 't4.review.upheld': 1, 't4.review.pending': 2 },
      last: { figures: { 't4.review.pending': 3 } },
    },
  },
  'T2-1': {
    severity: 'warning',
    breaks: {
      figures: { ...chain, 't2.normative.inForce': 20 },
      last: { figures: { 't2.normative.inForce': 10 } },
    },
    holds: {
      figures: { ...chain, 't2.normative.inForce': 12 },
      last: { figures: { 't2.normative.inForce': 10 } },
    },
  },
  'T2-2': {
    severity: 'info',
    breaks: {
      figures: { ...chain, 't2.normative.inForce': 21 },
      last: { figures: { 't2.normative.inForce': 10 } },
    },
    holds: {
      figures: { ...chain, 't2.normative.inForce': 40 },
      last: { figures: { 't2.normative.inForce': 10 } },
    },
  },
  'T2-3': {
    severity: 'info',
    breaks: { figures: { ...chain, 't2.normative.inForce': 1 } },
    holds: { figures: { ...chain, 't2.normative.inForce': 2 } },
  },
  'T2-4': {
    severity: 'warning',
    breaks: { figures: { 't2.regulations.issued': 1 }, publisher: { kind: 'street' } },
    holds: { figures: { 't2.regulations.issued': 0 }, publisher: { kind: 'street' } },
  },
  'T2-5': {
    severity: 'info',
    breaks: {
      figures: { 't2.penalties.decisions': 4 },
      publisher: { name: '青禾区信访局', kind: 'department' },
    },
    holds: {
      figures: { 't2.penalties.decisions': 4 },
      publisher: { name: '青禾区市场监督管理局', kind: 'department' },
    },
  },
  'T2-6': {
    severity: 'info',
    breaks: {
      figures: { 't2.penalties.decisions': 620 },
      last: { figures: { 't2.penalties.decisions': 100 } },
    },
    holds: {
      figures: { 't2.penalties.decisions': 160 },
      last: { figures: { 't2.penalties.decisions': 100 } },
    },
  },
  'T2-7': {
    severity: 'warning',
    breaks: { figures: { 't2.fees.amount': '885000' }, last: { figures: { 't2.fees.amount': '88.5' } } },
    holds: { figures: { 't2.fees.amount': '91' }, last: { figures: { 't2.fees.amount': '88.5' } } },
  },
  'T2-8': {
    severity: 'warning',
    breaks: {
      year: 2020,
      figures: { 't2.licensing.items': 90 },
      last: { figures: { 't2.licensing.items': 80, 't2.licensing.change': 2 } },
    },
    holds: {
      year: 2020,
      figures: { 't2.licensing.items': 82 },
      last: { figures: { 't2.licensing.items': 80, 't2.licensing.change': 2 } },
    },
  },
  'X-1': {
    severity: 'warning',
    breaks: { figures: column({ broughtForward: 5 }), last: { figures: column({ carriedForward: 7 }) } },
    holds: { figures: column({ broughtForward: 7 }), last: { figures: column({ carriedForward: 7 }) } },
  },
  'X-3': {
    severity: 'warning',
    breaks: { scope: 'organ', prose: { 1: '本报告汇总了各部门、乡镇的数据。' } },
    holds: { scope: 'aggregate', prose: { 1: '本报告汇总了各部门、乡镇的数据。' } },
  },
  'X-4': {
    severity: 'warning',
    breaks: { prose: { 5: long }, last: { prose: { 5: long } } },
    holds: {
      prose: { 5: '社区一级的信息还没有纳入公开范围，已经编制目录并逐项落实。' },
      last: { prose: { 5: long } },
    },
  },
  'P-1': {
    severity: 'warning',
    breaks: { figures: column({ received: 12 }), prose: { 1: '全区新收政府信息公开申请13件。' } },
    holds: { figures: column({ received: 12 }), prose: { 1: '全区新收政府信息公开申请12件。' } },
  },
  'P-2': {
    severity: 'warning',
    breaks: { figures: column({ granted: 9 }), prose: { 1: '全区办结政府信息公开申请8件。' } },
    holds: { figures: column({ granted: 9 }), prose: { 1: '全区办结政府信息公开申请9件。' } },
  },
  'P-3': {
    severity: 'warning',
    breaks: {
      figures: column({ carriedForward: 2 }),
      prose: { 1: '政府信息公开申请结转下年度继续办理3件。' },
    },
    holds: {
      figures: column({ carriedForward: 2 }),
      prose: { 1: '政府信息公开申请结转下年度继续办理2件。' },
    },
  },
  'P-4': {
    severity: 'warning',
    breaks: { figures: column({ granted: 7 }), prose: { 1: '政府信息公开申请中，予以公开6件。' } },
    holds: { figures: column({ granted: 7 }), prose: { 1: '政府信息公开申请中，予以公开7件。' } },
  },
  'P-5': {
    severity: 'warning',
    breaks: { figures: { 't4.review.upheld': 3 }, prose: { 1: '因政府信息公开被申请行政复议4件。' } },
    holds: { figures: { 't4.review.upheld': 3 }, prose: { 1: '因政府信息公开被申请行政复议3件。' } },
  },
  'P-6': {
    severity: 'warning',
    breaks: { figures: { 't2.penalties.decisions': 102 }, prose: { 1: '全年作出行政处罚120件。' } },
    holds: { figures: { 't2.penalties.decisions': 102 }, prose: { 1: '全年作出行政处罚102件。' } },
  },
  'P-7': {
    severity: 'warning',
    breaks: {
      figures: column({ received: 20, granted: 20 }),
      prose: { 1: '全区新收政府信息公开申请20件，比上年的10件增长50%。' },
    },
    holds: {
      figures: column({ received: 20, granted: 20 }),
      prose: { 1: '全区新收政府信息公开申请20件，比上年的10件增长100%。' },
    },
  },
  'P-8': {
    severity: 'warning',
    breaks: { prose: { 1: '全区新收政府信息公开申请10件，其中当面申请6件、网络申请7件。' } },
    holds: { prose: { 1: '全区新收政府信息公开申请13件，其中当面申请6件、网络申请7件。' } },
  },
  'P-9': {
    severity: 'warning',
    breaks: { prose: { '2.before': '统计期限为2024年1月1日至12月31日。' } },
    holds: { prose: { '2.before': '统计期限为2025年1月1日至12月31日。' } },
  },
  'P-10': {
    severity: 'warning',
    breaks: { prose: { 6: '无' } },
    holds: { prose: { 6: '没有收取信息处理费。' } },
  },
  'P-11': {
    severity: 'warning',
    breaks: { prose: { 5: '无' } },
    holds: { prose: { 5: '社区一级的信息还没有纳入公开范围，已经编制目录。' } },
  },
  'P-12': {
    severity: 'warning',
    breaks: { prose: { 1: '公'.repeat(1001) } },
    holds: { prose: { 1: '公'.repeat(1000) } },
  },
  'P-13': {
    severity: 'warning',
    breaks: { prose: { 1: '主动公开信息12条。' } },
    holds: { prose: { 1: whole } },
  },
  'P-14': {
    severity: 'warning',
    breaks: { prose: { 1: whole } },
    holds: { prose: { 1: `${whole}开展工作考核和社会评议，没有需要责任追究的情形。` } },
  },
  'P-15': {
    severity: 'warning',
    breaks: { prose: { 1: '依据国办公开办函〔2019〕60号编制。' } },
    holds: { prose: { 1: '依据国办公开办函〔2021〕30号编制。' } },
  },
  'C-1': {
    severity: 'info',
    breaks: { change: carriedFrom({ figures: column({ carriedForward: 7 }) }) },
    holds: { figures: column({ broughtForward: 7 }) },
  },
  'N-1': {
    severity: 'warning',
    breaks: { prose: { 5: '一是编制目录。三是逐项公开。' } },
    holds: { prose: { 5: '一是编制目录。二是逐项公开。' } },
  },
  'N-2': {
    severity: 'warning',
    breaks: { prose: { 5: '编制目录。\n（二）逐项公开。\n（四）加强培训。' } },
    holds: { prose: { 5: '（一）编制目录。\n（二）逐项公开。' } },
  },
  'N-3': {
    severity: 'warning',
    breaks: { prose: { 6: '根据国办函[2020]109号，没有收取信息处理费。' } },
    holds: { prose: { 6: '根据国办函〔2020〕109号，没有收取信息处理费。' } },
  },
  'N-4': {
    severity: 'info',
    breaks: { prose: { 5: '公开不够及时,目录不全。' } },
    holds: { prose: { 5: '公开不够及时，目录不全，网址www.example.gov.cn。' } },
  },
  'N-5': {
    severity: 'info',
    breaks: { change: { chapterTitles: { 1: { kind: 'own', text: '总体概况' } } } },
    holds: { change: { chapterTitles: { 1: { kind: 'own', text: '总体情况' } } } },
  },
  'B-1': { severity: 'warning', breaks: { publisher: { name: '' } }, holds: {} },
  'B-2': {
    severity: 'warning',
    breaks: { publisher: { postcode: '15510' } },
    holds: { publisher: { postcode: '155100' } },
  },
  'B-3': {
    severity: 'warning',
    breaks: { publisher: { phone: '4222' } },
    holds: { publisher: { phone: '0469-4222000' } },
  },
  'B-4': {
    severity: 'warning',
    breaks: { publisher: { email: 'a@b' } },
    holds: { publisher: { email: 'xxgk@example.gov.cn' } },
  },
  'B-5': {
    severity: 'warning',
    breaks: { publisher: { website: { url: 'www' } } },
    holds: { publisher: { website: { url: 'www.example.gov.cn' } } },
  },
}

function everyCell({ tables }: Format): [string, string][] {
  return tables.flatMap(({ id, rows, columns }) =>
    rows.flatMap((row) => columns.map((one): [string, string] => [`${id}.${row.id}.${one.id}`, '0'])),
  )
}

function draftOf({ year = 2025, scope, figures = {}, prose = {}, publisher, change }: Report): Draft {
  const blank = newDraft({
    format: proposeFormat(year),
    year,
    scope: scope ?? 'aggregate',
    publisher: { name: '青禾区人民政府', kind: 'government', ...publisher },
  })
  const blocks = Object.entries(prose).map(([slot, text]) => [slot, proseFromText(text)])
  return { ...blank, figures, prose: Object.fromEntries(blocks), ...change }
}

function carriedFrom(last: Report): Draft {
  return carryOver(draftOf({ year: 2024, ...last }), { year: 2025 })
}

function found(rule: string, report: Report) {
  const draft = draftOf(report)
  const { last } = report
  const year = draft.year - 1
  const previous = last ? [{ name: `${year}.nianbao`, draft: draftOf({ year, ...last }) }] : []
  return check(draft, proposeFormat(draft.year), { previous }).filter((finding) => finding.rule === rule)
}

describe.each(Object.entries(rules))('%s', (rule, { severity, breaks, holds }) => {
  it('is found where it is broken, with its severity and its words', () => {
    const findings = found(rule, breaks)
    expect(findings.map((finding) => finding.severity)).toContain(severity)
    for (const { message, cells, field, text, chapter } of findings) {
      expect(message).toMatch(/^[^\n!！]+。$/u)
      expect([cells.length > 0, field !== undefined, text !== undefined, chapter !== '']).toContain(true)
    }
  })

  it('is not found where it holds', () => {
    expect(found(rule, holds)).toEqual([])
  })

  it('is explained in plain words', () => {
    expect(ruleNote(rule)?.explanation).toBeTruthy()
  })
})

it('nothing but the rules of domain.md that say so is ever an error', () => {
  const errors = Object.keys(rules).filter((rule) =>
    found(rule, rules[rule]?.breaks ?? {}).some(({ severity }) => severity === 'error'),
  )
  expect(errors).toEqual(['T3-1', 'T3-2', 'T3-3', 'T3-4', 'T4-1'])
})

it('every rule that is explained has its case here', () => {
  // Of files beside the draft (check-continuity.test.ts) and of linked figures (check-linked.test.ts).
  const elsewhere = ['C-2', 'L-1']
  expect(Object.keys(notes).filter((rule) => !elsewhere.includes(rule) && !(rule in rules))).toEqual([])
})
