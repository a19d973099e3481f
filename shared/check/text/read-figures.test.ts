import { describe, expect, it } from 'vitest'
import baoshan2020 from '../../../templates/samples/baoshan-2020.nianbao?raw'
import qinghe2025 from '../../../templates/samples/qinghe-2025.nianbao?raw'
import qixing2021 from '../../../templates/samples/qixing-2021.nianbao?raw'
import sifangtai2020 from '../../../templates/samples/sifangtai-2020.nianbao?raw'
import yunxi2020 from '../../../templates/samples/yunxi-2020.nianbao?raw'
import type { Draft, Entry, Publisher } from '../../draft/draft'
import { isTotal } from '../../draft/figures'
import { newDraft } from '../../draft/new-draft'
import { parseDraft } from '../../draft/parse-draft'
import { cellsOf } from '../../format/cells'
import type { Format } from '../../format/format'
import { formatById } from '../../format/formats'
import { check } from '../check'
import { fingerprint } from '../fingerprint'
import { checkText } from './check-text'
import { exampleFigures as figures } from './example-figures'
import { formulaOf } from './expression'
import { readFigures } from './read-figures'

const district: Publisher = { name: '青山区人民政府办公室', kind: 'government', shortName: '我区' }
const town: Publisher = { name: '白鹿镇人民政府', kind: 'town', shortName: '我镇' }

const lastYears: Record<string, Entry> = {
  't3.received.individual': 80,
  't3.granted.individual': 40,
  't3.unavailable.1.individual': 38,
  't4.review.upheld': 15,
  't2.licensing.decisions': 2000,
  't2.penalties.decisions': 600,
  't2.fees.amount': '100',
}
const of2019: Record<string, Entry> = {
  't2.licensing.items': 210,
  't2.licensing.change': 12,
  't2.licensing.decisions': 2345,
  't2.services.items': 88,
  't2.services.change': -3,
  't2.services.decisions': 777,
  't2.procurement.items': 33,
  't2.procurement.amount': '973.90万元',
  't3.other.individual': 6,
}

function formatOf(id: string): Format {
  const format = formatById(id)
  if (!format) throw new Error(`There is no format ${id}`)
  return format
}

interface Setting {
  slot?: string
  publisher?: Publisher
  format?: '2019' | '2021'
  withLastYear?: boolean
}

function draftOf(
  text: string,
  { slot = '1', publisher = district, format: id = '2021', withLastYear }: Setting,
): Draft {
  const format = formatOf(id)
  const filled = (given: Record<string, Entry>) => ({
    ...Object.fromEntries(
      cellsOf(format)
        .filter(({ cell }) => !isTotal(format, cell))
        .map(({ cell }) => [cell, 0]),
    ),
    ...given,
  })
  const year = id === '2019' ? 2020 : 2023
  const scope = publisher.kind === 'government' ? ('aggregate' as const) : ('organ' as const)
  const draft = newDraft({ format, year, scope, publisher })
  const before = { year: year - 1, format: id, figures: filled(lastYears), scope, publisher: publisher.name }
  return {
    ...draft,
    prose: { [slot]: [{ kind: 'paragraph', text: [{ kind: 'text', text }] }] },
    figures: filled(id === '2019' ? of2019 : figures),
    ...(withLastYear && { previous: { ...before, numbering: 'dot' as const, prose: {} } }),
  }
}

const signs = { agrees: '相符', contradicts: '不符', unlinked: '未对应', ask: '请核对' }

/** "100件 相符", one for each figure. */
function verdicts(text: string, setting: Setting = {}): string {
  const found = readFigures(draftOf(text, setting), formatOf(setting.format ?? '2021'))
  return found.map(({ quote, verdict }) => `${quote}${signs[verdict]}`).join(' ')
}

function formulas(text: string, setting: Setting = {}): (string | undefined)[] {
  return readFigures(draftOf(text, setting), formatOf(setting.format ?? '2021')).map(
    ({ expression }) => expression && formulaOf(expression),
  )
}

