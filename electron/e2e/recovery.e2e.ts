import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { describe, expect, onTestFinished, test } from 'vitest'
import { writeDraft } from '../../shared/draft/write-draft'
import { ask } from './support/ask'
import { answerMessageBox, chooseSavePath } from './support/dialogs'
import { draftOf, testFolder, writeDraftFile } from './support/drafts'
import { killRounds } from './support/kill-rounds'
import { type Desk, removeFolder } from './support/launch'
import { openDesk } from './support/open-desk'
import { accessibilityFaults, screenshot } from './support/screen'
import { canMount, smallDisk } from './support/small-disk'

const organ = (page: Page) => page.getByRole('textbox', { name: '编制机关名称' })
const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true })
const status = (page: Page) => page.locator('.status-bar [role=status]')
const organIn = (path: string): string => JSON.parse(readFileSync(path, 'utf8')).publisher.name

/** A profile that outlives its windows. */
function profile(): string {
  const folder = mkdtempSync(join(tmpdir(), 'desk-profile-'))
  onTestFinished(() => removeFolder(folder))
  return folder
}

const keptIn = (userData: string) =>
  existsSync(join(userData, 'recovery')) ? readdirSync(join(userData, 'recovery')) : []

/** A desk with a new report in which something has been typed and kept. */
async function begunDesk(userData: string, text: string): Promise<Desk> {
  const desk = await openDesk({ userData })
  await desk.page.getByRole('button', { name: /^新建年报/ }).click()
  await organ(desk.page).fill(text)
  await status(desk.page).filter({ hasText: '内容已留存' }).waitFor({ timeout: 1500 })
  return desk
}

/** A desk whose draft has work that its file does not have, because the file changed elsewhere. */
async function conflictedDesk(userData: string, path: string): Promise<Desk> {
  const desk = await openDesk({ userData, args: [path] })
  await organ(desk.page).waitFor()
  writeFileSync(path, writeDraft(draftOf('别人写的镇')))
  await organ(desk.page).fill('我写的镇')
  await desk.page.getByText('在别处改动过').waitFor()
  return desk
}

/** As an older editor on a Chinese Windows saves it. */
function inGbk(text: string): Buffer {
  const decoder = new TextDecoder('gbk')
  const bytes = new Map<string, Buffer>()
  for (let first = 0xb0; first <= 0xf7; first++)
    for (let second = 0xa1; second <= 0xfe; second++) {
      const pair = Buffer.of(first, second)
      bytes.set(decoder.decode(pair), pair)
    }
  return Buffer.concat([...text].map((letter) => bytes.get(letter) ?? Buffer.from(letter, 'latin1')))
}

/** What main counts as the earlier versions, by organ, newest first. */
async function versions(page: Page): Promise<string[]> {
  return (await ask(page, 'backup:list', { handle: null })).map(({ publisher }) => publisher)
}

