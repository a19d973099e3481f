import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { chooseFile, chooseSavePath } from './support/dialogs'
import type { Desk } from './support/launch'
import { openDesk } from './support/open-desk'
import { accessibilityFaults, screenshot } from './support/screen'

/** A red square of ten by ten pixels. */
const png =
  'iVBORw0KGgoAAAANSUhEUgAAAAoAAAAKCAIAAAACUFjqAAAAEklEQVR42mM4o6SEBzGMSmNDAJweakGa2WFkAAAAAElFTkSuQmCC'

let folder = ''

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'prose-'))
})

afterAll(() => {
  rmSync(folder, { recursive: true, force: true })
})

const text = (page: Page) => page.getByRole('textbox', { name: '总体情况' })
const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true })

/** A new report, at chapter 一, the caret in its text. */
async function openChapterOne(): Promise<Desk> {
  const desk = await openDesk()
  await desk.page.getByRole('button', { name: /^新建年报/ }).click()
  await goTo(desk.page, /^一、/)
  await text(desk.page).click()
  return desk
}

async function goTo(page: Page, step: RegExp): Promise<void> {
  await page.getByRole('navigation').getByRole('button', { name: step }).click()
}

/** The printed lines: each paragraph with the number the app shows before it. */
function lines(page: Page): Promise<string[]> {
  return text(page)
    .locator('p, td, figcaption')
    .evaluateAll((all) => all.map((line) => (line.getAttribute('data-mark') ?? '') + line.textContent))
}

async function expectLines(page: Page, expected: string[]): Promise<void> {
  await expect.poll(async () => (await lines(page)).filter((line) => line !== '')).toEqual(expected)
}

/** Types as a person does, a character at a time. */
async function type(page: Page, characters: string): Promise<void> {
  for (const character of characters) await page.keyboard.insertText(character)
}

/** What another program's copy brings. */
async function paste(page: Page, copied: Record<string, string>): Promise<void> {
  await text(page).evaluate((box, data) => {
    const clipboardData = new DataTransfer()
    for (const [kind, value] of Object.entries(data)) clipboardData.setData(kind, value)
    box.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }))
  }, copied)
}

async function look(page: Page, name: string): Promise<void> {
  await screenshot(page, name)
  expect(await accessibilityFaults(page), name).toEqual([])
}

describe('the prose of a chapter', () => {
  it('is typed with its numbers counted by the app', async () => {
    const desk = await openChapterOne()
    const { page } = desk
    const keys = page.keyboard
    await type(page, '2025年，全区公开信息120条。')
    await keys.press('Enter')
    await type(page, '（一）依法开展主动公开工作。全年公开政府信息。')
    await keys.press('Enter')
    await type(page, '（二）依申请公开')
    await keys.press('Enter')
    await type(page, '1.受理申请5件。办结5件。')
    await keys.press('Enter')
    await type(page, '平均用时9天。')
    await keys.press('Enter')
    await keys.press('Enter')
    await type(page, '1.5万人次浏览。')
    await keys.press('Enter')
    await type(page, '一是抓培训；')
    await keys.press('Enter')
    await type(page, '抓考核。')
    await expectLines(page, [
      '2025年，全区公开信息120条。',
      '（一）依法开展主动公开工作。全年公开政府信息。',
      '（二）依申请公开',
      '1.受理申请5件。办结5件。',
      '2.平均用时9天。',
      '1.5万人次浏览。',
      '一是抓培训；',
      '二是抓考核。',
    ])
    await look(page, 'prose-typed')

    const draft = join(folder, 'typed.nianbao')
    await chooseSavePath(desk.app, draft)
    await keys.press('Control+s')
    await expect.poll(() => page.getByRole('contentinfo').textContent()).toContain('已保存')
    const kinds = JSON.parse(readFileSync(draft, 'utf8')).prose['1'].map(({ kind }: { kind: string }) => kind)
    expect(kinds).toEqual([
      'paragraph',
      'runInHeading',
      'heading',
      'numbered',
      'numbered',
      'paragraph',
      'list',
    ])
    expect(desk.errors).toEqual([])
  })

  it('takes what an input method composes once, and keeps it whole', async () => {
    const desk = await openChapterOne()
    const { page } = desk
    const method = await desk.app.context().newCDPSession(page)
    const compose = async (...steps: string[]) => {
      for (const composed of steps) {
        const [selectionStart, selectionEnd] = [composed.length, composed.length]
        await method.send('Input.imeSetComposition', { text: composed, selectionStart, selectionEnd })
      }
    }
    await compose('z', 'zheng', 'zhengfu')
    await method.send('Input.insertText', { text: '政府' })
    await expectLines(page, ['政府'])
    await type(page, '信息。')
    await page.keyboard.press('Enter')
    await type(page, '1.')
    await compose('s', 'shou', 'shouli')
    await method.send('Input.insertText', { text: '受理' })
    await expectLines(page, ['政府信息。', '1.受理'])
    await page.keyboard.press('Control+z')
    await page.keyboard.press('Control+z')
    await page.keyboard.press('Control+y')
    await page.keyboard.press('Control+y')
    await expectLines(page, ['政府信息。', '1.受理'])
    expect(desk.errors).toEqual([])
  })

  it('is formatted from the toolbar, by mouse and by keyboard', async () => {
    const desk = await openChapterOne()
    const { page } = desk
    await type(page, '主动公开')
    await button(page, '（一）标题').click()
    await expectLines(page, ['（一）主动公开'])
    expect(await button(page, '（一）标题').getAttribute('aria-pressed')).toBe('true')
    await page.keyboard.press('Control+Alt+2')
    await expectLines(page, ['1.主动公开'])
    await page.keyboard.press('Shift+Tab')
    await page.keyboard.press('Home')
    await page.keyboard.press('Enter')
    await expectLines(page, ['主动公开'])
    await page.keyboard.press('Shift+Home')
    await page.keyboard.press('Control+b')
    await text(page).locator('strong').filter({ hasText: '主动公开' }).waitFor()
    await page.keyboard.press('End')
    await button(page, '表格').click()
    await type(page, '渠道')
    await page.keyboard.press('Enter')
    await type(page, '数量')
    await button(page, '加一行').click()
    await expectLines(page, ['主动公开', '渠道', '数量'])
    expect(await text(page).locator('tr').count()).toBe(4)
    await look(page, 'prose-table')
    expect(desk.errors).toEqual([])
  })
})