describe('applications received, concluded and carried', () => {
  it.each([
    ['新收 alone', '全区新收政府信息公开申请100件。', '100件相符'],
    ['收到 with those brought forward', '全区收到政府信息公开申请107件。', '107件相符'],
    ['neither', '全区收到政府信息公开申请101件。', '101件不符'],
    ['答复', '收到申请100件，答复98件。', '100件相符 98件相符'],
    ['办结 that is 收到', '收到申请100件，办结100件。', '100件相符 100件不符'],
    ['结转 both ways', '上年结转申请7件，结转下年度9件。', '7件相符 9件相符'],
    ['结转 by the years', '2022年结转的申请7件，9件结转至2024年。', '7件相符 9件相符'],
    ['结转 turned round', '上年结转申请9件，结转下年度7件。', '9件不符 7件不符'],
    [
      'a clause that counts nothing',
      '收到申请后认真登记、答复，全年受理100件，答复97件。',
      '100件相符 97件不符',
    ],
    ['the figure before its noun', '9件申请正在办理，98件已办结。', '9件相符 98件相符'],
    ['所有 in brackets', '收到申请107件（含上年结转7件）。', '107件相符 7件相符'],
  ])('%s', (_, text, expected) => {
    expect(verdicts(text)).toBe(expected)
  })

  it('says which reading of 收到 matched', () => {
    expect(formulas('收到申请100件。')).toEqual(['t3.received.total'])
    expect(formulas('收到申请107件。')).toEqual(['t3.received.total+t3.broughtForward.total'])
  })

  it('names both readings where neither is right', () => {
    const [finding] = checkText(draftOf('收到申请101件。', {}), formatOf('2021'))
    expect(finding).toMatchObject({
      rule: 'P-1',
      severity: 'warning',
      found: '101件',
      expected: '100件或者107件',
    })
    expect(finding?.message).toBe(
      '文中“101件”：表三·一、本年新收·总计为 100件，或者表三·一、本年新收·总计加表三·二、上年结转·总计为 107件。',
    )
  })
})

describe('results', () => {
  it.each([
    [
      'groups',
      '予以公开31件、部分公开13件、不予公开17件、无法提供20件、不予处理11件、其他处理6件。',
      '31件相符 13件相符 17件相符 20件相符 11件相符 6件相符',
    ],
    ['two exchanged', '不予公开20件，无法提供17件。', '20件不符 17件不符'],
    [
      'rows of a group',
      '不予公开17件，其中第三方合法权益11件、行政执法案卷6件。',
      '17件相符 11件相符 6件相符',
    ],
    ['a row with its group', '因本机关不掌握相关信息无法提供的14件。', '14件相符'],
    ['a group given for a row', '不予处理11件，其中信访举报投诉11件。', '11件相符 11件不符'],
    ['two together', '予以公开和部分公开共44件。', '44件相符'],
    ['two together, or the first alone', '予以公开及部分公开31件。', '31件相符'],
    ['分别为', '予以公开、部分公开、不予公开分别为31件、13件、16件。', '31件相符 13件相符 16件不符'],
    ['no 分别', '予以公开、部分公开31件、12件。', '31件相符 12件不符'],
    [
      'the figure first',
      '31件予以公开，13件部分公开，1件因本机关不掌握而无法提供。',
      '31件相符 13件相符 1件不符',
    ],
    ['其他 after results', '逾期不补正4件，其他处理6件。', '4件相符 6件相符'],
    ['a total of the list', '予以公开31件，部分公开13件，合计44件。', '31件相符 13件相符 44件相符'],
  ])('%s', (_, text, expected) => {
    expect(verdicts(text, { slot: '3.after' })).toBe(expected)
  })
})