describe('after a kill', () => {
  test('a report without a file is offered as it was, with its time', async () => {
    const userData = profile()
    await (await begunDesk(userData, '某某镇人民政府')).kill()
    const { page, errors } = await openDesk({ userData })
    await page.getByRole('heading', { name: '上次没有正常关闭，有内容没来得及保存' }).waitFor()
    const card = page.getByRole('region', { name: '恢复的内容' })
    expect(await card.innerText()).toMatch(/某某镇人民政府　\d{4}年度\s+最后改动：\d{4}年/)
    await page.getByText('还没有存成文件').waitFor()
    expect(await accessibilityFaults(page)).toEqual([])
    await screenshot(page, 'recovery-without-file')
    await button(page, '用恢复的内容').click()
    await expect.poll(() => organ(page).inputValue()).toBe('某某镇人民政府')
    expect(errors).toEqual([])
  })

  test('work and file stand side by side, and the work chosen leaves the file as an earlier version', async () => {
    const userData = profile()
    const path = writeDraftFile(testFolder(), '年报.nianbao', draftOf('某某镇'))
    await (await conflictedDesk(userData, path)).kill()
    const { page } = await openDesk({ userData, args: [path] })
    await page.getByText('两份有 1 处不同').waitFor()
    expect(await page.getByRole('region', { name: '恢复的内容' }).innerText()).toContain('我写的镇')
    expect(await page.getByRole('region', { name: '上次保存的文件' }).innerText()).toContain('别人写的镇')
    expect(await page.getByRole('row', { name: /编制机关/ }).innerText()).toMatch(/我写的镇\s+别人写的镇/)
    expect(await accessibilityFaults(page)).toEqual([])
    await screenshot(page, 'recovery')
    expect(organIn(path)).toBe('别人写的镇')
    await button(page, '用恢复的内容').click()
    await expect.poll(() => organIn(path), { timeout: 5000 }).toBe('我写的镇')
    expect(await versions(page)).toEqual(['别人写的镇'])
    await expect.poll(() => keptIn(userData)).toEqual([])
  })

  test('the file chosen leaves the work as an earlier version', async () => {
    const userData = profile()
    const path = writeDraftFile(testFolder(), '年报.nianbao', draftOf('某某镇'))
    await (await conflictedDesk(userData, path)).kill()
    const { page } = await openDesk({ userData })
    await button(page, '用上次保存的文件').click()
    await expect.poll(() => organ(page).inputValue()).toBe('别人写的镇')
    expect(await versions(page)).toEqual(['我写的镇'])
    expect(keptIn(userData)).toEqual([])
    expect(organIn(path)).toBe('别人写的镇')
  })

  test('a choice put off is offered again', async () => {
    const userData = profile()
    await (await begunDesk(userData, '某某镇')).kill()
    const first = await openDesk({ userData })
    await button(first.page, '以后再决定').click()
    await first.page.getByRole('button', { name: /^新建年报/ }).waitFor()
    await first.close()
    const { page } = await openDesk({ userData })
    await button(page, '不用，收进以前的版本').click()
    await page.getByRole('button', { name: /^新建年报/ }).waitFor()
    expect(await versions(page)).toEqual(['某某镇'])
    expect(keptIn(userData)).toEqual([])
  })

  test('work that had reached its file is not asked about', async () => {
    const userData = profile()
    const path = writeDraftFile(testFolder(), '年报.nianbao', draftOf('某某镇'))
    const desk = await openDesk({ userData, args: [path] })
    await organ(desk.page).fill('某某街道')
    await status(desk.page)
      .filter({ hasText: /^已保存/ })
      .waitFor()
    await desk.kill()
    const { page } = await openDesk({ userData, args: [path] })
    await expect.poll(() => organ(page).inputValue()).toBe('某某街道')
  })

  test('again and again at random moments, nothing is damaged and nothing acknowledged lost', {
    timeout: 180_000,
  }, async () => {
    const path = writeDraftFile(testFolder(), '年报.nianbao', draftOf('某某镇'))
    for (const file of [path, undefined]) {
      const tally = await killRounds({ kills: 5, profile: profile(), file, random: Math.random })
      expect(tally).toMatchObject({ kills: 5, damaged: 0, lostAcknowledged: 0 })
    }
  })
})

describe('an ordinary end', () => {
  test('leaves nothing behind', async () => {
    const userData = profile()
    const path = writeDraftFile(testFolder(), '年报.nianbao', draftOf('某某镇'))
    const desk = await openDesk({ userData, args: [path] })
    await organ(desk.page).fill('某某街道')
    await status(desk.page)
      .filter({ hasText: /^已保存/ })
      .waitFor()
    await desk.close()
    expect(keptIn(userData)).toEqual([])
    expect(readdirSync(join(path, '..'))).toEqual(['年报.nianbao'])
    const { page } = await openDesk({ userData })
    await page.getByRole('button', { name: /^新建年报/ }).waitFor()
  })

  test('without saving puts the work with the earlier versions all the same', async () => {
    const userData = profile()
    const desk = await begunDesk(userData, '某某镇')
    await answerMessageBox(desk.app, '不保存')
    await desk.close()
    expect(keptIn(userData)).toEqual([])
    const { page } = await openDesk({ userData })
    expect(await versions(page)).toEqual(['某某镇'])
  })
})

