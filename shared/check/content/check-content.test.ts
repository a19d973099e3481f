import { describe, expect, it } from 'vitest'
import type { Block, Draft, Entry } from '../../draft/draft'
import { computeFigures } from '../../draft/figures'
import { newDraft } from '../../draft/new-draft'
import type { Format } from '../../format/format'
import { proposeFormat } from '../../format/formats'
import { printedDraft } from '../../linked/printed-prose'
import { proseFromText } from '../../prose/from-text'
import { slotText } from '../../prose/plain-text'
import { check } from '../check'
import type { Finding } from '../finding'
import { fingerprint } from '../fingerprint'
import { checkContent } from './check-content'

const format = proposeFormat(2025)

function draftWith(change: Partial<Draft> = {}, of: Format = format): Draft {
  const year = of === format ? 2025 : 2020
  const publisher = { name: '青禾区人民政府办公室', shortName: '青禾区', kind: 'government' as const }
  return { ...newDraft({ format: of, year, scope: 'aggregate', publisher }), ...change }
}

/** Findings of one rule about a slot that holds this text, typed as it stands. */
function inText(rule: string, text: string, slot = '1', change: Partial<Draft> = {}): Finding[] {
  const draft = draftWith({ ...change, prose: { [slot]: proseFromText(text) } })
  return check(draft, format).filter((finding) => finding.rule === rule)
}

const words = (findings: Finding[]) => findings.map(({ text }) => text?.quote)

describe('P-9, the year', () => {
  it.each([
    ['2024年，全区新收政府信息公开申请12件。', '2024年'],
    ['2024年，我街道认真贯彻《条例》。', '2024年'],
    ['工作有序。2024年度，我区共收到申请12件，同比增长20%。', '2024年度'],
    ['2024年全区主动公开信息80条。', '2024年'],
    ['2024年，青禾区认真贯彻落实条例。', '2024年'],
    ['2024年，在区委的坚强领导下，我区扎实推进公开工作。', '2024年'],
    ['２０２４年，本机关没有收到申请。', '２０２４年'],
    ['（一）主动公开。2024年，全区发布信息12条。', '2024年'],
    ['2026年，全区新收申请12件。', '2026年'],
  ])('%s', (text, quote) => {
    const [finding, ...more] = inText('P-9', text)
    expect(more).toEqual([])
    expect(finding).toMatchObject({ severity: 'warning', expected: '2025年', text: { slot: '1', quote } })
  })

  it.each([
    '2025年，全区新收政府信息公开申请12件。',
    '2024年，全区收到申请10件，2025年收到12件。',
    '2024年，全区收到申请10件，今年收到12件，增长20%。',
    '2019年以来，我区持续推进政务公开。',
    '2020年起，全区使用统一的平台。',
    '自2021年，我区使用新的格式。',
    '2023年，我区出台《政府信息公开工作办法》，本办法一直沿用。',
    '2023年，我区印发的文件继续有效。',
    '2024年3月，我区网站改版。',
    '2024年12月31日，全区共有公开点12个。',
    '2024年度报告提出的三个问题已经解决。',
    '2024年，我区存在的三个问题已经整改到位。',
    '按照《2024年全区政务公开工作要点》开展工作。',
    '国办公开办函〔2021〕30号，全区执行。',
    '2026年，全区将继续推进公开。',
    '2026年，我区政府信息公开工作的打算如下。',
    '2024年国务院办公厅的通知要求改进工作。',
    '申请涉及2024年，全区已答复。',
  ])('is no matter in: %s', (text) => {
    expect(inText('P-9', text)).toEqual([])
  })

  it.each([
    ['本报告所列数据的统计期限自2024年1月1日起至2024年12月31日止。', '2024年1月1日起至2024年12月31日'],
    ['数据统计时间为2025年1月1日至2024年12月31日。', '2025年1月1日至2024年12月31日'],
    ['统计期限为2025年1月1日至11月30日。', '2025年1月1日至11月30日'],
    ['本报告的数据从2024年1月1日—12月31日。', '2024年1月1日—12月31日'],
  ])('wrong period: %s', (text, quote) => {
    expect(words(inText('P-9', text, '2.before'))).toEqual([quote])
  })

  it.each([
    '统计期限为2025年1月1日至12月31日。',
    '所列数据的统计期限自2025年1月1日起至2025年12月31日止。',
    '方案执行期限自2023年1月1日至2025年12月31日。',
    '《办法》自2024年1月1日起施行，有效期至2028年12月31日。',
    '统计了2025年1月1日至6月30日的来信。',
  ])('right period or another matter: %s', (text) => {
    expect(inText('P-9', text, '2.before')).toEqual([])
  })

  it('also in a preamble and a title the clerk wrote herself, never in generated ones', () => {
    const text = '所列数据自2024年1月1日至2024年12月31日。'
    const found = (change: Partial<Draft>) =>
      check(draftWith(change), format)
        .filter(({ rule }) => rule === 'P-9')
        .map(({ chapter, field, found }) => [chapter, field, found])
    expect(found({ preamble: { kind: 'edited', text } })).toEqual([
      ['preamble', undefined, '2024年1月1日至2024年12月31日'],
    ])
    expect(found({ title: { kind: 'edited', lines: ['青禾区', '2024年政府信息公开工作年度报告'] } })).toEqual(
      [['basics', 'title.lines', '2024年']],
    )
    expect(found({ title: { kind: 'edited', lines: ['青禾区2025年政府信息公开工作年度报告'] } })).toEqual([])
  })
})

