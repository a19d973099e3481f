import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { compose } from '../../../shared/compose/compose'
import { gb9704 } from '../../../shared/compose/style'
import { exportDocx } from '../../export/docx'
import { cell, heading, isWholeZip, organ } from '../support/clerk'
import { testFolder } from '../support/drafts'
import { openInDialog, saveInDialog } from '../support/native-dialogs'
import { openPackagedDesk, packagedProfile } from '../support/packaged-desk'
import { sampleDrafts } from '../support/sample-drafts'

const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true })
const toStep = (page: Page, name: RegExp) =>
  page.getByRole('navigation').getByRole('button', { name }).click()

test('a clerk goes from an empty desk to Word and PDF and finds the saved draft again', async () => {
  const folder = testFolder()
  const userData = packagedProfile()
  const first = await openPackagedDesk({ userData })
  const { page } = first
  await page.getByRole('button', { name: /^新建年报/ }).click()
  await page.getByLabel('报告年度').selectOption('2025')
  await page.getByLabel('编制机关名称').fill(organ)
  await toStep(page, /^三、/)
  await cell(page, '表三·一、本年新收·自然人').fill('57')
  await cell(page, '表三（一）予以公开·自然人').fill('57')
  expect(await cell(page, '表三（一）予以公开·总计').inputValue()).toBe('57')

  const draft = join(folder, 'report.nianbao')
  await page.keyboard.press('Control+s')
  await saveInDialog('保存年报草稿', draft)
  await expect.poll(() => page.getByRole('contentinfo').textContent()).toContain('已保存')
  expect(JSON.parse(readFileSync(draft, 'utf8'))).toMatchObject({ figures: { 't3.received.individual': 57 } })

  await toStep(page, /^导出/)
  await page.getByRole('checkbox', { name: 'PDF 文件' }).check()
  await button(page, '导出这 2 种').click()
  await saveInDialog('导出年度报告', join(folder, 'report.docx'))
  await page.getByText('已导出').first().waitFor()
  expect(await isWholeZip(join(folder, 'report.docx'))).toBe(true)
  expect(readFileSync(join(folder, 'report.pdf')).subarray(0, 5).toString()).toBe('%PDF-')
  // The page view reads its PDF with what lies packed in the archive.
  await page.getByRole('img', { name: /第 1 页/ }).waitFor()
  expect(first.errors).toEqual([])
  await first.close()

  const second = await openPackagedDesk({ userData })
  await second.page.getByRole('button', { name: /^打开草稿/ }).click()
  await openInDialog('打开年报', draft)
  await heading(second.page).filter({ hasText: '基本信息' }).waitFor()
  expect(await second.page.getByLabel('编制机关名称').inputValue()).toBe(organ)
  expect(second.errors).toEqual([])
})

test('what was typed before a kill is offered again', async () => {
  const userData = packagedProfile()
  const desk = await openPackagedDesk({ userData })
  await desk.page.getByRole('button', { name: /^新建年报/ }).click()
  await desk.page.getByLabel('编制机关名称').fill('断电的镇人民政府')
  await desk.page.getByRole('contentinfo').getByText('内容已留存').waitFor()
  await desk.kill()
  const { page } = await openPackagedDesk({ userData })
  await button(page, '用恢复的内容').click()
  await expect.poll(() => page.getByLabel('编制机关名称').inputValue()).toBe('断电的镇人民政府')
})

test('last year’s Word report is read, in the process of its own that needs no Node beside it', async () => {
  const [sample] = sampleDrafts
  if (!sample) throw new Error('No sample.')
  const path = join(testFolder(), 'last.docx')
  writeFileSync(path, await exportDocx(compose(sample.draft, sample.format), gb9704))
  const { page, errors } = await openPackagedDesk()
  await page.getByRole('button', { name: /^用去年的 Word 年报/ }).click()
  await openInDialog('选择去年的年度报告', path)
  await heading(page).filter({ hasText: '“last.docx”读到的内容' }).waitFor()
  expect(errors).toEqual([])
})