describe('a page that crashes', () => {
  /** Playwright does not follow a page over its crash: main is asked what it shows. */
  const shown = ({ app }: Desk) =>
    app.evaluate(({ BrowserWindow }) => {
      const contents = BrowserWindow.getAllWindows()[0]?.webContents
      if (!contents || contents.isCrashed() || contents.isLoading()) return ''
      return contents.executeJavaScript(
        '(document.querySelector("#field-publisher-name")?.value ?? "") + document.body.innerText',
      )
    })

  test('comes back by itself with work that has no file, and says so', async () => {
    const desk = await begunDesk(profile(), '某某镇')
    await desk.app.evaluate(
      ({ BrowserWindow }) =>
        new Promise((crashed) => {
          const contents = BrowserWindow.getAllWindows()[0]?.webContents
          contents?.once('render-process-gone', crashed)
          contents?.forcefullyCrashRenderer()
        }),
    )
    await expect
      .poll(() => shown(desk), { timeout: 10_000 })
      .toMatch(/^某某镇.*窗口刚才出了问题，已经重新打开/s)
  })

  test('or hangs is started anew on the clerk’s word, with the work', async () => {
    const desk = await begunDesk(profile(), '某某镇')
    await answerMessageBox(desk.app, '重新打开')
    await desk.page.evaluate(() =>
      setTimeout(() => {
        for (;;);
      }),
    )
    // Chromium waits half a minute and a key press before it says so.
    await desk.app.evaluate(
      ({ BrowserWindow }) =>
        new Promise((gone) => {
          const [window] = BrowserWindow.getAllWindows()
          window?.webContents.once('render-process-gone', gone)
          window?.emit('unresponsive')
        }),
    )
    await expect.poll(() => shown(desk), { timeout: 20_000 }).toMatch(/^某某镇/)
  })

  test('leaves a note for support that holds nothing of the report', async () => {
    const desk = await begunDesk(profile(), '某某镇')
    const path = join(testFolder(), '诊断.txt')
    await ask(desk.page, 'window:failed', { error: "TypeError: x at '某某镇' (/home/clerk/年报)" })
    await chooseSavePath(desk.app, path)
    await answerMessageBox(desk.app, '知道了')
    await desk.app.evaluate(({ Menu }) => {
      const items = Menu.getApplicationMenu()?.items.flatMap((item) => item.submenu?.items ?? []) ?? []
      items.find(({ label }) => label === '保存诊断信息…')?.click()
    })
    await expect.poll(() => existsSync(path)).toBe(true)
    const text = readFileSync(path, 'utf8')
    expect(text).toMatch(/Electron \d+/)
    expect(text).toContain("page failed: TypeError: x at '…' (<path>)")
    expect(text).not.toMatch(/某某镇|clerk/)
  })
})

describe('a file that changed elsewhere', () => {
  test('is shown beside the work, and saving over it keeps it as an earlier version', async () => {
    const path = writeDraftFile(testFolder(), '年报.nianbao', draftOf('某某镇'))
    const { page } = await conflictedDesk(profile(), path)
    await button(page, '对比两份').click()
    await page.getByRole('heading', { name: '“年报.nianbao”在别处改动过' }).waitFor()
    await page.getByText('两份有 1 处不同').waitFor()
    expect(await accessibilityFaults(page)).toEqual([])
    await screenshot(page, 'changed-elsewhere')
    await button(page, '用正在写的，覆盖文件').click()
    await expect.poll(() => organIn(path)).toBe('我写的镇')
    expect(await versions(page)).toEqual(['别人写的镇'])
  })

  test('may take the place of the work, which stays as an earlier version', async () => {
    const path = writeDraftFile(testFolder(), '年报.nianbao', draftOf('某某镇'))
    const { page } = await conflictedDesk(profile(), path)
    await button(page, '对比两份').click()
    await button(page, '用文件里的').click()
    await expect.poll(() => organ(page).inputValue()).toBe('别人写的镇')
    expect(await versions(page)).toEqual(['我写的镇'])
  })

  test('comes together with the work where they changed different places', async () => {
    const path = writeDraftFile(testFolder(), '年报.nianbao', draftOf('某某镇'))
    const { page } = await openDesk({ userData: profile(), args: [path] })
    await organ(page).waitFor()
    const theirs = draftOf('某某镇')
    writeFileSync(path, writeDraft({ ...theirs, figures: { 't3.received.individual': 57 } }))
    await organ(page).fill('我写的镇')
    await button(page, '对比两份').click()
    await button(page, '合并两份').waitFor()
    await screenshot(page, 'changed-elsewhere-mergeable')
    await button(page, '合并两份').click()
    await expect.poll(() => organIn(path), { timeout: 5000 }).toBe('我写的镇')
    expect(JSON.parse(readFileSync(path, 'utf8')).figures).toEqual({ 't3.received.individual': 57 })
    expect(await versions(page)).toHaveLength(2)
  })

  test('or both are kept as two files', async () => {
    const folder = testFolder()
    const path = writeDraftFile(folder, '年报.nianbao', draftOf('某某镇'))
    const { app, page } = await conflictedDesk(profile(), path)
    await button(page, '对比两份').click()
    await chooseSavePath(app, join(folder, '我的.nianbao'))
    await button(page, '另存为').click()
    await expect.poll(() => organ(page).inputValue()).toBe('我写的镇')
    expect([organIn(path), organIn(join(folder, '我的.nianbao'))]).toEqual(['别人写的镇', '我写的镇'])
  })
})

