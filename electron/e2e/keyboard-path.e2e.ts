import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { heading, isWholeZip, organ } from './support/clerk'
import { chooseSavePath } from './support/dialogs'
import { openDesk } from './support/open-desk'

const chapters = ['一', '二', '三', '四', '五', '六']
let folder = ''

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'keyboard-path-'))
})

afterAll(() => {
  rmSync(folder, { recursive: true, force: true })
})

/** Presses Tab until the caret is at the control of this name. */
async function tabTo(page: Page, name: string): Promise<void> {
  for (let presses = 0; presses < 80; presses++) {
    const here = await page.evaluate(() => {
      const element = document.activeElement
      const labels =
        element instanceof HTMLInputElement ||
        element instanceof HTMLTextAreaElement ||
        element instanceof HTMLSelectElement
          ? element.labels
          : null
      return element?.getAttribute('aria-label') ?? labels?.[0]?.textContent ?? element?.textContent ?? ''
    })
    if (here.startsWith(name)) return
    await page.keyboard.press('Tab')
  }
  throw new Error(`Tab never reached ${name}.`)
}

async function nextByKey(page: Page, expected: RegExp): Promise<void> {
  await page.keyboard.press('Control+PageDown')
  await heading(page).filter({ hasText: expected }).waitFor()
}

describe('a clerk without a mouse', () => {
  it('goes through all six chapters, puts a wrong total right and exports', async () => {
    const desk = await openDesk()
    const { app, page } = desk
    const keys = page.keyboard

    await tabTo(page, '新建年报')
    await keys.press('Enter')
    await heading(page).filter({ hasText: '基本信息' }).waitFor()
    await tabTo(page, '编制机关名称')
    await keys.insertText(organ)
    await nextByKey(page, /^导言$/)
    for (const number of chapters.slice(0, 2)) await nextByKey(page, new RegExp(`^${number}、`))

    await nextByKey(page, /^三、/)
    await tabTo(page, '表三·一、本年新收·自然人')
    await keys.type('57')
    await keys.press('Enter')
    await keys.type('0')
    await keys.press('Enter')
    await keys.type('57')
    await keys.press('End')
    await keys.type('75')
    await page.getByText('≠ 57').first().waitFor()
    for (const number of chapters.slice(3)) await nextByKey(page, new RegExp(`^${number}、`))
    await tabTo(page, '其他需要报告的事项')
    await keys.insertText('本年度未收取信息处理费。')

    await nextByKey(page, /^校核$/)
    await page.getByText('表三（一）予以公开·总计：填 75，六类申请人合计 57。').waitFor()
    while (
      (await page.evaluate(() => document.activeElement?.getAttribute('aria-label'))) !==
      '表三（一）予以公开·总计'
    )
      await keys.press('F8')
    await keys.type('57')
    await page.getByText('≠ 57').waitFor({ state: 'detached' })
    await keys.press('Control+z')
    await page.getByText('≠ 57').first().waitFor()
    await keys.press('Control+y')
    await page.getByText('≠ 57').waitFor({ state: 'detached' })

    const word = join(folder, 'keyboard.docx')
    await chooseSavePath(app, word)
    await keys.press('Control+e')
    await heading(page)
      .filter({ hasText: /^导出$/ })
      .waitFor()
    await tabTo(page, '导出 Word')
    await keys.press('Enter')
    await page.getByText('keyboard.docx').waitFor()
    expect(await isWholeZip(word)).toBe(true)
    expect(desk.errors).toEqual([])
  })

  it('asks for help with F1 and comes back with Escape', async () => {
    const desk = await openDesk()
    const { page } = desk
    await tabTo(page, '新建年报')
    await page.keyboard.press('Enter')
    await tabTo(page, '编制机关名称')
    await page.keyboard.press('F1')
    await page.getByText('编制报告的机关全称').waitFor()
    await page.keyboard.press('Escape')
    await expect.poll(() => page.evaluate(() => document.activeElement?.id)).toBe('field-publisher-name')
  })
})
