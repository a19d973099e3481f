import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import { _electron, type ElectronApplication, type Page } from 'playwright-core'

/** The folder of package.json: the app that is launched unless a test names another. */
export const projectRoot = fileURLToPath(new URL('../../..', import.meta.url))

/** The real app in a real window. */
export interface Desk {
  app: ElectronApplication
  /** The first window. */
  page: Page
  /** The profile: recent files, autosaves, backups. Stays for a relaunch that is given it. */
  userData: string
  /** Errors that windows and main process logged or threw, in order; a test that ends well expects none. */
  errors: string[]
  /** Closes the window as the clerk does and waits for the end; removes a profile made by `launch`. */
  close(): Promise<void>
  /** Ends the app without a word, as a power cut does; the profile stays. */
  kill(): Promise<void>
}

export interface LaunchOptions {
  /** A profile of an earlier launch; a fresh one is made and removed where none is given. */
  userData?: string
  /** More arguments for the app, such as a draft to open. */
  args?: string[]
  /** Another app folder, with package.json and a built main. */
  root?: string
  env?: Record<string, string>
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
  })
  const errors: string[] = []
  for (const page of app.windows()) collectErrors(page, errors)
  app.on('window', (page) => collectErrors(page, errors))
  collectMainErrors(app, errors)
  const page = await app.firstWindow()
  page.setDefaultTimeout(10_000)
  const removeProfile = () => {
    if (options.userData === undefined) rmSync(userData, { recursive: true, force: true, maxRetries: 5 })
  }
  return {
    app,
    page,
    userData,
    errors,
    async close() {
      await app.close()
      removeProfile()
    },
    async kill() {
      const child = app.process()
      const ended = new Promise((resolve) => child.once('exit', resolve))
      child.kill('SIGKILL')
      await ended
    },
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

function collectMainErrors(app: ElectronApplication, errors: string[]): void {
  const { stderr } = app.process()
  if (!stderr) return
  createInterface(stderr).on('line', (line) => {
    if (mainError.test(line)) errors.push(line)
  })
}

function currentEnv(): Record<string, string> {
  const pairs = Object.entries(process.env).filter((pair): pair is [string, string] => pair[1] !== undefined)
  return Object.fromEntries(pairs)
}
