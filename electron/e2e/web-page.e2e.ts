import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { exportByCli, samples } from './support/exported'
import { openDesk } from './support/open-desk'
import { accessibilityFaults, screenshot } from './support/screen'

let folder = ''

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'nianbao-web-'))
  exportByCli(
    samples.map(({ path }) => path),
    'html',
    folder,
  )
})

afterAll(() => {
  rmSync(folder, { recursive: true, force: true })
})

/** The exported file in a window of its own, this wide. */
async function openWebPage(name: string, width: number): Promise<Page> {
  const { app } = await openDesk()
  const html = readFileSync(join(folder, `${name}.html`)).toString('base64')
  const opening = app.waitForEvent('window')
  await app.evaluate(
    ({ BrowserWindow }, [address, pixels]) => {
      const window = new BrowserWindow({ width: pixels, height: 900, useContentSize: true, frame: false })
      void window.loadURL(address)
    },
    [`data:text/html;base64,${html}`, width] as const,
  )
  const page = await opening
  await page.getByRole('main').waitFor()
  return page
}

describe.each([
  { device: 'a screen', width: 1200 },
  { device: 'a telephone', width: 390 },
])('the web page on $device', ({ device, width }) => {
  it.each(samples)('$name: axe finds nothing, and nothing is wider than the page', async ({ name }) => {
    const page = await openWebPage(name, width)
    expect(await accessibilityFaults(page)).toEqual([])
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width)
    await screenshot(page, `web-${name}-${device === 'a screen' ? 'wide' : 'phone'}`)
  })

  it('lets a wide table be scrolled by keyboard where it does not fit', async () => {
    const page = await openWebPage('qinghe-2025', width)
    const table = page.getByRole('region', { name: '收到和处理政府信息公开申请情况' })
    await table.focus()
    await page.keyboard.press('End')
    const hidden = () => table.evaluate((region) => region.scrollWidth - region.clientWidth)
    expect((await hidden()) > 0).toBe(width === 390)
    for (let presses = 0; presses < 20; presses++) await page.keyboard.press('ArrowRight')
    const scrolled = () => table.evaluate((region) => region.scrollLeft)
    if (width === 390) await expect.poll(scrolled).toBeGreaterThan(100)
  })
})

describe('the web page itself', () => {
  it.each(samples)('$name holds all it needs, no script and nothing of Word', ({ name }) => {
    const html = readFileSync(join(folder, `${name}.html`), 'utf8')
    expect(html).not.toMatch(
      /<script|<link|<iframe|\son\w+=|https?:\/\/[^<]*"|mso-|<o:|<w:|MsoNormal|<font/iu,
    )
    const sources = [...html.matchAll(/(?:src|href)="([^"]*)"/gu)].map(([, source]) => source)
    for (const source of sources) expect(source).toMatch(/^data:image\/(png|jpeg);base64,/u)
  })
})