describe('P-10, the fee statement in chapter 六', () => {
  it.each([
    ['无', 1],
    ['无其他需要报告的事项。', 1],
    ['没有其他需要报告的事项。', 1],
    ['本年度未收取信息处理费。', 0],
    ['没有其他需要报告的事项，没有收取任何费用。', 0],
    ['根据《政府信息公开信息处理费管理办法》，全年收取0元。', 0],
  ])('%s: %i', (text, count) => {
    expect(inText('P-10', text, '6')).toHaveLength(count)
  })

  it('is no matter of the 2019 format', () => {
    const of = proposeFormat(2020)
    const draft = draftWith({ prose: { 6: proseFromText('无') } }, of)
    expect(check(draft, of).filter(({ rule }) => rule === 'P-10')).toEqual([])
  })
})

describe('P-11, chapter 五', () => {
  it.each([
    ['无', '第五章只有 1 个字，要写得具体明确。'],
    ['无存在问题。', '第五章只有 6 个字，要写得具体明确。'],
    [
      '政府信息公开工作还存在一些不足。下一步，将进一步加强领导，提高认识，不断完善制度。',
      '第五章都是通用的话，没有写到具体的问题和措施，请核对。',
    ],
  ])('%s', (text, message) => {
    expect(inText('P-11', text, '5').map((finding) => finding.message)).toEqual([message])
  })

  it.each([
    '个别单位公开不够及时。全年有7件行政复议案件被纠正，下一步进一步加强审核。',
    '解读不够全面，有的解读照抄原文。编写常见情形答复范例，发出前由法制人员审核。',
    '社区一级的信息还没有纳入公开范围，信息员的业务培训没有形成常态。',
  ])('is specific: %s', (text) => {
    expect(inText('P-11', text, '5')).toEqual([])
  })
})

describe('P-12, the length guide', () => {
  const text = (length: number) => '好'.repeat(length)
  it.each([
    [1000, 0],
    [1001, 1],
  ])('%i characters: %i', (length, count) => {
    expect(inText('P-12', text(length))).toHaveLength(count)
    expect(inText('P-12', text(length), '5')).toEqual([])
  })
  it('does not count spaces', () => {
    expect(inText('P-12', `${text(500)} 　${text(500)}`)).toEqual([])
  })
})

