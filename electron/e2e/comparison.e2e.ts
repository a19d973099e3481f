import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { expect, it } from 'vitest'
import { carryOver } from '../../shared/carry-over/carry-over'
import { lastText } from '../../shared/carry-over/last-text'
import { lastDraft } from '../../shared/compare/track-reports'
import { compose } from '../../shared/compose/compose'
import type { Draft } from '../../shared/draft/draft'
import { parseDraft } from '../../shared/draft/parse-draft'
import { cellsOf } from '../../shared/format/cells'
import { proposeFormat } from '../../shared/format/formats'
import { proseFromText } from '../../shared/prose/from-text'
import { heading } from './support/clerk'
import { chooseFile, chooseSavePath } from './support/dialogs'
import { testFolder, writeDraftFile } from './support/drafts'
import { pageCount } from './support/exported-text'
import type { Desk } from './support/launch'
import { convertInLibreOffice, resolveChanges } from './support/libre-office'
import { openDesk } from './support/open-desk'
import { sampleDrafts } from './support/sample-drafts'
import { accessibilityFaults, screenshot } from './support/screen'
import { foundReport, shownReport } from './support/shown-report'
import { readWithPython } from './support/word-readers'

const button = (page: Page, name: string | RegExp) => page.getByRole('button', { name })
const panel = (page: Page) => page.getByRole('tabpanel')
const status = (page: Page) => page.getByRole('contentinfo')
const goTo = (page: Page, step: RegExp) =>
  page.getByRole('navigation').getByRole('button', { name: step }).click()

function sample(name: string): Draft {
  const found = sampleDrafts.find((one) => one.name === name)
  if (!found) throw new Error(`No sample ${name}`)
  return found.draft
}

/** The report of the next year, its text worked on and every figure another. */
function nextYear(last: Draft): Draft {
  const next = carryOver(last, { year: last.year + 1 })
  const figures = cellsOf(proposeFormat(next.year))
    .filter(({ row, column }) => row.id !== 'total' && column.id !== 'total')
    .map(({ cell, holds }, index): [string, number | string] => [
      cell,
      holds === 'count' ? 123_456 + 7 * index : `${1000 + index}.25`,
    ])
  const slots = Object.keys(last.prose)
  const prose = Object.fromEntries(slots.map((slot) => [slot, lastText(next, slot, 'basis')]))
  const own = proseFromText('（一）新媒体维护不够。个别账号更新不及时。\n下一步，逐个账号明确专人维护。')
  return { ...next, prose: { ...prose, 5: own }, figures: Object.fromEntries(figures) }
}

async function open(desk: Desk, path: string): Promise<void> {
  await chooseFile(desk.app, path)
  await button(desk.page, /^打开草稿/).click()
  await heading(desk.page).filter({ hasText: '基本信息' }).waitFor()
}

async function exportAs(desk: Desk, name: string, path: string): Promise<void> {
  await chooseSavePath(desk.app, path)
  await button(desk.page, name).click()
  await desk.page.getByText(path.split('/').at(-1) ?? path).waitFor()
  await expect.poll(() => existsSync(path)).toBe(true)
}

it.each(['qinghe-2025', 'baoshan-2020'])(
  '%s and the next year’s: compared on the screen, and in Word all accepted is this year’s, all rejected last year’s',
  { timeout: 180_000 },
  async (name) => {
    const folder = testFolder()
    const desk = await openDesk()
    const { page } = desk
    const draft = nextYear(sample(name))
    await open(desk, writeDraftFile(folder, 'next.nianbao', draft))
    await page.getByRole('tab', { name: '上年' }).click()
    await button(page, '两年对照').focus()
    await page.keyboard.press('Enter')
    await page.getByRole('heading', { level: 1, name: `与${draft.year - 1}年度报告对照` }).waitFor()
    expect(await page.getByRole('table', { name: '变动的数字' }).getByRole('row').count()).toBeGreaterThan(
      100,
    )
    const chapter5 = page.getByRole('region', { name: /^五、/ })
    expect(await chapter5.locator('ins').count()).toBeGreaterThan(0)
    await screenshot(page, `comparison-${name}`)
    await chapter5.scrollIntoViewIfNeeded()
    await screenshot(page, `comparison-${name}-text`)
    expect(await accessibilityFaults(page)).toEqual([])

    const [tracked, figures] = [join(folder, '修订对照.docx'), join(folder, '变动数字.docx')]
    await exportAs(desk, '修订对照（Word）', tracked)
    await exportAs(desk, '变动数字一览表（Word）', figures)
    const { accepted, rejected } = await resolveChanges([tracked], folder)
    const [now, then] = readWithPython([...accepted, ...rejected]).map(foundReport)
    const last = lastDraft(draft)
    if (!last) throw new Error('Nothing to compare with.')
    expect(now).toEqual(shownReport(compose(draft, proposeFormat(draft.year))))
    expect(then).toEqual(shownReport(compose(last, proposeFormat(last.year))))
    const [pdf = ''] = await convertInLibreOffice([figures], 'pdf', join(folder, 'printed'))
    expect(pageCount(pdf)).toBe(1)

    await page.keyboard.press('Escape')
    await heading(page).filter({ hasText: '基本信息' }).waitFor()
    expect(desk.errors).toEqual([])
  },
)

