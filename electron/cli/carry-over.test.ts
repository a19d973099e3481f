import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import type { Draft } from '../../shared/draft/draft'
import { newDraft } from '../../shared/draft/new-draft'
import { parseDraft } from '../../shared/draft/parse-draft'
import { writeDraft } from '../../shared/draft/write-draft'
import { proposeFormat } from '../../shared/format/formats'
import { cliInFolder } from '../e2e/support/cli-in-folder'

const { folder, run } = cliInFolder()

async function draftIn(name: string): Promise<Draft> {
  const parsed = parseDraft(await readFile(join(folder(), name), 'utf8'), name)
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.error))
  return parsed.value
}

async function keep(year: number, figures: Draft['figures'], name = `${year}.nianbao`): Promise<void> {
  const publisher = { name: '某某区人民政府办公室', kind: 'government' as const, phone: '0469-4340205' }
  const draft = newDraft({ format: proposeFormat(year), year, scope: 'organ', publisher })
  await writeFile(join(folder(), name), writeDraft({ ...draft, figures }))
}

describe('new --from', () => {
  it('begins next year’s report in the format of its year and tells what became of every figure', async () => {
    await keep(2020, { 't3.carriedForward.legal': 4, 't2.services.decisions': 9, 't3.other.legal': 2 })
    expect(await run('new', '--from', '@2020.nianbao', '--out', '@a.nianbao')).toEqual({
      code: 0,
      data: '',
      notes: [
        '带入 表三·二、上年结转·法律服务机构（t3.broughtForward.legal）：4，取自 t3.carriedForward.legal',
        '没有带入 表二·其他对外管理服务事项·处理决定数量（t2.services.decisions）：9。2021年格式没有“其他对外管理服务事项”一行。',
        '没有带入 表三（六）其他处理·法律服务机构（t3.other.legal）：2。2021年格式把（六）其他处理分成三项，原来的一个数不能确定分到哪一项。',
        '编制机关、电话沿用2020年度的，请核对有没有变。',
      ],
    })
    expect(await draftIn('a.nianbao')).toMatchObject({
      format: '2021',
      year: 2021,
      publisher: { name: '某某区人民政府办公室', phone: '0469-4340205' },
      figures: { 't3.broughtForward.legal': 4 },
      previous: { source: { name: '2020.nianbao', hash: expect.stringMatching(/^[0-9a-f]{64}$/) } },
    })
  })

  it('takes year, format, scope and publisher from the command line where they are named', async () => {
    await keep(2024, { 't3.carriedForward.legal': 4 })
    await writeFile(join(folder(), 'p.json'), '{"name": "某某街道办事处"}')
    const named = ['--year', '2026', '--format', '2021', '--scope', 'aggregate', '--publisher', '@p.json']
    const { code, notes } = await run('new', '--from', '@2024.nianbao', ...named, '--out', '@a.nianbao')
    expect([code, notes]).toEqual([0, ['2024年度不是2026年度的上一年，数字没有带入。']])
    expect(await draftIn('a.nianbao')).toMatchObject({
      year: 2026,
      scope: 'aggregate',
      publisher: { name: '某某街道办事处', kind: 'street' },
      figures: {},
    })
  })

  it.each([
    [['--year', '2024'], '是2024年度的草稿，不能用来新建2024年度的。'],
    [['--year', '2023'], '不能用来新建2023年度的。'],
  ])('refuses %j', async (words, note) => {
    await keep(2024, {})
    const { code, notes } = await run('new', '--from', '@2024.nianbao', ...words, '--out', '@a.nianbao')
    expect([code, notes[0]]).toEqual([2, expect.stringContaining(note)])
    await expect(readFile(join(folder(), 'a.nianbao'))).rejects.toThrow()
  })
})

describe('check --previous', () => {
  const findings = (data: string) =>
    (JSON.parse(data) as { rule: string; message: string; earlier?: unknown }[]).filter(({ rule }) =>
      ['X-1', 'T2-6'].includes(rule),
    )

  it('holds the report against those of earlier years', async () => {
    await keep(2025, { 't3.broughtForward.legal': 5, 't2.penalties.decisions': 90 })
    await keep(2024, { 't3.carriedForward.legal': 7, 't2.penalties.decisions': 9 })
    await keep(2023, { 't2.penalties.decisions': 8 })
    const earlier = ['--previous', '@2023.nianbao', '--previous', '@2024.nianbao']
    const { data } = await run('check', '@2025.nianbao', ...earlier, '--json')
    expect(findings(data)).toMatchObject([
      { rule: 'T2-6', message: expect.stringContaining('是上年的 10 倍；再往前为 8。') },
      {
        rule: 'X-1',
        severity: 'warning',
        cells: ['t3.broughtForward.legal'],
        earlier: { year: 2024, file: '2024.nianbao', cells: ['t3.carriedForward.legal'] },
      },
    ])
  })

  it('names both files when last year’s was changed after it was taken over', async () => {
    await keep(2024, { 't3.carriedForward.legal': 7 })
    await run('new', '--from', '@2024.nianbao', '--out', '@2025.nianbao')
    const check = async () =>
      findings((await run('check', '@2025.nianbao', '--previous', '@2024.nianbao', '--json')).data)
    expect(await check()).toEqual([])
    await keep(2024, { 't3.carriedForward.legal': 9 })
    expect((await check()).map(({ message }) => message)).toEqual([
      expect.stringMatching(
        /“2024\.nianbao”.*“四、结转下年度”为 9。.*带入“2025\.nianbao”时算得 7，现在是 9。/,
      ),
    ])
  })

  it('over several files holds each against those of its own organ', async () => {
    await keep(2025, { 't3.broughtForward.legal': 5 })
    await keep(2025, { 't3.broughtForward.legal': 5 }, 'b.nianbao')
    const other = await draftIn('b.nianbao')
    const named = { ...other, publisher: { ...other.publisher, name: '某某街道办事处' } }
    await writeFile(join(folder(), 'b.nianbao'), writeDraft(named))
    await keep(2024, { 't3.carriedForward.legal': 7 })
    const files = ['@2025.nianbao', '@b.nianbao']
    const { data } = await run('check', ...files, '--previous', '@2024.nianbao', '--json')
    const checked = JSON.parse(data) as { findings: { rule: string }[] }[]
    const broken = checked.map(({ findings }) => findings.filter(({ rule }) => rule === 'X-1').length)
    expect(broken).toEqual([1, 0])
  })

  it.each([
    [['@2025.nianbao'], '不早于'],
    [['@none.nianbao'], '找不到'],
    [Array.from({ length: 6 }, () => '@2024.nianbao'), '往年草稿最多 5 份'],
  ])('refuses %j', async (earlier, note) => {
    await keep(2025, {})
    await keep(2024, {})
    const words = earlier.flatMap((path) => ['--previous', path])
    const { code, notes } = await run('check', '@2025.nianbao', ...words)
    expect([code, notes[0]]).toEqual([2, expect.stringContaining(note)])
  })
})
