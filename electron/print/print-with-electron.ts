import { spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fail, ok, type Result } from '../../shared/result'
import { screenlessSwitches } from '../cli/screenless-switches'
import type { PagePrinter, PrintError } from './print-page'

/**
 * Prints by starting an Electron for it.
 *
 * @param out the folder of the built app: print.js lies there, and electron-runtime.json, which names the Electron
 */
export function printWithElectron(out: string): PagePrinter {
  return async (page) => {
    const electron = await findElectron(out)
    if (electron === undefined) return fail({ kind: 'noElectron' })
    // Only this user may look into the folder: the report is not published yet.
    const folder = await mkdtemp(join(tmpdir(), 'nianbao-print-'))
    try {
      return await printIn(folder, electron, join(out, 'print.js'), page)
    } finally {
      await rm(folder, { recursive: true, force: true, maxRetries: 10 })
    }
  }
}

async function printIn(
  folder: string,
  electron: string,
  script: string,
  page: string,
): Promise<Result<Uint8Array, PrintError>> {
  const [input, output] = [join(folder, 'page.html'), join(folder, 'page.pdf')]
  await writeFile(input, page)
  // Chromium refuses its sandbox to root.
  const sandbox = process.getuid?.() === 0 ? ['--no-sandbox'] : []
  const code = await run(electron, [...screenlessSwitches(), script, ...sandbox, input, output])
  if (code === undefined) return fail({ kind: 'noElectron' })
  return code === 0 ? ok(await readFile(output)) : fail({ kind: 'notPrinted' })
}

/** Milliseconds: the page's own limit and Electron's start. */
const LONGEST = 90_000

/** The exit code; undefined: the program cannot be started. What Chromium says of the machine is nobody's concern. */
function run(program: string, args: string[]): Promise<number | null | undefined> {
  return new Promise((resolve) => {
    const child = spawn(program, args, { stdio: 'ignore', timeout: LONGEST, killSignal: 'SIGKILL' })
    child.once('error', () => resolve(undefined))
    child.once('exit', (code) => resolve(code))
  })
}

/** The Electron that ELECTRON_OVERRIDE_DIST_PATH names, else the one the build found. */
async function findElectron(out: string): Promise<string | undefined> {
  const named = process.env.ELECTRON_OVERRIDE_DIST_PATH
  const executable = named ? join(named, executableName()) : await rememberedElectron(out)
  return executable !== undefined && existsSync(executable) ? executable : undefined
}

async function rememberedElectron(out: string): Promise<string | undefined> {
  try {
    const { executable } = JSON.parse(await readFile(join(out, 'electron-runtime.json'), 'utf8'))
    return typeof executable === 'string' ? executable : undefined
  } catch {
    return undefined
  }
}

/** Where Electron keeps its program in its folder, as its npm package has it. */
function executableName(): string {
  if (process.platform === 'darwin') return 'Electron.app/Contents/MacOS/Electron'
  return process.platform === 'win32' ? 'electron.exe' : 'electron'
}