describe('a damaged file', () => {
  const whole = writeDraft({
    ...draftOf('某某镇'),
    figures: { 't3.received.individual': 57, 't3.granted.individual': 8 },
  })
  test.each([
    ['cut off', Buffer.from(whole.slice(0, whole.indexOf('8')))],
    ['with bytes that are no text', Buffer.from(whole.replace('"t3.granted', '"t3.\u0000granted'))],
    ['saved as UTF-16', Buffer.from(`\ufeff${whole}`, 'utf16le')],
    ['saved as GBK', inGbk(whole)],
    ['with a bit turned over', Buffer.from(whole.replace('"t3.granted', '#t3.granted'))],
  ])('%s gives what is proven, names the rest and stays as it is', async (_what, content) => {
    const path = join(testFolder(), '年报.nianbao')
    writeFileSync(path, content)
    const { page } = await openDesk({ args: [path] })
    await button(page, '看看能读出多少').click()
    await page.getByRole('heading', { name: '“年报.nianbao”已经损坏' }).waitFor()
    expect(await accessibilityFaults(page)).toEqual([])
    await screenshot(page, 'damaged')
    await button(page, '打开读出来的内容').click()
    await expect.poll(() => organ(page).inputValue()).toBe('某某镇')
    await status(page).filter({ hasText: '还没有存成文件' }).waitFor()
    expect(readFileSync(path).equals(content)).toBe(true)
  })

  test('of which nothing is left offers its earlier versions', async () => {
    const userData = profile()
    const path = writeDraftFile(testFolder(), '年报.nianbao', draftOf('某某镇'))
    const first = await openDesk({ userData, args: [path] })
    await organ(first.page).fill('某某街道')
    await status(first.page)
      .filter({ hasText: /^已保存/ })
      .waitFor()
    await first.close()
    writeFileSync(path, '')
    const { page } = await openDesk({ userData, args: [path] })
    await button(page, '看看能读出多少').click()
    await page.getByText('没有能读出来的内容').waitFor()
    await page.getByRole('button', { name: /某某镇/ }).click()
    await expect.poll(() => organ(page).inputValue()).toBe('某某镇')
    expect(statSync(path).size).toBe(0)
  })
})

