import { spawnSync } from 'node:child_process'
import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync, symlinkSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { chooseSavePath } from './support/dialogs'
import { projectRoot } from './support/launch'
import { openDesk } from './support/open-desk'
import { pythonWithDocx } from './support/python'

// A format of a later year is a data file and nothing else: this app differs from ours in that file alone.

let folder = ''

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'third-format-'))
  const parts = ['build', 'electron', 'renderer', 'shared', 'templates', 'package.json', 'tsconfig.json']
  for (const part of parts) cpSync(join(projectRoot, part), join(folder, part), { recursive: true })
  symlinkSync(join(projectRoot, 'node_modules'), join(folder, 'node_modules'))
  cpSync(join(projectRoot, 'shared/format/fixtures/2099.json'), join(folder, 'templates/formats/2099.json'))
  const build = spawnSync(
    process.execPath,
    [join(folder, 'node_modules/tsx/dist/cli.mjs'), join(folder, 'build/scripts/build.ts')],
    { cwd: folder, encoding: 'utf8' },
  )
  expect(build.stderr).toBe('')
})

afterAll(() => {
  rmSync(folder, { recursive: true, force: true })
})

function wordTables(file: string): string[][][] {
  const python = pythonWithDocx()
  if (!python) throw new Error('No python3 with python-docx: apt-get install python3-docx')
  const { stdout } = spawnSync(python, [join(projectRoot, 'build/checks/read_docx.py'), file], {
    encoding: 'utf8',
  })
  return JSON.parse(stdout)[0].tables
}

it('a format added as a data file alone goes through form, check and Word export', async () => {
  const desk = await openDesk({ root: folder })
  const { app, page } = desk
  const next = () => page.getByRole('button', { name: '下一步', exact: true }).click()
  const cell = (name: string) => page.getByRole('textbox', { name, exact: true })
  const heading = (name: string) => page.getByRole('heading', { level: 1, name }).waitFor()

  await page.getByRole('button', { name: /^新建年报/ }).click()
  await page.getByLabel('报告格式').selectOption({ label: '2099年格式（虚构，仅供测试）' })
  await page.getByLabel('编制机关名称').fill('青禾区人民政府办公室')
  await next()
  await expect
    .poll(() => page.getByRole('textbox', { name: '导言' }).inputValue())
    .toContain('报告分年度概况、申请办理、改进打算三个部分。')
  await next()
  await heading('一、年度概况')
  await next()
  await heading('二、申请办理')
  await cell('表七·乙、本年收到·网上').fill('7')
  await cell('表七·丙1.全部公开·网上').fill('5')
  await page.getByRole('tab', { name: /^问题/ }).click()
  const finding = page.getByRole('tabpanel').getByText('网上一列不平：甲加乙为 7，丙小计加丁为 5。')
  await finding.waitFor()
  await cell('表七·丁、年末未结·网上').fill('2')
  await finding.waitFor({ state: 'detached' })
  expect(await cell('表七·丙、小计·合计').inputValue()).toBe('5')
  await next()
  await heading('三、改进打算')
  await next()
  await next()
  const word = join(folder, 'third.docx')
  await chooseSavePath(app, word)
  await page.getByRole('button', { name: '导出 Word', exact: true }).click()
  await expect.poll(() => existsSync(word) && readFileSync(word).length > 0, { timeout: 15_000 }).toBe(true)

  const [table] = wordTables(word)
  expect(table?.[3]).toEqual(['乙、本年收到', '乙、本年收到', '7', '', '', '7'])
  expect(table?.[4]).toEqual(['丙、本年办结', '1.全部公开', '5', '', '', '5'])
  expect(table?.[7]).toEqual(['丙、本年办结', '小计', '5', '', '', '5'])
  expect(table?.[9]).toEqual(Array(6).fill('费用'))
  expect(desk.errors).toEqual([])
})