describe('P-13 and P-14, what chapter 一 must speak of', () => {
  const aspects = {
    主动公开: '主动公开信息12条。',
    依申请公开: '收到公开申请3件。',
    政府信息管理: '严格发布审核。',
    政府信息公开平台建设: '网站完成改版。',
    监督保障: '举办培训两期，纳入绩效考核，开展社会评议，没有需要责任追究的情形。',
  }
  it.each(Object.keys(aspects))('names %s where it is missing', (name) => {
    const rest = Object.entries(aspects).filter(([each]) => each !== name)
    const [finding, ...more] = inText('P-13', rest.map(([, text]) => text).join('\n'))
    expect(more).toEqual([])
    expect(finding?.message).toBe(`第一章“总体情况”没有写到：${name}。`)
  })

  it('says nothing where all five are there', () => {
    const text = Object.values(aspects).join('\n')
    expect(inText('P-13', text)).toEqual([])
    expect(inText('P-14', text)).toEqual([])
  })

  const without = '网站改版。'
  it.each([
    ['government', 1],
    ['town', 1],
    ['department', 0],
    ['street', 0],
  ] as const)('考核、评议、责任追究 bind a %s: %i', (kind, count) => {
    const publisher = { name: '某单位', kind }
    expect(inText('P-14', without, '1', { publisher })).toHaveLength(count)
  })

  it('are found wherever the report has them', () => {
    const prose = {
      1: proseFromText(without),
      5: proseFromText('工作考核、社会评议和责任追究均已开展。'),
    }
    expect(check(draftWith({ prose }), format).filter(({ rule }) => rule === 'P-14')).toEqual([])
  })

  it('what is still missing is a finding of its own for a waiver', () => {
    const marks = (text: string) => inText('P-14', text).map(fingerprint)
    expect(marks('网站改版，开展考核。')).not.toEqual(marks('网站改版。'))
  })
})

describe('P-15, what an earlier format had', () => {
  it.each([
    ['根据国办公开办函〔2019〕60号的要求编制。', '国办公开办函〔2019〕60号'],
    ['根据国办公开办函[2019]60号编制。', '国办公开办函[2019]60号'],
    ['依据《关于政府信息公开工作年度报告有关事项的通知》。', '关于政府信息公开工作年度报告有关事项的通知'],
    ['（一）收费及减免情况\n没有收费。', '收费及减免情况'],
  ])('%s', (text, quote) => {
    expect(words(inText('P-15', text, '6'))).toEqual([quote])
  })

  it.each([
    '根据国办公开办函〔2021〕30号编制。',
    '国办发〔2019〕60号是另一份文件。',
    '本年度没有发生收费及减免情况，收取信息处理费0元。',
  ])('is no matter in: %s', (text) => {
    expect(inText('P-15', text, '6')).toEqual([])
  })
})

describe('N-1, 一是、二是、三是', () => {
  it.each([
    ['一是抓学习；三是抓落实。', ['三是', '二是']],
    ['一是抓学习。\n二是抓制度。\n四是抓落实。', ['四是', '三是']],
    ['主要问题：二是人手少；三是经费少。', ['二是', '一是']],
    ['一是甲；二是乙；二是丙；三是丁。', ['二是', '三是']],
  ])('%s', (text, [found, expected]) => {
    expect(inText('N-1', text).map((finding) => [finding.found, finding.expected])).toEqual([
      [found, expected],
    ])
  })

  it.each([
    '一是甲；二是乙；三是丙。',
    '一是甲。\n二是乙。\n三是丙。',
    '一是抓制度，包括：一是登记，二是答复。二是抓培训。',
    '问题：一是甲；二是乙。\n措施：一是丙；二是丁；三是戊。',
    '同一是非标准，统一是关键，八一是建军节。',
    '工作中坚持一是一、二是二。',
  ])('is in order: %s', (text) => {
    expect(inText('N-1', text)).toEqual([])
  })
})

it('N-1 holds for paragraphs without a full stop', () => {
  const blocks = ['一是抓学习', '二是抓制度；', '三是抓落实'].map(
    (text): Block => ({ kind: 'paragraph', text: [{ kind: 'text', text }] }),
  )
  expect(check(draftWith({ prose: { 1: blocks } }), format).filter(({ rule }) => rule === 'N-1')).toEqual([])
})