describe('one draft in two windows', () => {
  test('is only read in the second until the first is closed', async () => {
    const path = writeDraftFile(testFolder(), '年报.nianbao', draftOf('某某镇'))
    const first = await openDesk({ userData: profile(), args: [path] })
    await organ(first.page).waitFor()
    const { page } = await openDesk({ userData: profile(), args: [path] })
    await page.getByText(/正打开着“年报.nianbao”，这里只能看/).waitFor()
    await screenshot(page, 'held-by-other')
    await organ(page).focus()
    await page.keyboard.type('改')
    expect(await organ(page).inputValue()).toBe('某某镇')
    await button(page, '再试一次').click()
    await page.getByText(/这里只能看/).waitFor()
    await first.close()
    await button(page, '再试一次').click()
    await page.getByText(/这里只能看/).waitFor({ state: 'detached' })
    await organ(page).fill('某某街道')
    await expect.poll(() => organIn(path), { timeout: 5000 }).toBe('某某街道')
  })

  test('shows the draft again where text was typed that it does not take', async () => {
    const prose = {
      '1': [{ kind: 'paragraph' as const, text: [{ kind: 'text' as const, text: '全年公开信息 5 条。' }] }],
    }
    const path = writeDraftFile(testFolder(), '年报.nianbao', { ...draftOf('某某镇'), prose })
    const first = await openDesk({ userData: profile(), args: [path] })
    await organ(first.page).waitFor()
    const { page } = await openDesk({ userData: profile(), args: [path] })
    await page.getByRole('navigation').getByRole('button', { name: /^一、/ }).click()
    const text = page.getByRole('textbox', { name: '总体情况' })
    await text.click()
    await page.keyboard.type('改')
    await page.keyboard.insertText('又改')
    await page.keyboard.press('Control+a')
    await page.keyboard.press('Delete')
    await expect.poll(() => text.innerText()).toBe('全年公开信息 5 条。')
    await page.getByText(/这里只能看/).waitFor()
  })

  test('is free again when the first was killed', async () => {
    const path = writeDraftFile(testFolder(), '年报.nianbao', draftOf('某某镇'))
    const first = await openDesk({ userData: profile(), args: [path] })
    await organ(first.page).waitFor()
    await first.kill()
    expect(readdirSync(join(path, '..'))).toContain('.~年报.nianbao.lock')
    const { page } = await openDesk({ userData: profile(), args: [path] })
    await organ(page).fill('某某街道')
    await expect.poll(() => organIn(path), { timeout: 5000 }).toBe('某某街道')
  })
})