describe('applicants', () => {
  it.each([
    [
      'of those received',
      '收到申请100件，其中自然人80件、商业企业12件、其他1件。',
      '100件相符 80件相符 12件相符 1件相符',
    ],
    ['wrong', '收到申请100件，其中自然人80件、法律服务机构6件。', '100件相符 80件相符 6件不符'],
    ['together', '法人或其他组织申请20件。', '20件相符'],
    ['who come after the figure', '80件由自然人提出，12件来自商业企业。', '80件相符 12件相符'],
    ['of a result', '予以公开31件，其中自然人31件。', '31件相符 31件相符'],
  ])('%s', (_, text, expected) => {
    expect(verdicts(text, { slot: '3.before' })).toBe(expected)
  })
})

describe('reviews and lawsuits', () => {
  it.each([
    ['totals', '行政复议19件，行政诉讼13件。', '19件相符 13件相符'],
    ['a part given for the whole', '行政复议19件，行政诉讼8件。', '19件相符 8件不符'],
    [
      'results',
      '行政复议19件：维持10件，纠正3件，其他4件，未审结2件。',
      '19件相符 10件相符 3件相符 4件相符 2件相符',
    ],
    ['routes', '未经复议直接起诉8件，维持5件；复议后起诉5件，维持3件。', '8件相符 5件相符 5件相符 3件相符'],
    [
      'both, and results of both',
      '行政复议19件、行政诉讼13件，其中维持18件，纠正4件。',
      '19件相符 13件相符 18件相符 4件相符',
    ],
    ['分别为', '复议、诉讼分别为19件、12件。', '19件相符 12件不符'],
    ['cases of another organ', '区司法局全年受理各类行政复议申请426件。', '426件未对应'],
    ['an organ that decides reviews', '作为行政复议机关，全年办理行政复议案件143件。', '143件未对应'],
  ])('%s', (_, text, expected) => {
    expect(verdicts(text, { slot: '4.before' })).toBe(expected)
  })
})

describe('Table 2', () => {
  it.each([
    ['documents', '制发行政规范性文件6件，废止4件，现行有效35件。', '6件相符 4件相符 35件不符'],
    ['decisions', '行政许可2345件，行政处罚687件。', '2345件相符 687件不符'],
    ['a modifier that ends in 等', '办理施工许可等行政许可2354件。', '2354件不符'],
    ['元', '行政事业性收费1,234,500元。', '1,234,500元相符'],
    ['万元', '行政事业性收费123.54万元。', '123.54万元不符'],
    ['rounded', '行政许可0.23万件。', '0.23万件相符'],
    ['powers', '权责清单列有行政许可18项、行政处罚611项。', '18项未对应 611项未对应'],
    [
      'powers listed in the next sentence',
      '我区共计权责事项 385 项。其中行政许可 82 项、行政处罚 179 项、行政强制 8 项。',
      '385 项未对应 82 项未对应 179 项未对应 8 项未对应',
    ],
    ['interpretations', '发布规范性文件解读12件。', '12件未对应'],
    ['published', '公示行政许可2000件、行政处罚600件。', '2000件未对应 600件未对应'],
    ['a part', '行政处罚678件，其中占道经营类处罚29件。', '678件相符 29件未对应'],
    ['parts of an organ', '制发规范性文件6件，其中区政府4件、办公室2件。', '6件相符 4件未对应 2件未对应'],
    ['policy documents', '印发政策性文件136份。', '136份未对应'],
    ['fines', '行政处罚678件，罚款320万元。', '678件相符 320万元未对应'],
  ])('%s', (_, text, expected) => {
    expect(verdicts(text)).toBe(expected)
  })

  it.each([
    [
      'items and change',
      '行政许可事项210项，本年增加12项，处理决定2345件。',
      '210项相符 12项相符 2345件相符',
    ],
    ['a decrease', '其他对外管理服务事项88项，减少3项，办结777件。', '88项相符 3项相符 777件相符'],
    ['what is left', '其他对外管理服务事项由88项调整为85项。', '88项相符 85项相符'],
    ['procurement', '政府集中采购项目33个，采购总金额9739万元。', '33个相符 9739万元不符'],
  ])('of the 2019 format: %s', (_, text, expected) => {
    expect(verdicts(text, { format: '2019' })).toBe(expected)
  })
})

