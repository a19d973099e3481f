import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { cell, heading, isWholeZip, organ } from './support/clerk'
import { chooseFile, chooseSavePath } from './support/dialogs'
import { openDesk } from './support/open-desk'
import { accessibilityFaults, screenshot } from './support/screen'

let folder = ''

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'whole-path-'))
})

afterAll(() => {
  rmSync(folder, { recursive: true, force: true })
})

const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true })
const status = (page: Page) => page.getByRole('contentinfo')

/** Looks at the screen the clerk sees now: a picture of it, and no fault for axe. */
async function look(page: Page, name: string): Promise<void> {
  await screenshot(page, name)
  expect(await accessibilityFaults(page), name).toEqual([])
}

async function next(page: Page, expected: RegExp): Promise<void> {
  await button(page, '下一步').click()
  await heading(page).filter({ hasText: expected }).waitFor()
}

async function write(page: Page, label: string, text: string): Promise<void> {
  await page.getByRole('textbox', { name: label }).click()
  await page.keyboard.insertText(text)
}

describe.each([
  { format: '2021', year: '2025', decisions: '本年处理决定数量' },
  { format: '2019', year: '2020', decisions: '处理决定数量' },
])('a clerk with the mouse, $format format', ({ format, year, decisions }) => {
  it('goes from an empty desk to a Word file and finds the saved draft again', async () => {
    const desk = await openDesk()
    const { app, page } = desk
    await look(page, `${format}-home`)

    await page.getByRole('button', { name: /^新建年报/ }).click()
    await heading(page).filter({ hasText: '基本信息' }).waitFor()
    await page.getByLabel('报告年度').selectOption(year)
    expect(await page.getByLabel('报告格式').inputValue()).toBe(format)
    await page.getByLabel('编制机关名称').fill(organ)
    await page.getByLabel('邮政编码').fill('15513')
    await page.getByLabel('电话').fill('0469-4285001')
    await page.getByText('邮政编码是 6 位数字').waitFor()
    await page.getByLabel('邮政编码').fill('155130')
    await page.getByText('邮政编码是 6 位数字').waitFor({ state: 'detached' })
    await look(page, `${format}-basics`)

    await next(page, /^导言$/)
    const preamble = page.getByRole('textbox', { name: '导言' })
    expect(await preamble.inputValue()).toContain(`由${organ}编制`)
    await preamble.press('Control+End')
    await page.keyboard.insertText('欢迎查阅。')
    await page.getByText('已手工修改').waitFor()
    await button(page, '与自动生成的对照').click()
    await look(page, `${format}-preamble`)
    await button(page, '恢复为自动生成').click()
    await page.getByText('按基本信息自动生成', { exact: true }).waitFor()

    await next(page, /^一、总体情况$/)
    await write(page, '总体情况', '全年主动公开政府信息。')
    await look(page, `${format}-chapter-1`)
    await next(page, /^二、主动公开政府信息情况$/)
    await cell(page, `表二·行政许可·${decisions}`).fill('120')
    await look(page, `${format}-chapter-2`)

    await next(page, /^三、/)
    await cell(page, '表三·一、本年新收·自然人').fill('57')
    await cell(page, '表三·一、本年新收·商业企业').fill('3')
    await cell(page, '表三（一）予以公开·自然人').fill('57')
    await cell(page, '表三（一）予以公开·商业企业').fill('3')
    await expect.poll(() => status(page).textContent()).toContain('勾稽平衡')
    const total = cell(page, '表三（一）予以公开·总计')
    expect(await total.inputValue()).toBe('60')
    await total.fill('65')
    await page.getByText('≠ 60').first().waitFor()
    await page.getByRole('tab', { name: /^问题/ }).click()
    await page
      .getByRole('tabpanel')
      .getByText('表三（一）予以公开·总计：填 65，六类申请人合计 60。')
      .waitFor()
    await expect.poll(() => status(page).textContent()).toContain('处不平')
    await look(page, `${format}-chapter-3-wrong-total`)
    await total.fill('60')
    await page.getByText('≠ 60').waitFor({ state: 'detached' })
    await expect.poll(() => status(page).textContent()).toContain('勾稽平衡')
    await look(page, `${format}-chapter-3`)

    await next(page, /^四、/)
    await cell(page, '表四·行政复议·结果维持').fill('1')
    await look(page, `${format}-chapter-4`)
    await next(page, /^五、/)
    await write(page, '存在的主要问题及改进情况', '个别单位公开不够及时，已逐项整改。')
    await look(page, `${format}-chapter-5`)
    await next(page, /^六、/)
    await write(page, '其他需要报告的事项', '本年度未收取信息处理费。')
    await look(page, `${format}-chapter-6`)

    await next(page, /^校核$/)
    await page.getByText(/^还差 3 处即可报送$/).waitFor()
    await look(page, `${format}-review`)
    await button(page, '空白格全部补 0').click()
    await page.getByText('可以报送', { exact: true }).waitFor()
    await look(page, `${format}-review-ready`)

    await next(page, /^导出$/)
    const word = join(folder, `${format}.docx`)
    await chooseSavePath(app, word)
    await button(page, '导出 Word').click()
    await page.getByText(`${format}.docx`).waitFor()
    expect(await isWholeZip(word)).toBe(true)
    await look(page, `${format}-export`)

    const draft = join(folder, `${format}.nianbao`)
    await chooseSavePath(app, draft)
    await page.keyboard.press('Control+s')
    await expect.poll(() => status(page).textContent()).toContain('已保存')
    expect(JSON.parse(readFileSync(draft, 'utf8'))).toMatchObject({
      format,
      figures: { 't3.received.individual': 57 },
    })

    // A change to a named draft reaches the file by itself.
    await page
      .getByRole('navigation')
      .getByRole('button', { name: /^基本信息/ })
      .click()
    await page.getByLabel('地址', { exact: true }).fill('振兴路1号')
    await expect.poll(() => readFileSync(draft, 'utf8')).toContain('振兴路1号')

    await button(page, '首页').click()
    await page.getByRole('button', { name: /^打开草稿/ }).waitFor()
    await chooseFile(app, draft)
    await page.getByRole('button', { name: /^打开草稿/ }).click()
    await heading(page).filter({ hasText: '基本信息' }).waitFor()
    expect(await page.getByLabel('编制机关名称').inputValue()).toBe(organ)
    expect(desk.errors).toEqual([])
  })
})