it('holds a report against five earlier files, by the ratio the office chose, and keeps a warning with its reason', async () => {
  const folder = testFolder()
  const desk = await openDesk()
  const { page } = desk
  const inForce: Record<number, number> = { 2021: 10, 2022: 11, 2023: 12, 2024: 13, 2025: 40 }
  const reportOf = (year: number): Draft => ({
    ...sample('qinghe-2025'),
    format: '2021',
    year,
    prose: {},
    waivers: [],
    figures: { 't2.normative.inForce': inForce[year] ?? 0, 't2.licensing.decisions': 100 },
  })
  const files = [2024, 2023, 2022, 2021, 2020].map((year) => {
    const draft = year === 2020 ? { ...sample('yunxi-2020'), scope: reportOf(2021).scope } : reportOf(year)
    return writeDraftFile(folder, `${year}.nianbao`, draft)
  })
  const path = writeDraftFile(folder, '2025.nianbao', reportOf(2025))
  await open(desk, path)
  await page.getByRole('tab', { name: '上年' }).click()
  const [first = '', ...rest] = files
  await chooseFile(desk.app, first)
  await button(page, '选择上年草稿').click()
  for (const file of rest) {
    await chooseFile(desk.app, file)
    await button(page, '添加往年草稿').click()
    await panel(page)
      .getByText(`（${file.split('/').at(-1)}）`)
      .waitFor()
  }
  await panel(page).getByText('已经有五年了。要换别的年份，先移除一年。').waitFor()
  await screenshot(page, 'earlier-files')
  expect(await accessibilityFaults(page)).toEqual([])

  const unusual = () => page.getByText(/现行有效件数：填 40，2024年度为 13，是上年的 3\.1 倍/).count()
  await goTo(page, /^校核/)
  expect(await unusual()).toBe(0)
  await goTo(page, /^基本信息/)
  await page.getByRole('combobox', { name: '与上年相差几倍以上时提示' }).selectOption('3')
  await goTo(page, /^校核/)
  await expect.poll(unusual).toBe(1)

  await page.keyboard.press('Control+s')
  await expect.poll(() => status(page).textContent()).toContain('已保存')
  await button(page, '首页').click()
  writeDraftFile(folder, '2022.nianbao', {
    ...reportOf(2022),
    figures: { ...reportOf(2022).figures, 't2.licensing.decisions': 999 },
  })
  await open(desk, path)
  await goTo(page, /^校核/)
  const message =
    '“2022.nianbao”在带入“2025.nianbao”以后改过：表二·行政许可·本年处理决定数量由 100 改为 999，请核对。'
  const line = page.getByRole('listitem').filter({ hasText: message })
  await line.waitFor()
  await line.getByRole('button', { name: /^保留/ }).click()
  await page.getByRole('textbox', { name: '保留的理由' }).fill('2022年报告已更正公布')
  await page.keyboard.press('Enter')
  await page.keyboard.press('Control+s')
  await expect.poll(() => status(page).textContent()).toContain('已保存')
  const saved = parseDraft(readFileSync(path, 'utf8'), path)
  expect(saved.ok && saved.value.waivers.map(({ reason }) => reason)).toEqual(['2022年报告已更正公布'])
  expect(desk.errors).toEqual([])
})
