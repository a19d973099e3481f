import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { isFolder } from './cache-folder'
import { installStandIn, standIn, standInFits, standInFolder } from './electron-stand-in'
import { isMain, root } from './paths'

/** An Electron that can be started. */
export interface ElectronRuntime {
  /** The folder that ELECTRON_OVERRIDE_DIST_PATH takes. */
  dist: string
  executable: string
  version: string
  /** One line for the reader of the log: which Electron this is. */
  line: string
}

const reach = 4_000
const downloadLimit = 300_000

/**
 * Obtains an Electron and says in one line which: the one ELECTRON_OVERRIDE_DIST_PATH names, the npm
 * package's own (downloaded if it can be reached), or the stand-in. Throws when there is none.
 */
export async function electronRuntime(): Promise<ElectronRuntime> {
  const runtime = overridden() ?? (await ownElectron()) ?? (await standInElectron())
  process.stderr.write(`${runtime.line}\n`)
  rememberRuntime(runtime)
  return runtime
}

/** The Electron that is already on this machine, found without any network; undefined if there is none. */
export function installedRuntime(): ElectronRuntime | undefined {
  return overridden() ?? npmElectron() ?? (isFolder(standInFolder()) ? standInAt(standInFolder()) : undefined)
}

/** Tells the built command line, which prints PDF through Electron, where the Electron is. */
export function rememberRuntime({ dist, executable, version }: ElectronRuntime): void {
  mkdirSync(join(root, 'out'), { recursive: true })
  writeFileSync(
    join(root, 'out/electron-runtime.json'),
    `${JSON.stringify({ dist, executable, version }, null, 2)}\n`,
  )
}

/** The environment in which `electron`, `npx electron` and Playwright find this runtime. */
export function electronEnv(runtime: ElectronRuntime): NodeJS.ProcessEnv {
  return { ...process.env, ELECTRON_OVERRIDE_DIST_PATH: runtime.dist }
}

function overridden(): ElectronRuntime | undefined {
  const dist = process.env.ELECTRON_OVERRIDE_DIST_PATH
  if (!dist) return undefined
  const executable = join(dist, executableName())
  if (!existsSync(executable))
    throw new Error(`ELECTRON_OVERRIDE_DIST_PATH names ${dist}, but there is no ${executable}.`)
  const version = versionIn(dist)
  return { dist, executable, version, line: `Electron ${version} from ELECTRON_OVERRIDE_DIST_PATH (${dist})` }
}

function npmElectron(): ElectronRuntime | undefined {
  const dist = join(npmPackage(), 'dist')
  const executable = join(dist, executableName())
  if (!existsSync(executable) || !existsSync(join(npmPackage(), 'path.txt'))) return undefined
  const version = versionIn(dist)
  return { dist, executable, version, line: `Electron ${version} from the npm package electron` }
}

async function ownElectron(): Promise<ElectronRuntime | undefined> {
  const there = npmElectron()
  if (there) return there
  if (!(await reachable(process.env.ELECTRON_MIRROR || 'https://github.com/electron/electron/releases/')))
    return undefined
  const installer = join(npmPackage(), 'install.js')
  spawnSync(process.execPath, [installer], { stdio: ['ignore', 'ignore', 'ignore'], timeout: downloadLimit })
  return npmElectron()
}

async function standInElectron(): Promise<ElectronRuntime> {
  if (!standInFits()) {
    throw new Error('Electron could not be downloaded. Set ELECTRON_MIRROR or ELECTRON_OVERRIDE_DIST_PATH.')
  }
  return standInAt(await installStandIn())
}

function standInAt(dist: string): ElectronRuntime {
  const line = `Electron ${standIn.electron}, stand-in from ${standIn.package} (${dist})`
  return { dist, executable: join(dist, 'electron'), version: standIn.electron, line }
}

/** Whether anything answers there; in a closed network the answer must not take minutes. */
async function reachable(address: string): Promise<boolean> {
  try {
    await fetch(address, { method: 'HEAD', redirect: 'manual', signal: AbortSignal.timeout(reach) })
    return true
  } catch {
    return false
  }
}

function npmPackage(): string {
  return dirname(createRequire(import.meta.url).resolve('electron/package.json'))
}

function versionIn(dist: string): string {
  const file = join(dist, 'version')
  return existsSync(file) ? readFileSync(file, 'utf8').trim().replace(/^v/, '') : '(version unknown)'
}

function executableName(): string {
  if (process.platform === 'darwin') return 'Electron.app/Contents/MacOS/Electron'
  return process.platform === 'win32' ? 'electron.exe' : 'electron'
}

if (isMain(import.meta.url)) await electronRuntime()
