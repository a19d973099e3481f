import { describe, expect, it } from 'vitest'
import baoshan2020 from '../../templates/samples/baoshan-2020.nianbao?raw'
import qinghe2025 from '../../templates/samples/qinghe-2025.nianbao?raw'
import qixing2021 from '../../templates/samples/qixing-2021.nianbao?raw'
import list from '../../templates/samples/samples.json'
import sifangtai2020 from '../../templates/samples/sifangtai-2020.nianbao?raw'
import yunxi2020 from '../../templates/samples/yunxi-2020.nianbao?raw'
import { check } from '../check/check'
import { cellsOf } from '../format/cells'
import type { Format } from '../format/format'
import { formatById } from '../format/formats'
import { proseSlots } from '../format/slots'
import { printedProseOf } from '../linked/printed-prose'
import { readerLength, slotText } from '../prose/plain-text'
import type { Block, Draft, Entry } from './draft'
import { computeFigures, isTotal } from './figures'
import { parseDraft } from './parse-draft'
import { writeDraft } from './write-draft'

const files: Record<string, string> = {
  'qinghe-2025.nianbao': qinghe2025,
  'yunxi-2020.nianbao': yunxi2020,
  'sifangtai-2020.nianbao': sifangtai2020,
  'baoshan-2020.nianbao': baoshan2020,
  'qixing-2021.nianbao': qixing2021,
}

describe('the list of samples', () => {
  it('names every file once, in the order the home screen shows', () => {
    expect(list.map(({ file }) => file)).toEqual(Object.keys(files))
    expect(list.map(({ id }) => `${id}.nianbao`)).toEqual(Object.keys(files))
  })
})

describe.each(Object.keys(files))('sample %s', (file) => {
  it('is a draft, stored exactly as the app would write it', () => {
    expect(writeDraft(sample(file))).toBe(files[file])
  })

  it('has no error, and contact details that are right', () => {
    const draft = sample(file)
    const findings = check(draft, formatOf(draft))
    const faults = findings.filter(({ severity, chapter }) => severity === 'error' || chapter === 'basics')
    expect(faults).toEqual([])
  })

  it('shows each of its images', () => {
    const draft = sample(file)
    const shown = blocksOf(draft).flatMap((block) => (block.kind === 'image' ? [block.image] : []))
    expect(shown.sort()).toEqual(Object.keys(draft.images).sort())
  })
})

describe.each(['qinghe-2025.nianbao', 'yunxi-2020.nianbao'])('made-up sample %s', (file) => {
  const draft = sample(file)
  const format = formatOf(draft)
  const leaves = cellsOf(format).filter(({ cell }) => !isTotal(format, cell))

  it('enters every leaf cell and leaves every total to be computed', () => {
    expect(Object.keys(draft.figures).sort()).toEqual(leaves.map(({ cell }) => cell).sort())
    const blank = [...computeFigures(format, draft.figures)].filter(([, { kind }]) => kind === 'blank')
    expect(blank).toEqual([])
  })

  it('has no zero and no figure twice, so that no two cells can be mistaken for each other', () => {
    const sizes = leaves.map(({ cell }) => Math.abs(Number.parseFloat(String(draft.figures[cell]))))
    expect(sizes.filter((size) => !(size > 0))).toEqual([])
    expect(new Set(sizes).size).toBe(sizes.length)
  })

  it('has every kind of block, headings of all levels and bold text', () => {
    const blocks = blocksOf(draft)
    expect(new Set(blocks.map(({ kind }) => kind))).toEqual(
      new Set(['heading', 'runInHeading', 'numbered', 'paragraph', 'list', 'image', 'table']),
    )
    const levels = blocks.flatMap((block) => (block.kind === 'heading' ? [block.level] : []))
    expect(new Set(levels)).toEqual(new Set([1, 2, 3]))
    expect(JSON.stringify(blocks)).toContain('"bold":true')
  })

  it('has text in every place there is for it', () => {
    expect(proseSlots(format).filter(({ slot }) => lengthOf(draft, slot) < 30)).toEqual([])
  })
})

describe('the length of chapter 一', () => {
  it('keeps the 1,000 characters of the 2021 format, nearly all used', () => {
    expect(lengthOf(sample('qinghe-2025.nianbao'), '1')).toBeGreaterThan(900)
    expect(lengthOf(sample('qinghe-2025.nianbao'), '1')).toBeLessThanOrEqual(1000)
  })

  it('is long where the 2019 format sets no limit', () => {
    expect(lengthOf(sample('yunxi-2020.nianbao'), '1')).toBeGreaterThan(3000)
  })
})

