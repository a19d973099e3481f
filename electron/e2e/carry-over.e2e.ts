import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { expect, it } from 'vitest'
import type { Draft } from '../../shared/draft/draft'
import { computeFigures } from '../../shared/draft/figures'
import { parseDraft } from '../../shared/draft/parse-draft'
import { cellInfo, cellsOf } from '../../shared/format/cells'
import { proposeFormat } from '../../shared/format/formats'
import { proseFromText } from '../../shared/prose/from-text'
import { cell, heading, organ } from './support/clerk'
import { chooseFile, chooseSavePath } from './support/dialogs'
import { draftOf, testFolder, writeDraftFile } from './support/drafts'
import type { Desk } from './support/launch'
import { openDesk } from './support/open-desk'
import { accessibilityFaults, screenshot } from './support/screen'

const button = (page: Page, name: string | RegExp) => page.getByRole('button', { name })
const status = (page: Page) => page.getByRole('contentinfo')
const panel = (page: Page) => page.getByRole('tabpanel')

/** The first report: every cell of 四 and every 项目数量 has a number of its own. */
function firstReport(): Draft {
  const format = proposeFormat(2019)
  const figures = Object.fromEntries(
    cellsOf(format)
      .filter(({ column, holds }) => column.id !== 'total' && holds !== 'money')
      .map(({ cell, holds }, index) => [cell, holds === 'change' ? -(index % 3) : 20 + index]),
  )
  const draft = draftOf(organ)
  return {
    ...draft,
    format: format.id,
    year: 2019,
    publisher: { ...draft.publisher, phone: '0469-4285001', website: { url: 'http://www.example.gov.cn' } },
    figures: { ...figures, 't2.normative.total': 500 },
    prose: {
      1: proseFromText('2019年，我区发布信息1152条，比2018年增加30条。\n（一）主动公开。公开文件57件。'),
      5: proseFromText('个别单位公开不及时。'),
    },
  }
}

function read(path: string): Draft {
  const parsed = parseDraft(readFileSync(path, 'utf8'), path)
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.error))
  return parsed.value
}

const formatOf = ({ format }: Draft) => {
  const found = [2020, 2021].map(proposeFormat).find(({ id }) => id === format)
  if (!found) throw new Error(`No format ${format}`)
  return found
}

/** What last year's report gives this year's, worked out here and not by the app: cell → text. */
function expectedFrom(last: Draft, next: Draft): Map<string, string> {
  const values = computeFigures(formatOf(last), last.figures)
  const text = (cell: string) => {
    const value = values.get(cell)
    return value && 'number' in value && value.number !== undefined ? value.number : Number.NaN
  }
  const expected = new Map<string, string>()
  for (const { cell, row, column } of cellsOf(formatOf(next))) {
    if (row.id === 'broughtForward') expected.set(cell, String(text(`t3.carriedForward.${column.id}`)))
    if (next.format === '2019' && column.id === 'items' && row.id !== 'procurement')
      expected.set(cell, String(text(`t2.${row.id}.items`) + text(`t2.${row.id}.change`)))
  }
  return expected
}

async function goTo(page: Page, step: RegExp): Promise<void> {
  await page.getByRole('navigation').getByRole('button', { name: step }).click()
}

const chapters: Record<string, RegExp> = { t2: /^二、/, t3: /^三、/ }

/** Where a carried figure comes from in last year's report, as that names its cells. */
function originOf(address: string, last: Draft): string {
  const [, row = '', column = ''] = address.split('.')
  const cells =
    row === 'broughtForward' ? [`t3.carriedForward.${column}`] : [`t2.${row}.items`, `t2.${row}.change`]
  return cells.map((one) => cellInfo(formatOf(last), one)?.name).join('”加“')
}

