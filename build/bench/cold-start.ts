import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Desk, launch } from '../../electron/e2e/support/launch'
import { median, percentile } from './statistics'

/** Milliseconds from starting the process to a field that takes the caret: one run each of the app and of an empty window. */
export interface ColdStart {
  app: number[]
  empty: number[]
}

/** Starts the app and an empty window in turn, so that whatever slows the machine slows both. */
export async function measureColdStart(runs: number): Promise<ColdStart> {
  const emptyApp = writeEmptyApp()
  const times: ColdStart = { app: [], empty: [] }
  await timeToField(emptyApp)
  await timeToField(undefined)
  for (let run = 0; run < runs; run++) {
    times.empty.push(await timeToField(emptyApp))
    times.app.push(await timeToField(undefined))
  }
  rmSync(emptyApp, { recursive: true, force: true })
  return times
}

export function coldStartLines({ app, empty }: ColdStart): string[] {
  const line = (name: string, times: number[]) =>
    `  ${name.padEnd(14)} median ${median(times).toFixed(0)} ms, 95 % ${percentile(times, 0.95).toFixed(0)} ms`
  const ratio = (median(app) / median(empty)).toFixed(2)
  return [
    `Cold start to a focusable field, ${app.length} runs each`,
    line('empty window', empty),
    line('this app', app),
    `  ratio          ${ratio} (goal 1.25)`,
  ]
}

async function timeToField(root: string | undefined): Promise<number> {
  const started = performance.now()
  const desk = await launch(root === undefined ? {} : { root })
  await fieldThere(desk)
  const took = performance.now() - started
  await desk.kill()
  desk.removeProfile()
  return took
}

async function fieldThere({ page }: Desk): Promise<void> {
  await page.waitForFunction(
    () => {
      const field = document.querySelector<HTMLElement>('main input, main button:not([disabled])')
      field?.focus()
      return field !== null && document.activeElement === field
    },
    undefined,
    { polling: 'raf' },
  )
}

/** The least that Electron can show: one window, one page, one field; no preload, no protocol, no script. */
function writeEmptyApp(): string {
  const folder = mkdtempSync(join(tmpdir(), 'empty-window-'))
  writeFileSync(
    join(folder, 'package.json'),
    JSON.stringify({ name: 'empty-window', type: 'module', main: 'main.js' }),
  )
  writeFileSync(join(folder, 'page.html'), '<!doctype html><title>empty</title><main><input></main>')
  writeFileSync(
    join(folder, 'main.js'),
    `import { app, BrowserWindow } from 'electron'
app.whenReady().then(() => new BrowserWindow({ width: 1280, height: 800 }).loadFile('page.html'))
`,
  )
  return folder
}