describe('words that say there was none', () => {
  it.each([
    ['没有收到', '没有收到政府信息公开申请。', '没有收到不符'],
    ['未发生', '全年未发生行政复议和行政诉讼。', '未发生不符'],
    ['没有 of what is 0', '全年没有实施行政强制。', '没有实施相符'],
    ['均为', '规章制发、废止均为0件。', '0件相符'],
    ['a manner', '没有按时答复申请的情况得到纠正。', ''],
    ['the processing fee', '未收取信息处理费。', '未收取未对应'],
    ['fees of Table 2', '不涉及行政事业性收费。', '不涉及不符'],
    ['the denial behind', '行政复议没有发生。', '没有发生不符'],
  ])('%s', (_, text, expected) => {
    expect(verdicts(text)).toBe(expected)
  })
})

describe('shares and changes', () => {
  it.each([
    ['of a named whole', '予以公开31件，占办结总数的31.6%。', '31件相符 31.6%相符'],
    ['wrong', '予以公开31件，占办结总数的36.1%。', '31件相符 36.1%不符'],
    ['in words', '予以公开31件，占办结总数的百分之三十二。', '31件相符 百分之三十二相符'],
    ['a rate', '办结98件申请，办结率91.6%。', '98件相符 91.6%相符'],
    [
      'of another scope',
      '全市收到申请1000件，我区新收的100件占全市的10%。',
      '1000件未对应 100件相符 10%相符',
    ],
    ['in the text alone', '发布信息200条，其中网站50条，占25%。', '200条未对应 50条未对应 25%相符'],
    ['growth', '行政许可2345件，同比增长17.3%。', '2345件相符 17.3%相符'],
    ['growth turned round', '行政许可2345件，同比增长13.7%。', '2345件相符 13.7%不符'],
    ['the wrong direction', '行政许可2345件，同比下降17.3%。', '2345件相符 17.3%不符'],
    ['a difference', '行政许可2345件，比上年多345件。', '2345件相符 345件相符'],
    ['a base in the text', '行政许可2345件，较上年的2000件增加354件。', '2345件相符 2000件相符 354件不符'],
    ['a wrong base', '行政许可2345件，上年为2100件。', '2345件相符 2100件不符'],
    ['last year by itself', '去年行政许可2000件，今年2345件。', '2000件相符 2345件相符'],
    [
      'each in turn',
      '行政许可2345件、行政处罚678件，分别增长17.3%、13%。',
      '2345件相符 678件相符 17.3%相符 13%相符',
    ],
    ['on time', '收到申请100件，按时办结率100%。', '100件相符 100%未对应'],
  ])('%s', (_, text, expected) => {
    expect(verdicts(text, { withLastYear: true })).toBe(expected)
  })

  it('says nothing of last year where its tables are not at hand', () => {
    expect(verdicts('行政许可2345件，同比增长13.7%，上年为2100件。')).toBe(
      '2345件相符 13.7%未对应 2100件未对应',
    )
  })
})

describe('lists', () => {
  it('whose parts are more than a whole the tables do not know contradict themselves', () => {
    expect(verdicts('参训64人次，其中线上38人次、线下36人次。')).toBe('64人次不符 38人次未对应 36人次未对应')
  })

  it('may leave something out', () => {
    expect(verdicts('发布信息187条，其中财政12条、振兴64条。')).toBe('187条未对应 12条未对应 64条未对应')
  })
})

