import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { strFromU8, unzipSync } from 'fflate'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { parseDraft } from '../../shared/draft/parse-draft'
import { writeDraft } from '../../shared/draft/write-draft'
import { chooseSavePath } from './support/dialogs'
import { exportByCli } from './support/exported'
import type { Desk } from './support/launch'
import { openDesk } from './support/open-desk'
import { accessibilityFaults, screenshot } from './support/screen'

let folder = ''

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'linked-'))
})

afterAll(() => {
  rmSync(folder, { recursive: true, force: true })
})

const text = (page: Page) => page.getByRole('textbox', { name: '总体情况' })
const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true })
const licensing = (page: Page) =>
  page.getByRole('textbox', { name: '表二·行政许可·本年处理决定数量', exact: true })
const figures = (page: Page) => text(page).getByRole('img')

async function goTo(page: Page, step: RegExp): Promise<void> {
  await page.getByRole('navigation').getByRole('button', { name: step }).click()
}

/** A new report with 行政许可 filled in, the caret in the text of chapter 一. */
async function openWithLicensing(count: string): Promise<Desk> {
  const desk = await openDesk()
  const { page } = desk
  await page.getByRole('button', { name: /^新建年报/ }).click()
  await fillLicensing(page, count)
  await goTo(page, /^一、/)
  await text(page).click()
  return desk
}

async function fillLicensing(page: Page, count: string): Promise<void> {
  await goTo(page, /^二、/)
  await licensing(page).fill(count)
  await licensing(page).press('Enter')
}

it('a figure is put into the text by mouse, follows the table, and is text in Word', async () => {
  const desk = await openWithLicensing('1020')
  const { page } = desk
  await page.keyboard.insertText('全年办理行政许可')
  await button(page, '插入表中数字').click()
  await page.getByRole('combobox', { name: '找表里的数' }).fill('行政许可')
  await page
    .getByRole('option', { name: /表二·行政许可·本年处理决定数量/ })
    .first()
    .click()
  await page.getByRole('radio', { name: '1,020' }).check()
  await screenshot(page, 'figure-picker')
  expect(await accessibilityFaults(page)).toEqual([])
  await button(page, '插入').click()
  await page.keyboard.insertText('件。')
  await expect.poll(() => text(page).textContent()).toBe('全年办理行政许可1,020件。')
  await figures(page).click()
  await screenshot(page, 'figure-in-text')
  expect(await accessibilityFaults(page)).toEqual([])

  await fillLicensing(page, '2345')
  await goTo(page, /^一、/)
  expect(await figures(page).getAttribute('aria-label')).toBe('表二·行政许可·本年处理决定数量：2,345')
  await expect.poll(() => text(page).textContent()).toBe('全年办理行政许可2,345件。')

  const path = join(folder, '年报.nianbao')
  await chooseSavePath(desk.app, path)
  await page.keyboard.press('Control+s')
  await page.getByText(/^已保存/).waitFor()
  const saved = readFileSync(path, 'utf8')
  const draft = parseDraft(saved, '')
  expect(draft.ok && writeDraft(draft.value)).toBe(saved)
  expect(saved).toContain('"kind": "figure"')

  expect(exportByCli([path], 'docx', folder).status).toBe(0)
  const word = unzipSync(readFileSync(join(folder, '年报.docx')))['word/document.xml']
  expect(strFromU8(word ?? new Uint8Array()).replace(/<[^>]+>/g, '')).toContain('全年办理行政许可2,345件。')
  expect(desk.errors).toEqual([])
})

it('a figure is put in, changed and taken out by keyboard alone; undo and redo go through it', async () => {
  const desk = await openWithLicensing('1020')
  const { page } = desk
  await page.keyboard.insertText('许可')
  await page.waitForTimeout(1200)
  await page.keyboard.press('Control+Alt+s')
  await page.keyboard.insertText('行政许可')
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('ArrowUp')
  await page.keyboard.press('Enter')
  await expect.poll(() => text(page).textContent()).toBe('许可1020')
  expect(await text(page).evaluate((box) => box === document.activeElement)).toBe(true)

  await page.keyboard.press('Control+z')
  await expect.poll(() => text(page).textContent()).toBe('许可')
  await page.keyboard.press('Control+y')
  await expect.poll(() => text(page).textContent()).toBe('许可1020')

  await text(page).click()
  await page.keyboard.press('Control+End')
  await page.keyboard.press('ArrowLeft')
  await button(page, '变为文字').waitFor()
  await page.keyboard.press('Control+c')
  expect(await desk.app.evaluate(({ clipboard }) => clipboard.readText())).toBe('1020')
  await page.keyboard.press('ArrowRight')
  await page.keyboard.press('Control+v')
  await expect.poll(() => figures(page).count()).toBe(2)
  await page.keyboard.press('ArrowLeft')
  await page.keyboard.press('Delete')
  await expect.poll(() => figures(page).count()).toBe(1)
  await page.keyboard.press('ArrowLeft')
  await button(page, '变为文字').click()
  await expect.poll(() => figures(page).count()).toBe(0)
  await expect.poll(() => text(page).textContent()).toBe('许可1020')
  expect(desk.errors).toEqual([])
})

it('numbers of the text follow the table from one click on, and a cell names the sentences that use it', async () => {
  const desk = await openWithLicensing('120')
  const { page } = desk
  await page.keyboard.insertText('全年作出行政许可决定120件，作出行政处罚决定15件。')
  await button(page, '本章能对应的数字全部改为随表数字').click()
  await expect.poll(() => figures(page).count()).toBe(1)
  await expect.poll(() => text(page).textContent()).toBe('全年作出行政许可决定120件，作出行政处罚决定15件。')
  await page.keyboard.press('Control+z')
  await expect.poll(() => figures(page).count()).toBe(0)
  await page.keyboard.press('Control+y')
  await expect.poll(() => figures(page).count()).toBe(1)

  await fillLicensing(page, '125')
  await page.keyboard.press('ArrowUp')
  await screenshot(page, 'figure-uses')
  const use = page.getByRole('region', { name: '用到这个数的文字' }).getByRole('button')
  await expect.poll(() => use.textContent()).toContain('125件，作出行政处罚')
  await use.click()
  await text(page).waitFor()
  await expect.poll(() => text(page).textContent()).toContain('行政许可决定125件')
  expect(desk.errors).toEqual([])
})

it('a cell without a number leaves a mark nobody overlooks, and a finding', async () => {
  const desk = await openWithLicensing('120')
  const { page } = desk
  await button(page, '插入表中数字').click()
  await page.keyboard.insertText('行政处罚')
  await page.keyboard.press('Enter')
  await expect.poll(() => text(page).textContent()).toBe('〔未填〕')
  await goTo(page, /^校核/)
  await page
    .getByText(/文中的随表数字“表二·行政处罚·本年处理决定数量”没有数/)
    .first()
    .waitFor()
  expect(desk.errors).toEqual([])
})
