import { mkdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { chooseSavePath } from '../../electron/e2e/support/dialogs'
import { launch } from '../../electron/e2e/support/launch'
import { buildApp } from './build'
import { root } from './paths'
import { prepareWindow } from './prepare-window'
import { goToStep, openSample, stepNames } from './sample-on-desk'

// `npm run demo`, for a machine without a screen: walks the real window through a sample and leaves the Word
// file and a picture of every step in out/demo/.

const folder = join(root, 'out/demo')
rmSync(folder, { recursive: true, force: true })
mkdirSync(folder, { recursive: true })

let pictures = 0

async function picture(page: Page, name: string): Promise<void> {
  pictures += 1
  const file = `${String(pictures).padStart(2, '0')}-${name}.png`
  await page.screenshot({ path: join(folder, file) })
  process.stdout.write(`out/demo/${file}\n`)
}

/** The moment the app is made for: a total that does not add up, and its going away. */
async function wrongTotal(page: Page): Promise<void> {
  const total = page.getByRole('textbox', { name: '表三（一）予以公开·总计', exact: true })
  await total.fill('65')
  await total.press('Enter')
  await page.getByRole('tab', { name: /^问题/ }).click()
  await page.getByText(/≠/).first().waitFor()
  await picture(page, '总计不平')
  await page.keyboard.press('Control+z')
  await page.getByText(/≠/).first().waitFor({ state: 'detached' })
}

await buildApp(root, join(root, 'out'))
const closeDisplay = await prepareWindow()
const desk = await launch()
try {
  const { app, page } = desk
  await page.getByRole('button', { name: /^新建年报/ }).waitFor()
  await picture(page, '首页')
  await openSample(page, /2021年格式/)
  for (const name of await stepNames(page)) {
    await goToStep(page, name)
    await picture(page, name)
    if (name.includes('依申请公开')) await wrongTotal(page)
  }
  await chooseSavePath(app, join(folder, '年报.docx'))
  await page.getByRole('button', { name: '导出 Word', exact: true }).click()
  await page.getByText('年报.docx').waitFor()
  await picture(page, '已导出')
  process.stdout.write('out/demo/年报.docx\n')
} finally {
  await desk.kill()
  desk.removeProfile()
  closeDisplay()
}
