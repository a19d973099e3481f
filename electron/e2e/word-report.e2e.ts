import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate'
import type { Page } from 'playwright-core'
import { expect, it } from 'vitest'
import { compose } from '../../shared/compose/compose'
import { gb9704 } from '../../shared/compose/style'
import { writeDraft } from '../../shared/draft/write-draft'
import { exportDocx } from '../export/docx'
import { cell, heading } from './support/clerk'
import { damaged, damages } from './support/damage'
import { cancelDialogs, chooseFile } from './support/dialogs'
import { testFolder, writeDraftFile } from './support/drafts'
import { openDesk } from './support/open-desk'
import { sampleDrafts } from './support/sample-drafts'
import { accessibilityFaults, screenshot } from './support/screen'

const sample = sampleDrafts.find(({ name }) => name === 'qinghe-2025')
if (!sample) throw new Error('no sample')
const clean = await exportDocx(compose(sample.draft, sample.format), gb9704)
const copy = await exportDocx(compose(sample.draft, sample.format), gb9704, {
  workingCopy: writeDraft(sample.draft),
})

const button = (page: Page, name: string | RegExp) => page.getByRole('button', { name })
const part = (page: Page, name: RegExp) => page.getByRole('region', { name })

async function look(page: Page, name: string): Promise<void> {
  await screenshot(page, name)
  expect(await accessibilityFaults(page), name).toEqual([])
}

function fileOf(bytes: Uint8Array, name = '去年.docx'): string {
  const path = join(testFolder(), name)
  writeFileSync(path, bytes)
  return path
}

/** The file with its text edited as in Word. */
function edited(docx: Uint8Array, ...changes: [string, string][]): Uint8Array {
  const files = unzipSync(docx)
  let xml = strFromU8(files['word/document.xml'] ?? new Uint8Array())
  for (const [from, to] of changes) {
    expect(xml).toContain(from)
    xml = xml.replace(from, () => to)
  }
  return zipSync({ ...files, 'word/document.xml': strToU8(xml) })
}

async function goTo(page: Page, step: RegExp): Promise<void> {
  await page.getByRole('navigation').getByRole('button', { name: step }).click()
}

/** A report as somebody made it: two rows exchanged, a row label gone, a few figures only about. */
const worn = damaged(clean, {
  name: 'worn',
  do(report) {
    for (const name of ['rows in another order', 'a row label gone', 'a row slipped to the left'])
      damages.find((damage) => damage.name === name)?.do(report)
  },
})

it('last year’s Word report: doubtful figures decided by keyboard, then this year’s begun from it', async () => {
  const path = fileOf(worn)
  const before = readFileSync(path)
  const desk = await openDesk()
  const { app, page } = desk
  await look(page, 'word-home')
  await chooseFile(app, path)
  await button(page, /^用去年的 Word 年报/).click()
  await heading(page).filter({ hasText: '“去年.docx”读到的内容' }).waitFor()
  await look(page, 'word-mapping')

  const doubtful = part(page, /^存疑/)
  const open = async () => Number(/还有 (\d+) 处/u.exec((await doubtful.textContent()) ?? '')?.[1] ?? 0)
  const all = await open()
  expect(all).toBeGreaterThan(6)
  await page.keyboard.press('F8')
  await doubtful.getByRole('button', { name: /^用 / }).first().focus()
  const names: string[] = []
  // One is taken, one is left blank, one is typed: the caret goes on by itself.
  const focused = () => page.evaluate(() => document.activeElement?.getAttribute('aria-label') ?? '')
  names.push(await focused())
  await page.keyboard.press('Enter')
  await expect.poll(open).toBe(all - 1)
  names.push(await focused())
  await page.keyboard.press('Tab')
  await page.keyboard.press('Enter')
  await expect.poll(open).toBe(all - 2)
  names.push(await focused())
  await page.keyboard.press('Tab')
  await page.keyboard.press('Tab')
  await page.keyboard.type('4321')
  await page.keyboard.press('Enter')
  await expect.poll(open).toBe(all - 3)
  await look(page, 'word-decided')

  await button(page, '打开这份年报').click()
  await heading(page).filter({ hasText: '基本信息' }).waitFor()
  await goTo(page, /^三、/)
  const places = names.map((label) => label.split('：').slice(1).join('：'))
  const [taken = '', blank = '', typed = ''] = places
  const value = (name: string) => cell(page, name).inputValue()
  expect(await value(taken)).toBe(names[0]?.split('：')[0]?.replace('用 ', ''))
  expect(await value(blank)).toBe('')
  expect(await value(typed)).toBe('4321')
  expect(desk.errors).toEqual([])
  expect(readFileSync(path).equals(before)).toBe(true)
})

