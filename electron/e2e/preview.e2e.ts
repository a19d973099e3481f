import { execFileSync } from 'node:child_process'
import { copyFileSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { answerMessageBox, chooseFile, chooseSavePath } from './support/dialogs'
import { exportByCli, samples } from './support/exported'
import type { Desk } from './support/launch'
import { openDesk } from './support/open-desk'
import { accessibilityFaults, screenshot } from './support/screen'

let folder = ''

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'nianbao-preview-'))
  exportByCli([sample?.path ?? ''], 'pdf', folder)
})

afterAll(() => {
  rmSync(folder, { recursive: true, force: true })
})

const sample = samples.find(({ name }) => name === 'qinghe-2025')
const step = (page: Page, name: RegExp) => page.getByRole('navigation').getByRole('button', { name })
const pageImage = (page: Page, number: number) =>
  page.getByRole('img', { name: new RegExp(`^第 ${number} 页`) })
const firstStep = (page: Page) => page.getByRole('heading', { level: 1 }).filter({ hasText: '基本信息' })

/** A copy of the made-up report on the desk: what is changed there is saved. */
async function openSample(): Promise<Desk> {
  const desk = await openDesk()
  const copy = join(mkdtempSync(join(folder, 'draft-')), '年报.nianbao')
  copyFileSync(sample?.path ?? '', copy)
  await chooseFile(desk.app, copy)
  await desk.page.getByRole('button', { name: /^打开草稿/ }).click()
  await firstStep(desk.page).waitFor()
  return desk
}

/** The page of the exported PDF that says this, from 1. */
function pageThatSays(text: string): number {
  const pdf = join(folder, `${sample?.name}.pdf`)
  const pages = execFileSync('pdftotext', ['-raw', pdf, '-'], { encoding: 'utf8' }).split('\f')
  return pages.findIndex((page) => page.replace(/\s/gu, '').includes(text)) + 1
}

/** What a page looks like now; '' before it is drawn. */
function picture(page: Page, number: number): Promise<string> {
  return pageImage(page, number).evaluate((canvas) => {
    const { width, height } = canvas as HTMLCanvasElement
    const shades = (canvas as HTMLCanvasElement).getContext('2d')?.getImageData(0, 0, width, height).data
    return shades?.some((shade) => shade !== 0) ? (canvas as HTMLCanvasElement).toDataURL() : ''
  })
}

/** How far down the panel's pages are scrolled. */
const scrolled = (page: Page) => page.getByRole('tabpanel').evaluate((panel) => panel.scrollTop)

describe('the pages beside the form', () => {
  it('follow the caret', async () => {
    const { page, errors } = await openSample()
    await page.getByRole('tab', { name: '预览' }).click()
    await expect.poll(() => picture(page, 1), { timeout: 20_000 }).not.toBe('')
    await step(page, /^三、/).click()
    await page.getByRole('textbox', { name: '表三（一）予以公开·商业企业' }).click()
    const table = pageImage(page, pageThatSays('一、本年新收政府信息公开申请数量'))
    await expect.poll(() => isInSight(page, table)).toBe(true)
    await screenshot(page, 'preview-table')
    expect(await accessibilityFaults(page)).toEqual([])
    await step(page, /^基本信息/).click()
    await expect.poll(() => scrolled(page)).toBe(0)
    expect(errors).toEqual([])
  })

  it('are made anew while the clerk types, who keeps the caret and the place in the pages', async () => {
    const { page, errors } = await openSample()
    await page.getByRole('tab', { name: '预览' }).click()
    await expect.poll(() => picture(page, 1), { timeout: 20_000 }).not.toBe('')
    const before = await picture(page, 1)
    const name = page.getByLabel('编制机关名称')
    await name.fill('青禾新区人民政府办公室')
    await expect.poll(() => picture(page, 1), { timeout: 20_000 }).not.toBe(before)
    expect(await name.evaluate((field) => document.activeElement === field)).toBe(true)
    expect(await scrolled(page)).toBe(0)

    await step(page, /^五、/).click()
    await page.getByRole('textbox', { name: '存在的主要问题及改进情况' }).click()
    await page.keyboard.press('Control+End')
    await page.keyboard.insertText('新写的一句话。')
    const end = pageImage(page, pageThatSays('由经办人员接听咨询。'))
    await expect.poll(() => isInSight(page, end), { timeout: 20_000 }).toBe(true)
    const place = await scrolled(page)
    await page.keyboard.insertText('又一句话。')
    await page.waitForTimeout(2_000)
    expect(Math.abs((await scrolled(page)) - place)).toBeLessThan(60)
    expect(errors).toEqual([])
  })

  it('can be seen large, and Escape goes back to the form', async () => {
    const { page, errors } = await openSample()
    await page.getByRole('tab', { name: '预览' }).click()
    await page.getByRole('button', { name: '放大' }).click()
    const large = page.getByRole('dialog', { name: '报告的页面' })
    await large.getByRole('img', { name: /^第 1 页/ }).waitFor()
    expect((await large.getByRole('img', { name: /^第 1 页/ }).boundingBox())?.width).toBeGreaterThan(700)
    expect(await accessibilityFaults(page)).toEqual([])
    await page.keyboard.press('Escape')
    await large.waitFor({ state: 'hidden' })
    expect(errors).toEqual([])
  })
})

async function isInSight(page: Page, image: ReturnType<typeof pageImage>): Promise<boolean> {
  const [sheet, view] = await Promise.all([image.boundingBox(), page.getByRole('tabpanel').boundingBox()])
  if (!sheet || !view) return false
  return sheet.y < view.y + view.height / 2 && sheet.y + sheet.height > view.y + 50
}

describe('exporting from the window', () => {
  it('writes all four formats side by side and asks once about files that are there', async () => {
    const { app, page, errors } = await openSample()
    const out = mkdtempSync(join(folder, 'all-'))
    writeFileSync(join(out, '年报.pdf'), 'old')
    await chooseSavePath(app, join(out, '年报.docx'))
    await answerMessageBox(app, '替换')
    await page.keyboard.press('Control+e')
    for (const name of ['PDF 文件', '网页', '电子表格']) await page.getByRole('checkbox', { name }).check()
    await page.getByRole('button', { name: '导出这 4 种' }).click()
    await page.getByText('年报.xlsx').waitFor()
    expect(readdirSync(out).sort()).toEqual(['年报.docx', '年报.html', '年报.pdf', '年报.xlsx'])
    expect(execFileSync('pdfinfo', [join(out, '年报.pdf')], { encoding: 'utf8' })).toMatch(/^Tagged: +yes$/mu)
    await page.getByText(/^这台电脑缺少/).click()
    await page.getByText('没有“方正小标宋简体”').waitFor()
    await screenshot(page, 'export-four')
    expect(await accessibilityFaults(page)).toEqual([])
    expect(errors).toEqual([])
  })

  it('touches nothing where the clerk does not want to replace', async () => {
    const { app, page } = await openSample()
    const out = mkdtempSync(join(folder, 'none-'))
    writeFileSync(join(out, '年报.pdf'), 'old')
    await chooseSavePath(app, join(out, '年报.docx'))
    await answerMessageBox(app, '取消')
    await page.keyboard.press('Control+e')
    await page.getByRole('checkbox', { name: 'PDF 文件' }).check()
    await page.getByRole('button', { name: '导出这 2 种' }).click()
    await expect.poll(() => page.getByRole('button', { name: '导出这 2 种' }).isVisible()).toBe(true)
    expect(readdirSync(out)).toEqual(['年报.pdf'])
    expect(readFileSync(join(out, '年报.pdf'), 'utf8')).toBe('old')
  })
})