describe('nothing is said of', () => {
  it.each([
    ['plans', '下一步，力争制发规范性文件12件，复议纠错控制在5件以内。'],
    ['next year', '2024年制发规范性文件12件。'],
    ['another area', '全市新收申请2300件。'],
    ['a bureau of the district', '区住建局收到申请33件、区公安分局21件。'],
    ['channels', '通过网络提交申请75件、信函申请25件。'],
    ['a part of the year', '第四季度收到申请35件，11月收到申请12件。'],
    ['websites and media', '网站发布信息3418条，公众号推送1206篇，解读26件。'],
    ['motions and letters', '办理人大建议17件、政协提案23件，来信219件，办结219件。'],
    ['averages', '平均每月收到申请12件。'],
    ['earlier years', '近三年累计收到申请485件。'],
    ['fees for processing', '发出收费通知2件，收取信息处理费1400元。'],
    ['own business', '办理法律援助517件、人民调解1932件，办结率99%。'],
  ])('%s', (_, text) => {
    expect(verdicts(text)).not.toMatch(/相符|不符|请核对/)
  })

  it('a whole district in the report of a town', () => {
    expect(verdicts('全县共有规范性文件120件，我镇制发6件。', { publisher: town })).toBe(
      '120件未对应 6件相符',
    )
  })

  it('what a sentence leaves open is worth a look, never wrong', () => {
    const [finding] = checkText(draftOf('行政规范性文件12件。', {}), formatOf('2021'))
    expect(finding).toMatchObject({ rule: 'P-6', severity: 'info', text: { slot: '1', start: 7, end: 10 } })
  })
})

describe('places', () => {
  it('are offsets in the text of the slot, marks included', () => {
    const draft = draftOf('', {})
    const heading = {
      kind: 'heading' as const,
      level: 1 as const,
      text: [{ kind: 'text' as const, text: '办理' }],
    }
    const paragraph = {
      kind: 'paragraph' as const,
      text: [{ kind: 'text' as const, text: '新收申请１，０１０件。' }],
    }
    const [finding] = checkText({ ...draft, prose: { '1': [heading, paragraph] } }, formatOf('2021'))
    expect(finding?.text).toEqual({ slot: '1', start: 10, end: 16, quote: '１，０１０件' })
  })

  it('tell the same words apart, so that one can be waived without the other', () => {
    const findings = checkText(draftOf('收到申请101件，办结101件。', {}), formatOf('2021'))
    expect(new Set(findings.map(fingerprint)).size).toBe(2)
  })

  it('stay the same objects while nothing changes', () => {
    const draft = draftOf('收到申请101件。', {})
    expect(checkText({ ...draft, year: draft.year }, formatOf('2021'))[0]).toBe(
      checkText(draft, formatOf('2021'))[0],
    )
  })
})

describe.each(Object.entries({ qinghe2025, yunxi2020, baoshan2020, qixing2021, sifangtai2020 }))(
  'the sample %s',
  (name, text) => {
    const parsed = parseDraft(text, name)
    if (!parsed.ok) throw new Error(name)
    const format = formatOf(parsed.value.format)

    it('says nothing its tables contradict', () => {
      const wrong = check(parsed.value, format).filter(({ rule, text }) => /^P-[1-8]$/.test(rule) && text)
      expect(wrong.filter(({ severity }) => severity !== 'info')).toEqual([])
    })
  },
)

it.each(Object.entries({ qinghe2025, yunxi2020 }))(
  '%s has figures that are tied to its tables',
  (name, text) => {
    const parsed = parseDraft(text, name)
    if (!parsed.ok) throw new Error(name)
    const found = readFigures(parsed.value, formatOf(parsed.value.format))
    expect(found.filter(({ verdict }) => verdict === 'agrees').length).toBeGreaterThan(20)
  },
)

describe('any text is read in the time a test has', { timeout: 20_000 }, () => {
  it.each([
    ['all digits', '1234567890'.repeat(20_000)],
    ['all Chinese digits', '一二三四五六七八九十百千'.repeat(17_000)],
    ['200,000 characters of prose without an end', '收到申请1件其中、'.repeat(22_000)],
    ['open brackets', '《“（'.repeat(66_000)],
  ])('%s', (_, text) => {
    expect(() => checkText(draftOf(text, {}), formatOf('2021'))).not.toThrow()
  })
})
