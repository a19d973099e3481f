import { spawnSync } from 'node:child_process'
import { chmodSync, readFileSync, rmSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { testBuildMark } from '../../electron/test-build'
import { stageApp } from '../packaging/stage-app'
import { forLinux, needsOnlyThisElectron, targetsHere } from '../packaging/targets'
import { type ElectronRuntime, electronRuntime } from './electron-runtime'
import { cleanStandIn, standInFolder } from './electron-stand-in'
import { root } from './paths'

const require = createRequire(import.meta.url)

/**
 * `npm run dist`: the packages of this machine; `npm run dist -- --win nsis --x64` and the like: electron-builder's own
 * arguments (docs/packaging.md).
 */
async function dist(args: string[]): Promise<number> {
  const wanted = args.length > 0 ? args : targetsHere(process.arch)
  const runtime = await electronRuntime()
  const isRelease = runtime.version === pinnedElectron()
  if (!isRelease && !needsOnlyThisElectron(wanted, process.platform, process.arch)) {
    throw new Error(
      `Electron ${pinnedElectron()} cannot be fetched here; only Linux ${process.arch} can be packed as a test build.`,
    )
  }
  const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'))
  rmSync(join(root, 'dist'), { recursive: true, force: true })
  await stageApp(join(root, 'dist/app'), isRelease ? version : `${version}-${testBuildMark}`)
  if (!isRelease) process.stderr.write(`A test build (测试构建): it holds Electron ${runtime.version}.\n`)
  return runBuilder([...wanted, ...(await electronArgs(runtime, isRelease)), ...platformArgs(wanted)])
}

/** A release's Electron is for electron-builder to fetch and check, for whichever system it is. */
async function electronArgs(runtime: ElectronRuntime, isRelease: boolean): Promise<string[]> {
  if (isRelease) return [`-c.electronVersion=${pinnedElectron()}`]
  const folder = runtime.dist === standInFolder() ? await cleanStandIn() : runtime.dist
  return [`-c.electronVersion=${runtime.version}`, `-c.electronDist=${folder}`]
}

/** On Linux the product's name names its folder, /opt/nianbao-desk; the menu shows the Chinese one all the same. */
function platformArgs(wanted: string[]): string[] {
  return forLinux(wanted) ? ['-c.productName=nianbao-desk'] : []
}

function runBuilder(args: string[]): number {
  const { path7za } = require('7zip-bin') as { path7za: string }
  // The package ships its program without the right to run it.
  if (process.platform !== 'win32') chmodSync(path7za, 0o755)
  const cli = join(root, 'node_modules/electron-builder/cli.js')
  const { status } = spawnSync(process.execPath, [cli, '--config', 'build/electron-builder.yml', ...args], {
    cwd: root,
    stdio: 'inherit',
    env: {
      ...process.env,
      ELECTRON_BUILDER_7ZIP_PATH: path7za,
      CUSTOM_FPM_PATH: join(root, 'build/packaging/fpm'),
      // 7-Zip's own default takes minutes for a few per cent.
      ELECTRON_BUILDER_COMPRESSION_LEVEL: process.env.ELECTRON_BUILDER_COMPRESSION_LEVEL ?? '1',
    },
  })
  return status ?? 1
}

function pinnedElectron(): string {
  return (require('electron/package.json') as { version: string }).version
}

try {
  process.exitCode = await dist(process.argv.slice(2))
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : error}\n`)
  process.exitCode = 1
}