describe('pasting into a chapter', () => {
  it('reads Word’s text and tables, one step to undo', async () => {
    const desk = await openChapterOne()
    const { page } = desk
    await type(page, '前文。')
    await page.keyboard.press('Enter')
    await paste(page, {
      'text/plain': '（一）主动公开。全年5条。\r\n　　正文\r\n渠道\t数量\r\n网站\t5\r\n',
      'text/html': `<html><head><style>p { color: red }</style></head><body><!--StartFragment-->
        <p class="MsoNormal" style="text-indent:32pt"><b>（一）主动公开。</b>全年5条。</p><p>　　正文</p>
        <table style="width:9cm"><tr><td>渠道</td><td onclick="alert(1)">数量</td></tr>
        <tr><td>网站<img src="x" onerror="alert(2)"></td><td>5</td></tr></table><!--EndFragment--></body></html>`,
    })
    const pasted = ['前文。', '（一）主动公开。全年5条。', '正文', '渠道', '数量', '网站', '5']
    await expectLines(page, pasted)
    await look(page, 'prose-pasted')
    await page.keyboard.press('Control+z')
    await expectLines(page, ['前文。'])
    await page.keyboard.press('Control+y')
    await expectLines(page, pasted)
    expect(desk.errors).toEqual([])
  })

  it('drops what cannot be printed, keeps emoji, and refuses five megabytes in words', async () => {
    const desk = await openChapterOne()
    const { page } = desk
    await paste(page, { 'text/plain': '全年\u0000公\u0007开😀\ud83d信息' })
    await expectLines(page, ['全年公开😀信息'])
    await paste(page, { 'text/plain': '全年公开政府信息。'.repeat(600_000) })
    await page.getByText(/一次最多 300,000 字，没有放入/).waitFor()
    await look(page, 'prose-too-long')
    await expectLines(page, ['全年公开😀信息'])
    expect(desk.errors).toEqual([])
  })
})

it('undo and redo go back and forth across prose and figures', async () => {
  const desk = await openChapterOne()
  const { page } = desk
  await type(page, '甲')
  await goTo(page, /^二、/)
  const licensing = page.getByRole('textbox', { name: '表二·行政许可·本年处理决定数量', exact: true })
  await licensing.fill('120')
  await licensing.press('Enter')
  await goTo(page, /^一、/)
  await text(page).click()
  await page.keyboard.press('End')
  await type(page, '乙')
  await expectLines(page, ['甲乙'])

  await page.keyboard.press('Control+z')
  await expectLines(page, ['甲'])
  await page.keyboard.press('Control+z')
  await expect.poll(() => licensing.inputValue()).toBe('')
  await page.keyboard.press('Control+z')
  await expectLines(page, [])
  await page.keyboard.press('Control+y')
  await expectLines(page, ['甲'])
  await page.keyboard.press('Control+y')
  await expect.poll(() => licensing.inputValue()).toBe('120')
  await page.keyboard.press('Control+y')
  await expectLines(page, ['甲乙'])
  expect(desk.errors).toEqual([])
})

it('a picture is taken in with its caption, and undone in one step', async () => {
  const desk = await openChapterOne()
  const { page } = desk
  const file = join(folder, 'square.png')
  writeFileSync(file, Buffer.from(png, 'base64'))
  await type(page, '前文。')
  // Longer than a pause between two words: what follows is a step of its own.
  await page.waitForTimeout(1200)
  await chooseFile(desk.app, file)
  await button(page, '图片').click()
  const picture = text(page).locator('figure img')
  await picture.waitFor()
  expect(
    await picture.evaluate((image: HTMLImageElement) => image.decode().then(() => image.naturalWidth)),
  ).toBe(10)
  await page.waitForTimeout(1200)
  await type(page, '图1 政务大厅')
  await page.keyboard.press('Enter')
  await type(page, '后文。')
  await expectLines(page, ['前文。', '图1 政务大厅', '后文。'])
  await look(page, 'prose-picture')
  await page.keyboard.press('Control+z')
  await expectLines(page, ['前文。'])
  await page.keyboard.press('Control+z')
  await picture.waitFor({ state: 'detached' })
  await expectLines(page, ['前文。'])
  await page.keyboard.press('Control+y')
  await picture.waitFor()
  expect(desk.errors).toEqual([])
})