describe('N-2, （一） and 1. typed by hand', () => {
  const typed = (lines: string[]): Block[] =>
    lines.map((text) => ({ kind: 'paragraph', text: [{ kind: 'text', text }] }))
  const found = (lines: string[]) =>
    check(draftWith({ prose: { 1: typed(lines) } }), format)
      .filter(({ rule }) => rule === 'N-2')
      .map((finding) => [finding.found, finding.expected])

  it.each([
    [['（一）甲', '（三）乙'], [['（三）', '（二）']]],
    [['（二）甲', '（三）乙'], [['（二）', '（一）']]],
    [['1.甲', '2.乙', '4.丙'], [['4.', '3.']]],
    [['1、甲', '3、乙', '4、丙'], [['3、', '2、']]],
    [['（一）甲', '（二）乙', '（二）丙', '（三）丁'], [['（二）', '（三）']]],
  ])('%j', (lines, expected) => {
    expect(found(lines)).toEqual(expected)
  })

  it.each([
    [['（一）甲', '1.乙', '2.丙', '（二）丁', '1.戊']],
    [['1.甲', '2.乙', '说明', '1.丙', '2.丁']],
    [['公开第二十条第（一）（五）（六）（八）项的内容']],
    [['2025年', '3.5万元', '12件']],
  ])('%j is in order', (lines) => {
    expect(found(lines)).toEqual([])
  })

  it('goes on from what the app has numbered', () => {
    const heading: Block = { kind: 'heading', level: 1, text: [{ kind: 'text', text: '主动公开' }] }
    const prose = { 1: [heading, ...typed(['（三）依申请公开'])] }
    const [finding] = check(draftWith({ prose }), format).filter(({ rule }) => rule === 'N-2')
    expect(finding).toMatchObject({ expected: '（二）', text: { start: 8, end: 11, quote: '（三）' } })
  })
})

describe('N-3, 〔〕 in document numbers', () => {
  it.each([
    ['国办函[2020]109号', '[2020]109号', '〔2020〕109号'],
    ['区政发（2024）5号', '（2024）5号', '〔2024〕5号'],
    ['区政发【2024】5号', '【2024】5号', '〔2024〕5号'],
    ['国办公开办函(2021)30号', '(2021)30号', '〔2021〕30号'],
  ])('%s', (text, quote, expected) => {
    const [finding] = inText('N-3', `根据${text}要求。`)
    expect(finding).toMatchObject({ expected, text: { quote } })
  })

  it.each([
    '国办函〔2020〕109号',
    '（2024）苏01行终12号行政判决',
    '（2024年）5号',
    '地址为兴业路（2024）3号楼',
    '《条例》（国务院令第711号）',
    '会议（2024）共5次',
  ])('is right or none: %s', (text) => {
    expect(inText('N-3', `${text}。`)).toEqual([])
  })

  it('is told of the local bases at their field', () => {
    const publisher = { name: '青禾区', kind: 'government' as const, bases: ['《办法》（云政发[2023]12号）'] }
    expect(check(draftWith({ publisher }), format).find(({ rule }) => rule === 'N-3')).toMatchObject({
      chapter: 'basics',
      field: 'publisher.bases',
      expected: '〔2023〕12号',
    })
  })
})

describe('N-4, punctuation', () => {
  it.each([
    ['公开信息12条,其中文件3件。', '2条,'],
    ['公开工作.', '工作.'],
    ['行政许可(决定)12件。', '许可(决定)'],
    ['行政许可（决定)12件。', '许可（决定)'],
    ['工作扎实。。', '扎实。。'],
    ['电话:0399-5550101。', '电话:'],
    ['开展"回头看"活动。', '开展"'],
  ])('%s', (text, quote) => {
    const [finding, ...more] = inText('N-4', text)
    expect(more).toEqual([])
    expect(finding).toMatchObject({ severity: 'info', text: { quote } })
  })

  it.each([
    '全年新收申请1,020件，占30.5%；上午9:00至17:30办公。',
    '网址：https://www.example.gov.cn/a,b?c=1，邮箱：a.b@c.cn。',
    '1.全年公开；（1）其中……还有“COVID-19, SARS”等词！？',
    '采用GB/T 9704—2012（公文格式）。',
  ])('is right: %s', (text) => {
    expect(inText('N-4', text)).toEqual([])
  })

  it('is counted once for a slot', () => {
    expect(inText('N-4', '甲,乙,丙,丁。')[0]?.message).toContain('等 3 处')
  })
})

describe('N-5, chapter titles', () => {
  it.each([
    ['四、政府信息公开复议诉讼情况', 1],
    ['政府信息公开行政复议、行政诉讼情况', 0],
    ['因政府信息公开工作被申请行政复议、提起行政诉讼情况', 0],
  ])('%s: %i', (text, count) => {
    const draft = draftWith({ chapterTitles: { 4: { kind: 'own', text } } })
    expect(check(draft, format).filter(({ rule }) => rule === 'N-5')).toHaveLength(count)
  })
})