/** Looks at every carried cell in the window: its figure, its mark, and where it says it came from; no other is marked. */
async function lookAtCarried(
  page: Page,
  last: Draft,
  draft: Draft,
  expected: Map<string, string>,
): Promise<void> {
  const format = formatOf(draft)
  for (const [table, step] of Object.entries(chapters)) {
    await goTo(page, step)
    const here = [...expected.keys()].filter((address) => address.startsWith(`${table}.`))
    const parts = here.filter((address) => !address.endsWith('.total'))
    await expect.poll(() => page.locator('.figure-carried').count()).toBe(parts.length)
  }
  let table = ''
  for (const [address, text] of expected) {
    const info = cellInfo(format, address)
    if (!info) throw new Error(`No cell ${address}`)
    if (info.table.id !== table) await goTo(page, chapters[info.table.id] ?? /never/)
    table = info.table.id
    const input = cell(page, info.name)
    expect(await input.inputValue(), info.name).toBe(text)
    const isMarked = await input.evaluate((element) =>
      element.closest('td')?.classList.contains('figure-carried'),
    )
    // A total is computed from carried figures and is nobody's to confirm.
    expect(isMarked, info.name).toBe(info.column.id !== 'total')
    if (!isMarked) continue
    await input.click()
    await panel(page)
      .getByText(`这个数由${last.year}年度报告的“${originOf(address, last)}”带来。`)
      .waitFor()
  }
}

/** The chain of documents in force, or of those published: reckoned on from last year's once this year's part is known. */
async function lookAtChain(page: Page, year: number): Promise<void> {
  await goTo(page, /^二、/)
  const [row, column] = year < 2021 ? ['规范性文件', '对外公开总数量'] : ['行政规范性文件', '现行有效件数']
  await cell(page, `表二·${row}·${column}`).click()
  const words = panel(page).getByText(/^按上年推算：/)
  // 对外公开总数量 is not 现行有效件数, and the 2021 report's was never filled in: nothing is reckoned from a blank.
  if (year === 2020)
    expect(await words.first().textContent()).toMatch(/^按上年推算：上年对外公开总数量 500，加/)
  else expect(await words.count()).toBe(0)
}

async function beginFromLast(desk: Desk, path: string): Promise<void> {
  await chooseFile(desk.app, path)
  await button(desk.page, /^从上年草稿新建/).click()
  await heading(desk.page).filter({ hasText: '基本信息' }).waitFor()
}

/** Saves, and gives 四 new figures, as the clerk does in the course of the year. */
async function finishYear(desk: Desk, path: string, base: number): Promise<void> {
  const { app, page } = desk
  await goTo(page, /^三、/)
  const columns = ['自然人', '商业企业', '科研机构', '社会公益组织', '法律服务机构', '其他组织']
  for (const [index, column] of columns.entries())
    await cell(page, `表三·四、结转下年度·${column}`).fill(String(base + index))
  await chooseSavePath(app, path)
  await page.keyboard.press('Control+s')
  await expect.poll(() => status(page).textContent()).toContain('已保存')
}

async function look(page: Page, name: string): Promise<void> {
  await screenshot(page, name)
  expect(await accessibilityFaults(page), name).toEqual([])
}

it('a report is carried 2019 → 2020 → 2021 → 2022 in the window, every carried cell looked at', async () => {
  const folder = testFolder()
  const desk = await openDesk()
  const { page } = desk
  let last = writeDraftFile(folder, '2019.nianbao', firstReport())
  await look(page, 'carry-home')
  for (const year of [2020, 2021, 2022]) {
    await beginFromLast(desk, last)
    expect(await page.getByLabel('报告年度').inputValue()).toBe(String(year))
    expect(await page.getByLabel('报告格式').inputValue()).toBe(year < 2021 ? '2019' : '2021')
    expect(await page.getByLabel('编制机关名称').inputValue()).toBe(organ)
    expect(await page.getByLabel('电话').inputValue()).toBe('0469-4285001')
    await look(page, `carry-${year}-basics`)
    const before = read(last)
    const next: Draft = { ...before, year, format: year < 2021 ? '2019' : '2021' }
    const expected = expectedFrom(before, next)
    expect(expected.size).toBe(year === 2020 ? 12 : 7)
    await lookAtCarried(page, before, next, expected)
    await look(page, `carry-${year}-chapter-3`)
    await lookAtChain(page, year)

    const path = join(folder, `${year}.nianbao`)
    await finishYear(desk, path, year)
    // Nothing but what was carried and typed stands in the file.
    const saved = read(path)
    const typed = Object.keys(saved.figures).filter((address) => !address.startsWith('t3.carriedForward.'))
    expect(typed.sort()).toEqual([...expected.keys()].filter((address) => !address.endsWith('.total')).sort())
    await button(page, '首页').click()
    last = path
  }
  expect(read(last).previous?.earlier?.map(({ year }) => year)).toEqual([2020, 2019])
  expect(desk.errors).toEqual([])
})

