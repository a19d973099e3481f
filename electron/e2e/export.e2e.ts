import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { strFromU8, unzipSync } from 'fflate'
import type { Page } from 'playwright-core'
import { expect, it } from 'vitest'
import { parseDraft } from '../../shared/draft/parse-draft'
import { readWorkingCopy } from '../import/working-copy'
import { answerMessageBox, chooseSavePath } from './support/dialogs'
import { testFolder, writeDraftFile } from './support/drafts'
import { openDesk } from './support/open-desk'
import { sampleDrafts } from './support/sample-drafts'
import { accessibilityFaults, screenshot } from './support/screen'

const sample = sampleDrafts.find(({ name }) => name === 'qinghe-2025')
if (!sample) throw new Error('no sample')
const { draft } = sample

async function goToExport(page: Page): Promise<void> {
  await page.getByRole('navigation').getByRole('button', { name: /^导出/ }).click()
  await page.getByRole('heading', { level: 1, name: '导出' }).waitFor()
}

async function exported(page: Page, path: string): Promise<Uint8Array> {
  await page.getByRole('button', { name: '导出 Word' }).click()
  await page.getByRole('region', { name: '已导出' }).waitFor()
  return readFileSync(path)
}

function documentXml(docx: Uint8Array): string {
  return strFromU8(unzipSync(docx)['word/document.xml'] ?? new Uint8Array())
}

it('a working copy carries the draft, the copy for publication nothing but the report', async () => {
  const folder = testFolder()
  const { app, page } = await openDesk({ args: [writeDraftFile(folder, '年报.nianbao', draft)] })
  await goToExport(page)
  await chooseSavePath(app, join(folder, '工作稿.docx'))
  await page.getByRole('radio', { name: '工作稿' }).click()
  const read = readWorkingCopy(await exported(page, join(folder, '工作稿.docx')))
  if (!read.ok) throw new Error(read.error.kind)
  expect(read.value.isTextChanged).toBe(false)
  expect(parseDraft(read.value.draftText, '')).toEqual({ ok: true, value: draft })

  await page.getByRole('radio', { name: '发布稿' }).click()
  await answerMessageBox(app, '替换')
  await page.getByRole('button', { name: '导出 Word' }).click()
  const parts = () => Object.keys(unzipSync(readFileSync(join(folder, '工作稿.docx'))))
  await expect.poll(() => parts().filter((path) => path.startsWith('customXml'))).toEqual([])
})

it('the office’s style is kept, and a broken settings file is named and left aside', async () => {
  const folder = testFolder()
  const userData = testFolder()
  const path = writeDraftFile(folder, '年报.nianbao', draft)
  const first = await openDesk({ userData, args: [path] })
  await goToExport(first.page)
  await first.page.getByText(/^版式：按国家标准/).click()
  await first.page.getByRole('textbox', { name: '行距（磅）' }).fill('30')
  await first.page.keyboard.press('Enter')
  await first.page.getByText('每页 21 行').waitFor()
  await first.page.getByRole('radio', { name: '横放' }).click()
  expect(await accessibilityFaults(first.page)).toEqual([])
  await screenshot(first.page, 'style')
  await chooseSavePath(first.app, join(folder, '一.docx'))
  const xml = documentXml(await exported(first.page, join(folder, '一.docx')))
  expect(xml).toContain('w:linePitch="600"')
  expect(xml).toContain('w:orient="landscape"')
  // The window asks before it closes over work its file does not hold yet, and Table 3 was turned a moment ago.
  await first.page.getByText(/^已保存/).waitFor()
  await first.close()

  const settings = join(userData, 'style.json')
  expect(JSON.parse(readFileSync(settings, 'utf8'))).toEqual({ linePitch: 30 })
  writeFileSync(settings, '{"linePitch": 30,')
  const second = await openDesk({ userData, args: [path] })
  await goToExport(second.page)
  await second.page.getByText(/^版式设置文件（style.json）不能用：内容不是 JSON。/).waitFor()
  await chooseSavePath(second.app, join(folder, '二.docx'))
  expect(documentXml(await exported(second.page, join(folder, '二.docx')))).toContain('w:linePitch="579"')
})
