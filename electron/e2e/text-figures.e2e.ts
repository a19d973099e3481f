import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { parseDraft } from '../../shared/draft/parse-draft'
import qinghe from '../../templates/samples/qinghe-2025.nianbao?raw'
import { heading } from './support/clerk'
import { testFolder, writeDraftFile } from './support/drafts'
import { openDesk } from './support/open-desk'
import { accessibilityFaults, screenshot } from './support/screen'

// Text against tables in the window: what is typed is held against the tables at once, and listed figure by figure.

/** The sample without any text: 26 行政规范性文件 issued. */
async function openChapterOne(): Promise<Page> {
  const read = parseDraft(qinghe, 'qinghe-2025.nianbao')
  if (!read.ok) throw new Error('The sample is no draft')
  const file = writeDraftFile(testFolder(), '年报.nianbao', { ...read.value, prose: {} })
  const { page } = await openDesk({ args: [file] })
  await goTo(page, /^一、/)
  await page.getByRole('tab', { name: /^问题/ }).click()
  await page.getByRole('textbox', { name: '总体情况' }).click()
  return page
}

async function goTo(page: Page, step: RegExp): Promise<void> {
  await page.getByRole('navigation').getByRole('button', { name: step }).click()
  await heading(page).waitFor()
}

const figures = (page: Page) => page.getByRole('region', { name: '文中数字' })
const warning = (page: Page) =>
  page.getByText('文中“27件”：表二·行政规范性文件·本年制发件数为 26件。', { exact: true })

test('a wrong figure typed in the text is shown, leads to its words, and goes with the table', async () => {
  const page = await openChapterOne()
  await page.keyboard.insertText('全年制发行政规范性文件27件，废止14件。网站发布信息350条。')
  await page.getByRole('tab', { name: /^问题/ }).click()

  await expect.poll(() => warning(page).count()).toBe(1)
  const wrong = figures(page).getByRole('button', { name: /^不符，27件：.*本年制发件数为 26件$/ })
  await wrong.waitFor()
  expect(await figures(page).locator('summary').allTextContents()).toEqual(['不符 1', '相符 1', '未对应 1'])
  await screenshot(page, 'text-figures')
  expect(await accessibilityFaults(page)).toEqual([])

  await wrong.click()
  expect(await page.evaluate(() => getSelection()?.toString())).toBe('27件')

  await goTo(page, /^二、/)
  const cell = page.locator('input[data-cell="t2.normative.issued"]')
  await cell.fill('27')
  await cell.press('Tab')
  await goTo(page, /^一、/)
  await page.getByRole('tab', { name: /^问题/ }).click()
  await expect.poll(() => figures(page).locator('summary').allTextContents()).toEqual(['相符 2', '未对应 1'])
  expect(await page.getByText('文中“27件”').count()).toBe(0)
})
