import type { ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { setTimeout as sleep } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { _electron, type ElectronApplication, type Page } from 'playwright-core'

/** The folder of package.json: the app that is launched unless a test names another. */
export const projectRoot = fileURLToPath(new URL('../../..', import.meta.url))

const closeLimit = 10_000

/** The real app in a real window. */
export interface Desk {
  app: ElectronApplication
  /** The first window. */
  page: Page
  /** The profile: recent files, autosaves, backups. Stays for a relaunch that is given it. */
  userData: string
  /** Errors that windows and main process logged or threw, in order; a test that ends well expects none. */
  errors: string[]
  /** Quits the app and waits for its end; throws if it does not end in time. The profile stays. */
  close(): Promise<void>
  /** Ends the app without a word, as a power cut does. The profile stays. */
  kill(): Promise<void>
  /** Waits for the end of an app that was told to end. */
  ended(): Promise<void>
  /** Removes the profile if `launch` made it. */
  removeProfile(): void
}

export interface LaunchOptions {
  /** A profile of an earlier launch; a fresh one is made where none is given. */
  userData?: string
  /** More arguments for the app, such as a draft to open. */
  args?: string[]
  /** Another app folder, with package.json and a built main. */
  root?: string
  env?: Record<string, string>
  /** A program that starts Electron with the arguments it is given. */
  executablePath?: string
}

/**
 * Starts the built app (`npm run build`) on the Electron that ELECTRON_OVERRIDE_DIST_PATH names and waits
 * for its first window. The test run sets that variable and DISPLAY (build/scripts/e2e-setup.ts).
 */
export async function launch(options: LaunchOptions = {}): Promise<Desk> {
  const userData = options.userData ?? mkdtempSync(join(tmpdir(), 'desk-profile-'))
  const app = await _electron.launch({
    args: [
      options.root ?? projectRoot,
      `--user-data-dir=${userData}`,
      '--lang=zh-CN',
      ...(options.args ?? []),
    ],
    // Chromium refuses its sandbox to root; everyone else keeps it.
    chromiumSandbox: process.getuid?.() !== 0,
    env: { ...currentEnv(), LANGUAGE: 'zh_CN', ...options.env },
    timeout: 30_000,
    ...(options.executablePath !== undefined && { executablePath: options.executablePath }),
  })
  // Asked now: Playwright knows no process of an app that has ended.
  const child = app.process()
  const errors: string[] = []
  for (const page of app.windows()) collectErrors(page, errors)
  app.on('window', (page) => collectErrors(page, errors))
  collectMainErrors(child, errors)
  const page = await app.firstWindow()
  page.setDefaultTimeout(10_000)
  const removeProfile = () => {
    if (options.userData === undefined) removeFolder(userData)
  }
  return {
    app,
    page,
    userData,
    errors,
    removeProfile,
    close: () => closeInTime(app, child),
    kill: () => kill(child),
    ended: () => ended(child),
  }
}

async function closeInTime(app: ElectronApplication, child: ChildProcess): Promise<void> {
  const inTime = await Promise.race([app.close().then(() => true), sleep(closeLimit, false, { ref: false })])
  if (inTime) return
  await kill(child)
  throw new Error(`The app did not close within ${closeLimit} ms.`)
}

async function kill(child: ChildProcess): Promise<void> {
  const end = ended(child)
  child.kill('SIGKILL')
  await end
}

async function ended(child: ChildProcess): Promise<void> {
  if (child.exitCode === null && child.signalCode === null) await once(child, 'exit')
}

/** The helpers of a killed app write on for a moment; rmSync's own retries do not clear what came new. */
export function removeFolder(path: string): void {
  for (let tries = 30; ; tries--)
    try {
      rmSync(path, { recursive: true, force: true })
      return
    } catch (error) {
      if (tries === 0) throw error
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 100)
    }
}

function collectErrors(page: Page, errors: string[]): void {
  page.on('pageerror', (error) => errors.push(error.message))
  page.on('console', (message) => {
    if (message.type() === 'error') errors.push(message.text())
  })
}

/** What Electron itself prints when the main process throws, as opposed to Chromium's own chatter. */
const mainError = /Uncaught|Unhandled|Error occurred in handler/

function collectMainErrors({ stderr }: ChildProcess, errors: string[]): void {
  if (!stderr) return
  createInterface(stderr).on('line', (line) => {
    if (mainError.test(line)) errors.push(line)
  })
}

function currentEnv(): Record<string, string> {
  const pairs = Object.entries(process.env).filter((pair): pair is [string, string] => pair[1] !== undefined)
  return Object.fromEntries(pairs)
}
