import { readdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { beforeEach, expect, it } from 'vitest'
import type { Draft, Entry } from '../../shared/draft/draft'
import { newDraft } from '../../shared/draft/new-draft'
import { parseDraft } from '../../shared/draft/parse-draft'
import { writeDraft } from '../../shared/draft/write-draft'
import { cellsOf } from '../../shared/format/cells'
import { proposeFormat } from '../../shared/format/formats'
import { cliInFolder } from '../e2e/support/cli-in-folder'

const { folder, run } = cliInFolder()

const format = proposeFormat(2025)

/** Every leaf 0 but those named, so that nothing is missing. */
function whole(figures: Record<string, Entry>): Record<string, Entry> {
  const leaves = cellsOf(format).filter(({ row, column }) => row.id !== 'total' && column.id !== 'total')
  return {
    ...Object.fromEntries(leaves.map(({ cell, holds }) => [cell, holds === 'amount' ? '0' : 0])),
    ...figures,
  }
}

async function keep(file: string, name: string, figures: Record<string, Entry>, change: Partial<Draft> = {}) {
  const publisher = { name, kind: 'department' as const }
  const draft = { ...newDraft({ format, year: 2025, scope: 'organ', publisher }), figures, ...change }
  await writeFile(join(folder(), file), writeDraft(draft))
}

async function figuresIn(file: string): Promise<Draft['figures']> {
  const parsed = parseDraft(await readFile(join(folder(), file), 'utf8'), file)
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.error))
  return parsed.value.figures
}

beforeEach(() => keep('区.nianbao', '甲区', {}, { scope: 'aggregate' }))

it('adds the units up into a new file and leaves the district’s as it was', async () => {
  await keep('乙.nianbao', '乙局', whole({ 't3.received.legal': 3, 't3.granted.legal': 3 }))
  await keep('丙.nianbao', '丙镇', whole({ 't3.received.legal': 4, 't3.granted.legal': 4 }))
  const result = await run(
    'rollup',
    '@乙.nianbao',
    '@丙.nianbao',
    '--into',
    '@区.nianbao',
    '--out',
    '@总.nianbao',
  )
  expect(result).toEqual({
    code: 0,
    data: '丙.nianbao（丙镇）：计入 166 格，存疑 0 格，空白 0 格。\n乙.nianbao（乙局）：计入 166 格，存疑 0 格，空白 0 格。\n',
    notes: [],
  })
  expect(await figuresIn('总.nianbao')).toMatchObject({ 't3.received.legal': 7, 't3.granted.legal': 7 })
  expect(await figuresIn('区.nianbao')).toEqual({})
})

it('counts a unit with errors and names it; another year is left out and named', async () => {
  await keep('乙.nianbao', '乙局', whole({ 't3.received.legal': 3 }))
  await keep('旧.nianbao', '丙镇', whole({}), { year: 2024 })
  const { code, data, notes } = await run(
    ...['rollup', '@乙.nianbao', '@旧.nianbao', '--into', '@区.nianbao', '--out', '@总.nianbao', '--json'],
  )
  expect(code).toBe(1)
  expect(notes).toEqual([
    '没有计入 旧.nianbao（丙镇）：是2024年度的报告，汇总的是2025年度的。',
    expect.stringMatching(/^已计入 乙\.nianbao（乙局），但它自己有 \d+ 处错误。$/),
  ])
  expect(JSON.parse(data)).toMatchObject([
    { file: '旧.nianbao', unit: '丙镇', taken: [], doubtful: [], missing: [] },
    { file: '乙.nianbao', unit: '乙局', doubtful: [], missing: [] },
  ])
  expect((await figuresIn('总.nianbao'))['t3.received.legal']).toBe(3)
})

it('says of a figure that stands in the district’s draft that it was kept', async () => {
  await keep('区.nianbao', '甲区', { 't3.granted.legal': 9 }, { scope: 'aggregate' })
  await keep('乙.nianbao', '乙局', whole({ 't3.received.legal': 3, 't3.granted.legal': 3 }))
  const { code, data } = await run('rollup', '@乙.nianbao', '--into', '@区.nianbao', '--out', '@总.nianbao')
  expect(code).toBe(1)
  expect(data).toContain('保留 t3.granted.legal“9”：各单位合计为 3，汇总稿里填的是别的数，没有改动。')
  expect((await figuresIn('总.nianbao'))['t3.granted.legal']).toBe(9)
})

it.each([
  ['no unit', ['--into', '@区.nianbao', '--out', '@总.nianbao']],
  ['no district', ['@乙.nianbao', '--out', '@总.nianbao']],
  ['a district that is an organ', ['@区.nianbao', '--into', '@乙.nianbao', '--out', '@总.nianbao']],
  ['a unit that is not there', ['@丁.nianbao', '--into', '@区.nianbao', '--out', '@总.nianbao']],
  ['a file that is there already', ['@乙.nianbao', '--into', '@区.nianbao', '--out', '@区.nianbao']],
])('%s is refused and nothing is written', async (_, words) => {
  await keep('乙.nianbao', '乙局', {})
  const before = await readdir(folder())
  expect((await run('rollup', ...words)).code).toBe(2)
  expect(await readdir(folder())).toEqual(before)
})