it('this year’s report begins from last year’s Word file, its figures carried over as from a draft', async () => {
  const desk = await openDesk()
  const { app, page } = desk
  await chooseFile(app, fileOf(clean))
  await button(page, /^用去年的 Word 年报/).click()
  await part(page, /^存疑（没有）/).waitFor()
  await look(page, 'word-clean')
  await button(page, '作为去年的年报，开始2026年的').click()
  await heading(page).filter({ hasText: '基本信息' }).waitFor()
  expect(await page.getByLabel('报告年度').inputValue()).toBe('2026')
  expect(await page.getByLabel('编制机关名称').inputValue()).toBe(sample.draft.publisher.name)
  await goTo(page, /^三、/)
  const last = Number(sample.draft.figures['t3.carriedForward.individual'])
  expect(await cell(page, '表三·二、上年结转·自然人').inputValue()).toBe(String(last))
  expect(await page.locator('.figure-carried').count()).toBeGreaterThan(0)
  expect(desk.errors).toEqual([])
})

it('a working copy opens as its draft, with what was edited in its text since', async () => {
  const desk = await openDesk()
  const { app, page } = desk
  await chooseFile(app, fileOf(edited(copy, ['<w:t>15067</w:t>', '<w:t>15068</w:t>']), '工作稿.docx'))
  // Where drafts are opened, too.
  await button(page, /^打开草稿/).click()
  await heading(page).filter({ hasText: '“工作稿.docx”是本软件导出的工作稿' }).waitFor()
  await page.getByText('改过 1 处').waitFor()
  await look(page, 'word-copy')
  await page.getByRole('checkbox').check()
  await button(page, '打开这份年报').click()
  await heading(page).filter({ hasText: '基本信息' }).waitFor()
  expect(await page.getByText('15068').count()).toBe(0)
  expect(desk.errors).toEqual([])
})

it('a Word file edited by a leader is read back: accepted edits are one step, a conflict is shown side by side', async () => {
  const folder = testFolder()
  const desk = await openDesk({ args: [writeDraftFile(folder, '年报.nianbao', sample.draft)] })
  const { app, page } = desk
  await heading(page).filter({ hasText: '基本信息' }).waitFor()
  await goTo(page, /^二、/)
  const [first, second] = ['表二·规章·本年制发件数', '表二·行政规范性文件·本年制发件数']
  const was = await cell(page, second).inputValue()
  await cell(page, second).fill('77')
  const path = join(folder, '领导改过.docx')
  const draft = structuredClone(sample.draft)
  draft.figures['t2.regulations.issued'] = 98765
  draft.figures['t2.normative.issued'] = 55
  draft.prose['5'] = [
    ...(draft.prose['5'] ?? []),
    { kind: 'paragraph', text: [{ kind: 'text', text: '领导加写一句。' }] },
  ]
  const docx = await exportDocx(compose(draft, sample.format), gb9704, {
    workingCopy: writeDraft(sample.draft),
  })
  writeFileSync(path, docx)
  await chooseFile(app, path)
  await app.evaluate(({ Menu }) => {
    const items = Menu.getApplicationMenu()?.items.flatMap((item) => item.submenu?.items ?? []) ?? []
    items.find((item) => item.label === '读回改过的 Word 文件…')?.click()
  })
  await heading(page).filter({ hasText: '“领导改过.docx”里改过的地方' }).waitFor()
  await page.getByText('改过 3 处').waitFor()
  await page.getByRole('group', { name: /导出以后这里也改过/ }).waitFor()
  await look(page, 'word-read-back')
  await button(page, '选中全部没有冲突的').click()
  await button(page, '采纳选中的 2 处').click()
  await page.getByText('已采纳 2 处改动。').waitFor()
  await goTo(page, /^二、/)
  expect(await cell(page, first).inputValue()).toBe('98765')
  expect(await cell(page, second).inputValue()).toBe('77')
  await goTo(page, /^五、/)
  await page.getByText('领导加写一句。').first().waitFor()
  await page.keyboard.press('Control+z')
  await expect.poll(() => page.getByText('领导加写一句。').count()).toBe(0)
  await goTo(page, /^二、/)
  expect(await cell(page, first).inputValue()).not.toBe('98765')
  expect(was).not.toBe('77')
  expect(desk.errors).toEqual([])
})

it.each([
  [
    'old Word',
    '旧.doc',
    Buffer.from('d0cf11e0a1b11ae1', 'hex'),
    /旧版 Word 文档.*另存为“Word 文档（.docx）”/,
  ],
  ['PDF', '扫描.pdf', Buffer.from('%PDF-1.7'), /PDF 文件.*转成 .docx/],
  ['text', '文字.docx', Buffer.from('年度报告'), /不是 Word 文档/],
])('%s is refused with the way out', async (_what, name, bytes, message) => {
  const desk = await openDesk()
  const { app, page } = desk
  await chooseFile(app, fileOf(Buffer.concat([bytes]), name))
  await button(page, /^用去年的 Word 年报/).click()
  await page.getByText(message).waitFor()
  await cancelDialogs(app)
  await button(page, /^用去年的 Word 年报/).click()
  expect(desk.errors).toEqual([])
})