describe('X-3, scope', () => {
  const text = '本报告由区政府办公室综合各部门和各乡镇、街道的情况编制。'
  it('asks of a government whether its own report speaks as the district', () => {
    expect(inText('X-3', text, '1', { scope: 'organ' })).toHaveLength(1)
    expect(inText('X-3', text, '1', { scope: 'aggregate' })).toEqual([])
    expect(inText('X-3', '我办综合协调各项工作，汇总公开目录。', '1', { scope: 'organ' })).toEqual([])
  })
})

describe('what figures suggest', () => {
  const found = (rule: string, figures: Record<string, Entry>, change: Partial<Draft> = {}) =>
    check(draftWith({ figures, ...change }), format).filter((finding) => finding.rule === rule)

  it('T2-3: no fewer in force than were issued and not repealed', () => {
    const figures = { 't2.normative.issued': 10, 't2.normative.repealed': 2, 't2.normative.inForce': 7 }
    expect(found('T2-3', figures)[0]).toMatchObject({
      severity: 'info',
      message: '表二·行政规范性文件·现行有效件数：填 7，本年制发件数 10、本年废止件数 2，一般不少于 8。',
    })
    expect(found('T2-3', { ...figures, 't2.normative.inForce': 8 })).toEqual([])
    expect(
      found('T2-3', { 't2.normative.repealed': 2, 't2.normative.inForce': 0, 't2.normative.issued': 0 }),
    ).toEqual([])
  })

  it.each([
    ['government', '青禾区人民政府办公室', 1],
    ['government', '云溪市人民政府办公室', 0],
    ['government', '某某自治区人民政府', 0],
    ['department', '青禾区教育局', 1],
    ['department', '国家税务总局', 0],
    ['street', '七星街道办事处', 1],
    ['town', '七星镇人民政府', 1],
  ] as const)('T2-4: 规章 of a %s %s: %i', (kind, name, count) => {
    const change = { publisher: { name, kind } }
    expect(found('T2-4', { 't2.regulations.issued': 1 }, change)).toHaveLength(count)
    expect(found('T2-4', { 't2.regulations.issued': 0 }, change)).toEqual([])
  })

  it('T3-6: fees that were asked for are spoken of in chapter 六', () => {
    const figures = { 't3.other.2.individual': 3 }
    expect(found('T3-6', figures)).toHaveLength(1)
    expect(found('T3-6', figures, { prose: { 6: proseFromText('收取信息处理费300元。') } })).toEqual([])
    expect(found('T3-6', { 't3.other.2.individual': 0 })).toEqual([])
  })

  it('T3-7: a large share of 其他', () => {
    const figures = { 't3.other.3.individual': 9, 't3.granted.individual': 21 }
    expect(found('T3-7', figures).map(({ message }) => message)).toEqual([
      '表三（六）3.其他·总计：填 9，占（七）总计的 30.0%，比例偏高，请核对分类。',
    ])
    expect(found('T3-7', { ...figures, 't3.granted.individual': 50 })).toEqual([])
    expect(found('T3-7', { 't3.other.3.individual': 3, 't3.granted.individual': 1 })).toEqual([])
  })
})

describe('places', () => {
  it('name the words they quote, and tell the same words apart', () => {
    const text = '一是见国办函[2020]109号。\n二是见国办函[2020]109号。'
    const prose = { 1: proseFromText(text) }
    const found = check(draftWith({ prose }), format).filter(({ rule }) => rule === 'N-3')
    expect(found).toHaveLength(2)
    const whole = slotText(prose[1], 'dot')
    for (const { text: place } of found) expect(whole.slice(place?.start, place?.end)).toBe(place?.quote)
    expect(new Set(found.map(fingerprint)).size).toBe(2)
  })
})

describe('text that is nothing but faults', () => {
  it.each([
    ['document numbers', '国办函[2020]109号，'],
    ['years', '2024年，全区发布信息。'],
    ['open brackets', '(公开'],
    ['digits', '2024年1月1日至1'],
    ['list marks', '三是，五是。'],
    ['points', ',.,.;'],
  ])(
    'of 200,000 characters, %s, is checked in less than a second',
    (_what, part) => {
      const text = part.repeat(Math.ceil(200_000 / part.length))
      const prose = { 5: [{ kind: 'paragraph' as const, text: [{ kind: 'text' as const, text }] }] }
      const draft = draftWith({ prose })
      const findings = checkContent(
        format,
        printedDraft(draft, format),
        computeFigures(format, draft.figures),
      )
      expect(findings.length).toBeLessThan(50)
    },
    1000,
  )
})