describe('the prose of the made-up samples says what the tables say', () => {
  it.each([
    ['qinghe-2025', '1', '新收政府信息公开申请{t3.received.total}件，办结{t3.total.total}件'],
    ['qinghe-2025', '1', '上年结转{t3.broughtForward.total}件'],
    ['qinghe-2025', '1', '结转下年度{t3.carriedForward.total}件'],
    ['qinghe-2025', '1', '予以公开{t3.granted.total}件，部分公开{t3.partial.total}件'],
    [
      'qinghe-2025',
      '1',
      '制发行政规范性文件{t2.normative.issued}件、废止{t2.normative.repealed}件，年末现行有效{t2.normative.inForce}件',
    ],
    [
      'qinghe-2025',
      '2.after',
      '行政许可决定{t2.licensing.decisions}件、行政处罚决定{t2.penalties.decisions}件、行政强制决定{t2.coercion.decisions}件，行政事业性收费{t2.fees.amount}万元',
    ],
    ['qinghe-2025', '3.before', '其中自然人申请{t3.received.individual}件'],
    ['qinghe-2025', '3.after', '保护第三方合法权益，共{t3.refused.4.total}件'],
    ['qinghe-2025', '4.before', '行政复议{t4.review.total}件'],
    ['qinghe-2025', '4.before', '未经复议直接起诉{t4.direct.total}件，复议后起诉{t4.afterReview.total}件'],
    ['qinghe-2025', '6', '其余{t3.other.2.total}件申请人逾期未缴纳费用'],
    [
      'yunxi-2020',
      '1',
      '新制作规章{t2.regulations.made}件、规范性文件{t2.normative.made}件，新收政府信息公开申请{t3.received.total}件，办结{t3.total.total}件',
    ],
    [
      'yunxi-2020',
      '1',
      '新公开规章{t2.regulations.disclosed}件、规范性文件{t2.normative.disclosed}件，年末对外公开的规章共{t2.regulations.total}件、规范性文件共{t2.normative.total}件',
    ],
    ['yunxi-2020', '1', '政府集中采购项目{t2.procurement.items}个，采购总金额{t2.procurement.amount}'],
    ['yunxi-2020', '1', '其他对外管理服务事项比上一年增加{t2.services.change}项'],
    ['yunxi-2020', '3.before', '其中自然人申请{t3.received.individual}件'],
    [
      'yunxi-2020',
      '3.after',
      '保护第三方合法权益{t3.refused.4.total}件，属于三类内部事务信息{t3.refused.5.total}件，属于四类过程性信息{t3.refused.6.total}件',
    ],
    ['yunxi-2020', '3.after', '其他处理{t3.other.total}件'],
    ['yunxi-2020', '4.before', '行政复议{t4.review.total}件'],
    ['yunxi-2020', '4.after', '未经复议直接起诉{t4.direct.total}件，复议后起诉{t4.afterReview.total}件'],
  ])('%s, %s: %s', (id, slot, wording) => {
    const draft = sample(`${id}.nianbao`)
    const values = computeFigures(formatOf(draft), draft.figures)
    const text = wording.replace(/\{([^}]+)\}/g, (_braces, cell: string) => {
      const value = values.get(cell)
      return value && 'text' in value ? value.text.replace('+', '') : `no ${cell}`
    })
    expect(slotText(printedProseOf(draft)[slot] ?? [], draft.numbering)).toContain(text)
  })
})

describe('the published figures of the three reference reports', () => {
  it.each<[string, string, Record<string, Entry>]>([
    [
      'sifangtai-2020.nianbao',
      '双鸭山市四方台区人民政府办公室',
      {
        't2.normative.made': 2,
        't2.normative.disclosed': 2,
        't2.normative.total': 2,
        't2.licensing.items': 59,
        't2.licensing.change': 537,
        't2.licensing.decisions': 595,
        't2.penalties.items': 3,
        't2.penalties.change': 3,
        't2.penalties.decisions': 3,
        't2.procurement.items': 152,
        't2.procurement.amount': '973.90万元',
      },
    ],
    [
      'baoshan-2020.nianbao',
      '宝山区人民政府办公室',
      {
        't2.licensing.items': 157,
        't2.licensing.change': 62,
        't2.licensing.decisions': 219,
        't2.services.items': 128,
        't2.services.change': 118,
        't2.services.decisions': 246,
        't2.penalties.items': 3,
        't2.penalties.change': 1,
        't2.penalties.decisions': 4,
        't2.fees.items': 5,
        't2.fees.change': -1,
        't2.procurement.items': 99,
        't2.procurement.amount': '13974585.06元',
      },
    ],
    ['qixing-2021.nianbao', '宝山区七星街道办事处', {}],
  ])('%s: as published, every other cell 0', (file, name, published) => {
    const { figures, publisher } = sample(file)
    expect(publisher.name).toBe(name)
    expect(Object.fromEntries(Object.entries(figures).filter(([, entry]) => Number(entry) !== 0))).toEqual(
      published,
    )
  })

  it.each(['sifangtai-2020.nianbao', 'baoshan-2020.nianbao'])('%s fills every cell, totals too', (file) => {
    const draft = sample(file)
    expect(Object.keys(draft.figures)).toHaveLength(22 + 161 + 15)
  })

  it('qixing-2021.nianbao was published without the column 总计: the app computes it', () => {
    const draft = sample('qixing-2021.nianbao')
    const format = formatOf(draft)
    const missing = cellsOf(format).filter(({ cell }) => draft.figures[cell] === undefined)
    expect(missing.map(({ table, column }) => `${table.id} ${column.id}`)).toEqual(Array(25).fill('t3 total'))
    expect(computeFigures(format, draft.figures).get('t3.received.total')).toMatchObject({
      kind: 'computed',
      number: 0,
    })
  })
})

function sample(file: string): Draft {
  const parsed = parseDraft(files[file] ?? '', file)
  if (!parsed.ok) throw new Error(`${file}: ${JSON.stringify(parsed.error)}`)
  return parsed.value
}

function formatOf(draft: Draft): Format {
  const format = formatById(draft.format)
  if (!format) throw new Error(`No format ${draft.format}`)
  return format
}

function blocksOf(draft: Draft): Block[] {
  return Object.values(draft.prose).flat()
}

function lengthOf(draft: Draft, slot: string): number {
  return readerLength(printedProseOf(draft)[slot] ?? [], draft.numbering)
}
