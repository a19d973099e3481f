import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { type Browser, chromium, type Page } from 'playwright-core'
import { onTestFinished } from 'vitest'
import { projectRoot, removeFolder } from './launch'
import { screenshot } from './screen'

/** The folder `npm run dist` leaves the packaged app in. */
export const packageFolder = join(projectRoot, 'dist/linux-unpacked')
export const program = join(packageFolder, 'nianbao-desk')

/** Chromium refuses its sandbox to root; everyone else keeps it. */
export const rootSwitches = process.getuid?.() === 0 ? ['--no-sandbox'] : []

/** The packaged app in a real window, seen through Chromium's own debugger: its fuses shut every other way in. */
export interface PackagedDesk {
  browser: Browser
  page: Page
  process: ChildProcess
  userData: string
  /** Errors that the page logged or threw, in order. */
  errors: string[]
  /** Closes the window as the clerk does, and waits for the app's end. */
  close(): Promise<void>
  /** Ends the app without a word, as a power cut does. */
  kill(): Promise<void>
}

interface PackagedOptions {
  userData?: string
  args?: string[]
  cwd?: string
  env?: Record<string, string>
  /** Another program than the package's own, such as a copy that was tampered with. */
  program?: string
}

/** A profile that outlives the windows of one test. */
export function packagedProfile(): string {
  const folder = mkdtempSync(join(tmpdir(), 'desk-profile-'))
  onTestFinished(() => removeFolder(folder))
  return folder
}

/**
 * Starts the packaged app for one test and waits for its window. However the test ends, the app ends with it; a failing
 * test leaves a picture, out/shots/failed-packaged-<test>.png.
 */
export async function openPackagedDesk(options: PackagedOptions = {}): Promise<PackagedDesk> {
  const userData = options.userData ?? packagedProfile()
  const child = spawn(
    options.program ?? program,
    [...rootSwitches, '--remote-debugging-port=0', `--user-data-dir=${userData}`, ...(options.args ?? [])],
    { env: { ...process.env, LANGUAGE: 'zh_CN', ...options.env }, cwd: options.cwd, stdio: 'pipe' },
  )
  const browser = await chromium.connectOverCDP(await debuggerAddress(child))
  const page = await firstPage(browser)
  page.setDefaultTimeout(15_000)
  const errors: string[] = []
  page.on('pageerror', (error) => errors.push(error.message))
  page.on('console', (message) => {
    if (message.type() === 'error') errors.push(message.text())
  })
  onTestFinished(async ({ task }) => {
    if (task.result?.state === 'fail' && child.exitCode === null && !page.isClosed())
      await screenshot(page, `failed-packaged-${task.name.replaceAll(/[^\p{L}\p{N}]+/gu, '-').slice(0, 60)}`)
    await end(child)
  })
  return {
    browser,
    page,
    process: child,
    userData,
    errors,
    async close() {
      const ended = once(child, 'exit')
      await page.close()
      await Promise.race([ended, sleep(10_000).then(() => Promise.reject(new Error('The app did not end.')))])
    },
    kill: () => end(child),
  }
}

/** What Chromium prints when its debugger is ready. */
async function debuggerAddress(child: ChildProcess): Promise<string> {
  let said = ''
  for await (const data of child.stderr ?? []) {
    said += String(data)
    const address = /DevTools listening on (ws:\S+)/.exec(said)?.[1]
    if (address === undefined) continue
    // Whatever else it says must be read, or the app stands still.
    child.stderr?.resume()
    return address
  }
  throw new Error(`The app ended before it showed a window: ${said}`)
}

async function firstPage(browser: Browser): Promise<Page> {
  const [context] = browser.contexts()
  if (!context) throw new Error('The app has no window.')
  return context.pages()[0] ?? (await context.waitForEvent('page'))
}

async function end(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return
  const ended = once(child, 'exit')
  child.kill('SIGKILL')
  await ended
}
