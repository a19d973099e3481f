import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { _electron, type Page } from 'playwright-core'
import { icnsFile, icoFile, type SizedPng } from '../icons/icon-files'
import { root } from './paths'
import { prepareWindow } from './prepare-window'

const icons = join(root, 'build/icons')
const linuxSizes = [16, 24, 32, 48, 64, 128, 256, 512]
const windowsSizes = [16, 24, 32, 48, 64, 256]
const macSizes = [16, 32, 128, 256, 512, 1024]
/** Below this the table's lines run together: a drawing of its own. */
const smallest = 40

/** `npm run icons`: draws every icon file anew from the SVGs. */
async function main(): Promise<void> {
  const away = await prepareWindow()
  const folder = emptyApp()
  const app = await _electron.launch({
    args: [folder, `--user-data-dir=${join(folder, 'profile')}`],
    chromiumSandbox: process.getuid?.() !== 0,
  })
  try {
    const page = await app.firstWindow()
    const drawApp = (sizes: number[]) =>
      draw(page, sizes, (size) => (size < smallest ? 'app-small.svg' : 'app.svg'))
    const drawDraft = (sizes: number[]) => draw(page, sizes, () => 'draft.svg')
    for (const { size, png } of await drawApp(linuxSizes)) save(`linux/${size}x${size}.png`, png)
    save('app.ico', icoFile(await drawApp(windowsSizes)))
    save('app.icns', icnsFile(await drawApp(macSizes)))
    for (const { size, png } of await drawDraft([48, 128])) save(`draft-${size}.png`, png)
    save('draft.ico', icoFile(await drawDraft(windowsSizes)))
    save('draft.icns', icnsFile(await drawDraft(macSizes)))
  } finally {
    await app.close()
    away()
    rmSync(folder, { recursive: true, force: true, maxRetries: 10 })
  }
}

/** An app of one blank page to draw on. */
function emptyApp(): string {
  const folder = mkdtempSync(join(tmpdir(), 'icons-'))
  writeFileSync(join(folder, 'package.json'), '{"name": "icons", "main": "main.cjs"}')
  writeFileSync(
    join(folder, 'main.cjs'),
    `const { app, BrowserWindow } = require('electron')
    app.whenReady().then(() => new BrowserWindow({ width: 1100, height: 1100, useContentSize: true }).loadURL('about:blank'))`,
  )
  return folder
}

async function draw(page: Page, sizes: number[], drawing: (size: number) => string): Promise<SizedPng[]> {
  const pictures: SizedPng[] = []
  for (const size of sizes) {
    const svg = readFileSync(join(icons, drawing(size)), 'utf8')
    await page.setContent(`<style>body { margin: 0 } svg { display: block; width: ${size}px }</style>${svg}`)
    const clip = { x: 0, y: 0, width: size, height: size }
    pictures.push({ size, png: await page.screenshot({ clip, omitBackground: true }) })
  }
  return pictures
}

function save(name: string, content: Uint8Array): void {
  const file = join(icons, name)
  mkdirSync(join(file, '..'), { recursive: true })
  writeFileSync(file, content)
}

await main()
