import { spawnSync } from 'node:child_process'
import { cpSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { FuseV1Options, getCurrentFuseWire } from '@electron/fuses'
import { describe, expect, test } from 'vitest'
import { asarFiles, asarText } from '../support/asar'
import { testFolder } from '../support/drafts'
import { packageFolder, program, rootSwitches } from '../support/packaged-desk'

/** How a fuse is written in the program. */
const [off, on] = [...'01'].map((letter) => letter.charCodeAt(0))

const asar = join(packageFolder, 'resources/app.asar')

describe('the package', () => {
  test('has every fuse set', async () => {
    const wire = await getCurrentFuseWire(program)
    expect({
      runAsNode: wire[FuseV1Options.RunAsNode],
      cookieEncryption: wire[FuseV1Options.EnableCookieEncryption],
      nodeOptions: wire[FuseV1Options.EnableNodeOptionsEnvironmentVariable],
      inspect: wire[FuseV1Options.EnableNodeCliInspectArguments],
      asarIntegrity: wire[FuseV1Options.EnableEmbeddedAsarIntegrityValidation],
      onlyFromAsar: wire[FuseV1Options.OnlyLoadAppFromAsar],
      ownSnapshot: wire[FuseV1Options.LoadBrowserProcessSpecificV8Snapshot],
      filePrivileges: wire[FuseV1Options.GrantFileProtocolExtraPrivileges],
    }).toEqual({
      runAsNode: off,
      cookieEncryption: on,
      nodeOptions: off,
      inspect: off,
      asarIntegrity: on,
      onlyFromAsar: on,
      ownSnapshot: off,
      filePrivileges: off,
    })
  })

  test('holds code and data of the app, under 4 MB, and no file more', () => {
    const files = [...asarFiles(asar).keys()]
    const needed = [
      /^package\.json$/,
      /^out\/(main\.js|reader\.js|preload\.cjs|icon\.png)$/,
      /^out\/chunks\/[\w-]+\.js$/,
      /^out\/renderer\/(index\.html|assets\/[\w.-]+\.(css|m?js(\.gz)?))$/,
      /^out\/samples\/[\w-]+\.(nianbao|json)$/,
    ]
    expect(files.filter((file) => !needed.some((pattern) => pattern.test(file)))).toEqual([])
    for (const pattern of needed)
      expect(
        files.some((file) => pattern.test(file)),
        String(pattern),
      ).toBe(true)
    expect(statSync(asar).size).toBeLessThan(4_000_000)
  })

  test('names every bundled package with its licence, and each allows it', () => {
    const bundled = readFileSync(join(packageFolder, 'LICENSES.bundled.md'), 'utf8')
    const licences = [...bundled.matchAll(/^## (\S+) - \S+ \((.+)\)$/gm)].map(([, name, licence]) => ({
      name,
      licence,
    }))
    expect(licences.map(({ name }) => name)).toEqual(
      expect.arrayContaining(['react', 'docx', 'saxes', 'pdfjs-dist']),
    )
    const free = ['MIT', 'ISC', '0BSD', 'Apache-2.0', 'BSD-2-Clause', 'BSD-3-Clause']
    expect(licences.filter(({ licence }) => !free.includes(licence ?? ''))).toEqual([])
  })

  test('names no server for updates and no path of the machine that built it', () => {
    expect(
      readdirSync(join(packageFolder, 'resources')).filter((name) => name !== 'apparmor-profile'),
    ).toEqual(['app.asar'])
    const about = JSON.parse(asarText(asar, 'package.json'))
    expect(Object.keys(about)).not.toContain('devDependencies')
    expect(readFileSync(asar).includes(packageFolder.slice(0, packageFolder.indexOf('/dist/')))).toBe(false)
  })
})

/** Runs the program without a screen; whatever door were open, it would print OPEN. */
function tryDoor(env: Record<string, string>, ...args: string[]) {
  return spawnSync(program, [...rootSwitches, '--ozone-platform=headless', ...args], {
    encoding: 'utf8',
    timeout: 20_000,
    env: { ...process.env, ...env },
  })
}

describe('nobody runs code of his own in it', () => {
  test('by ELECTRON_RUN_AS_NODE', () => {
    const script = join(testFolder(), 'check')
    writeFileSync(script, 'console.log("OPEN")')
    const { stdout } = tryDoor({ ELECTRON_RUN_AS_NODE: '1' }, 'check', script)
    expect(stdout).not.toContain('OPEN')
  })

  test('by NODE_OPTIONS or an inspector', () => {
    const script = join(testFolder(), 'evil.cjs')
    writeFileSync(script, 'console.log("OPEN")')
    const { stdout, stderr, status } = tryDoor(
      { NODE_OPTIONS: `--require ${script}` },
      '--inspect=0',
      'check',
      'x',
    )
    expect(stdout).not.toContain('OPEN')
    expect(stderr).not.toContain('Debugger listening')
    expect(status).toBe(2)
  })

  test('by laying a folder beside the archive', () => {
    const copy = join(testFolder(), 'copy')
    // Links cost no time and no room.
    spawnSync('cp', ['-al', packageFolder, copy])
    const app = join(copy, 'resources/app')
    mkdirSync(app)
    writeFileSync(join(app, 'package.json'), '{"main": "main.js"}')
    writeFileSync(join(app, 'main.js'), 'console.log("OPEN"); process.exit(0)')
    const run = () =>
      spawnSync(join(copy, 'nianbao-desk'), [...rootSwitches, '--ozone-platform=headless', 'check', 'x'], {
        encoding: 'utf8',
        timeout: 20_000,
      })
    expect(run()).toMatchObject({ status: 2, stdout: '' })
    rmSync(join(copy, 'resources/app.asar'))
    const withoutArchive = run()
    expect(withoutArchive.stdout).not.toContain('OPEN')
    expect(withoutArchive.status).not.toBe(0)
    cpSync(asar, join(copy, 'resources/app.asar'))
    expect(run()).toMatchObject({ status: 2 })
  })
})