it('carried figures are confirmed by Enter and button, text is taken, and undo takes all of it back', async () => {
  const folder = testFolder()
  const desk = await openDesk()
  const { page } = desk
  await beginFromLast(desk, writeDraftFile(folder, '2019.nianbao', firstReport()))
  const marked = () => page.locator('.figure-carried').count()

  await goTo(page, /^三、/)
  expect(await marked()).toBe(6)
  await cell(page, '表三·二、上年结转·自然人').click()
  await page.keyboard.press('Enter')
  expect(await marked()).toBe(5)
  await cell(page, '表三·二、上年结转·商业企业').click()
  await panel(page).getByRole('button', { name: '确认', exact: true }).click()
  expect(await marked()).toBe(4)
  await cell(page, '表三·二、上年结转·科研机构').fill('999')
  expect(await marked()).toBe(3)
  await button(page, '撤销').click()
  await button(page, '撤销').click()
  await button(page, '撤销').click()
  expect(await marked()).toBe(6)
  await cell(page, '表三·二、上年结转·自然人').click()
  await panel(page).getByRole('button', { name: '本表 6 格全部确认' }).click()
  expect(await marked()).toBe(0)

  await goTo(page, /^一、/)
  await look(page, 'carry-offer')
  await button(page, '以上年文字为基础').first().click()
  const text = page.getByRole('textbox', { name: '总体情况' })
  await expect.poll(() => text.textContent()).toContain('2020年，我区发布信息1152条，比2019年增加30条。')
  expect(await page.locator('.carried-figure').allTextContents()).toEqual(['1152条', '30条', '57件'])
  await look(page, 'carry-text')
  await page.locator('.carried-figure').first().dblclick()
  await page.keyboard.insertText('1320条')
  await expect.poll(() => page.locator('.carried-figure').count()).toBe(2)
  await panel(page).getByRole('button', { name: '确认 57件' }).click()
  await expect.poll(() => page.locator('.carried-figure').allTextContents()).toEqual(['30条'])
  await look(page, 'carry-text-confirmed')

  await goTo(page, /^五、/)
  await button(page, '不用').click()
  await page.getByRole('region', { name: '上年的文字' }).waitFor({ state: 'detached' })
  expect(await panel(page).textContent()).toContain('个别单位公开不及时。')
  expect(desk.errors).toEqual([])
})

it('says when last year’s file was changed after it was taken over', async () => {
  const folder = testFolder()
  const desk = await openDesk()
  const { app, page } = desk
  const first = writeDraftFile(folder, '2019.nianbao', firstReport())
  await beginFromLast(desk, first)
  const path = join(folder, '2020.nianbao')
  await chooseSavePath(app, path)
  await page.keyboard.press('Control+s')
  await expect.poll(() => status(page).textContent()).toContain('已保存')
  await button(page, '首页').click()

  const changed = firstReport()
  writeDraftFile(folder, '2019.nianbao', {
    ...changed,
    figures: { ...changed.figures, 't3.carriedForward.individual': 7777 },
  })
  await chooseFile(app, path)
  await button(page, /^打开草稿/).click()
  await goTo(page, /^三、/)
  await page.getByRole('tab', { name: /^问题/ }).click()
  await panel(page)
    .getByText(/“2019\.nianbao”的“四、结转下年度”为 7777。上年文件后来改过/)
    .waitFor()
  await look(page, 'carry-file-changed')
  expect(desk.errors).toEqual([])
})
