import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { readdirSync, readFileSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { expect, test } from 'vitest'
import { draftOf, testFolder, writeDraftFile } from '../support/drafts'
import { projectRoot } from '../support/launch'
import { windowTitles } from '../support/native-dialogs'
import { openPackagedDesk, packagedProfile, program, rootSwitches } from '../support/packaged-desk'

test('a draft that is double-clicked opens, by a path of any form', async () => {
  const path = writeDraftFile(testFolder(), '区政府 2025 年报.nianbao', draftOf('双击打开的镇'))
  const { page, errors } = await openPackagedDesk({ args: [`./${basename(path)}`], cwd: dirname(path) })
  const organ = page.getByRole('textbox', { name: '编制机关名称' })
  await expect.poll(() => organ.inputValue()).toBe('双击打开的镇')
  expect(errors).toEqual([])
})

test('a second start hands its draft to the window that is there, and ends', async () => {
  const userData = packagedProfile()
  const path = writeDraftFile(testFolder(), 'second.nianbao', draftOf('第二次打开的镇'))
  const { page, browser } = await openPackagedDesk({ userData })
  await page.getByRole('button', { name: /^打开草稿/ }).waitFor()
  const second = spawn(program, [...rootSwitches, `--user-data-dir=${userData}`, basename(path)], {
    cwd: dirname(path),
    stdio: 'ignore',
  })
  const [code] = await once(second, 'exit')
  expect(code).toBe(0)
  await expect
    .poll(() => page.getByRole('textbox', { name: '编制机关名称' }).inputValue(), { timeout: 10_000 })
    .toBe('第二次打开的镇')
  expect(browser.contexts().flatMap((context) => context.pages())).toHaveLength(1)
})

test('the profile lies in the clerk’s configuration folder under the app’s own name', async () => {
  const config = testFolder()
  const child = spawn(program, [...rootSwitches], {
    env: { ...process.env, XDG_CONFIG_HOME: config },
    stdio: 'ignore',
  })
  await expect.poll(() => readdirSync(config), { timeout: 20_000 }).toContain('年报编写台')
  child.kill('SIGKILL')
  await once(child, 'exit')
})

test('its bar says that it is a test build exactly where it holds another Electron than the pinned one', async () => {
  const { page } = await openPackagedDesk()
  const { devDependencies } = JSON.parse(readFileSync(join(projectRoot, 'package.json'), 'utf8'))
  const agent = await page.evaluate(() => navigator.userAgent)
  const holdsPinned = agent.includes(`Electron/${devDependencies.electron}`)
  await expect.poll(windowTitles).toEqual([holdsPinned ? '年报编写台' : '年报编写台（测试构建）'])
})