describe('a disk that takes no more', () => {
  /** A desk whose draft lies on a disk of its own. */
  async function diskDesk() {
    const folder = testFolder()
    const path = writeDraftFile(folder, '年报.nianbao', draftOf('某某镇'))
    const disk = smallDisk(folder)
    const desk = await openDesk({ userData: profile(), args: [path], executablePath: disk.executablePath })
    await organ(desk.page).waitFor()
    return { disk, desk, path, seen: disk.seen(desk, '年报.nianbao') }
  }

  /** What is on the desk is kept: whoever starts the app on this profile is offered it. */
  async function isKept({ page, userData }: Desk, text: string): Promise<void> {
    await status(page).filter({ hasText: '没有保存成，内容已留存' }).waitFor()
    const [name = ''] = keptIn(userData)
    expect(readFileSync(join(userData, 'recovery', name), 'utf8')).toContain(text)
  }

  test.runIf(canMount)('is said, leaves the file whole, and the work is kept and saved later', async () => {
    const { disk, desk, seen } = await diskDesk()
    const empty = disk.fill(desk)
    await organ(desk.page).fill('某某街道')
    await desk.page.getByText('磁盘空间不够，“年报.nianbao”没有写成。').waitFor()
    await isKept(desk, '某某街道')
    expect(organIn(seen)).toBe('某某镇')
    empty()
    await button(desk.page, '再试一次').click()
    await expect.poll(() => organIn(seen)).toBe('某某街道')
  })

  test.runIf(canMount)(
    'may be marked read-only: that is said, and the work is kept and saved later',
    async () => {
      const { disk, desk, path, seen } = await diskDesk()
      const folder = join(path, '..')
      disk.run(desk, 'mount', '-o', 'remount,ro', folder)
      await organ(desk.page).fill('某某街道')
      await desk.page.getByText('“年报.nianbao”所在的位置不能写入。').waitFor()
      await isKept(desk, '某某街道')
      expect(organIn(seen)).toBe('某某镇')
      disk.run(desk, 'mount', '-o', 'remount,rw', folder)
      await button(desk.page, '再试一次').click()
      await expect.poll(() => organIn(seen)).toBe('某某街道')
    },
  )

  test.runIf(canMount)(
    'holds a name that is in use: that is said, and the work is kept and saved later',
    async () => {
      const { disk, desk, path, seen } = await diskDesk()
      // Nothing can be renamed over a file that something is mounted on.
      disk.run(desk, 'mount', '--bind', path, path)
      await organ(desk.page).fill('某某街道')
      await desk.page.getByText('“年报.nianbao”正被别的程序打开').waitFor()
      await isKept(desk, '某某街道')
      expect(organIn(seen)).toBe('某某镇')
      disk.run(desk, 'umount', path)
      await button(desk.page, '再试一次').click()
      await expect.poll(() => organIn(seen)).toBe('某某街道')
    },
  )

  test.runIf(canMount)('is said where the work is kept too, as long as it has no file', async () => {
    const userData = profile()
    const recovery = join(userData, 'recovery')
    mkdirSync(recovery)
    const disk = smallDisk(recovery)
    const desk = await openDesk({ userData, executablePath: disk.executablePath })
    const { page } = desk
    await page.getByRole('button', { name: /^新建年报/ }).waitFor()
    disk.fill(desk)
    await page.getByRole('button', { name: /^新建年报/ }).click()
    await organ(page).fill('某某街道')
    await page.getByText('刚写的内容没有留存成').waitFor()
    const path = join(testFolder(), '年报.nianbao')
    await chooseSavePath(desk.app, path)
    await button(page, '另存为').click()
    await expect.poll(() => existsSync(path) && organIn(path)).toBe('某某街道')
  })

  test('whose folder vanished says so, keeps the work, and offers another place', async () => {
    const folder = testFolder()
    mkdirSync(join(folder, '移动盘'))
    const path = writeDraftFile(join(folder, '移动盘'), '年报.nianbao', draftOf('某某镇'))
    const userData = profile()
    const desk = await openDesk({ userData, args: [path] })
    await organ(desk.page).waitFor()
    rmSync(join(folder, '移动盘'), { recursive: true })
    await organ(desk.page).fill('某某街道')
    await desk.page.getByText('所在的文件夹找不到了').waitFor()
    await desk.kill()
    const { app, page } = await openDesk({ userData })
    await page.getByText(/现在找不到或读不出来/).waitFor()
    await button(page, '用恢复的内容').click()
    await expect.poll(() => organ(page).inputValue()).toBe('某某街道')
    await chooseSavePath(app, join(folder, '年报.nianbao'))
    await page.keyboard.press('Control+s')
    await expect.poll(() => existsSync(join(folder, '年报.nianbao'))).toBe(true)
    expect(organIn(join(folder, '年报.nianbao'))).toBe('某某街道')
  })

  test('or takes no name so long says that', async () => {
    const folder = testFolder()
    const desk = await begunDesk(profile(), '某某镇')
    await chooseSavePath(desk.app, join(folder, `${'长'.repeat(120)}.nianbao`))
    await desk.page.keyboard.press('Control+s')
    await desk.page.getByText('文件名或所在路径太长').waitFor()
    expect(readdirSync(folder)).toEqual([])
    await status(desk.page).filter({ hasText: '内容已留存' }).waitFor()
  })
})

describe('earlier versions', () => {
  test('are listed and open as reports of their own', async () => {
    const path = writeDraftFile(testFolder(), '年报.nianbao', draftOf('某某镇'))
    const { app, page } = await openDesk({ userData: profile(), args: [path] })
    await organ(page).fill('某某街道')
    await status(page)
      .filter({ hasText: /^已保存/ })
      .waitFor()
    await app.evaluate(({ Menu }) => {
      const items = Menu.getApplicationMenu()?.items.flatMap((item) => item.submenu?.items ?? []) ?? []
      items.find(({ label }) => label === '以前的版本…')?.click()
    })
    await page.getByRole('heading', { name: '“年报.nianbao”以前的版本' }).waitFor()
    expect(await accessibilityFaults(page)).toEqual([])
    await screenshot(page, 'versions')
    await page.getByRole('button', { name: /某某镇/ }).click()
    await expect.poll(() => organ(page).inputValue()).toBe('某某镇')
    expect(organIn(path)).toBe('某某街道')
  })
})
