import { existsSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { Ajv } from 'ajv'
import { expect, test } from 'vitest'
import { root } from '../scripts/paths'

// The targets that need a download cannot be built in a closed network; what can be known of them is known here.

const fromBuilder = createRequire(createRequire(import.meta.url).resolve('electron-builder'))
const { load } = createRequire(fromBuilder.resolve('app-builder-lib'))('js-yaml') as {
  load(text: string): Configuration
}

interface Target {
  target: string
  arch: string[]
}

interface Configuration {
  linux: { target: Target[]; icon: string }
  win: { target: Target[]; icon: string; fileAssociations: { icon: string }[] }
  mac: { target: Target[]; icon: string; fileAssociations: { icon: string }[] }
  deb: { fpm: string[]; afterInstall: string; afterRemove: string }
  nsis: { language: string; installerLanguages: string[]; perMachine: boolean }
  [other: string]: unknown
}

const configuration = load(readFileSync(join(root, 'build/electron-builder.yml'), 'utf8'))

test('electron-builder’s own schema accepts the configuration, and no misspelt setting', () => {
  // Its schema has keywords of the program that made it; what they say is not about validity.
  const ajv = new Ajv({ strict: false, allErrors: true })
  const validate = ajv.compile(fromBuilder('app-builder-lib/scheme.json'))
  validate(configuration)
  expect(validate.errors).toBeNull()
  expect(validate({ ...configuration, nsis: { ...configuration.nsis, perMashine: true } })).toBe(false)
}, 60_000)

test('every system of the offices is a target', () => {
  const targets = (of: { target: Target[] }) =>
    of.target.map(({ target, arch }) => `${target} ${arch.join()}`)
  expect(targets(configuration.win)).toEqual(['nsis x64', 'portable x64'])
  expect(targets(configuration.linux)).toEqual(['AppImage x64,arm64', 'deb x64,arm64', 'tar.gz x64,arm64'])
  expect(targets(configuration.mac)).toEqual(['dmg x64,arm64'])
})

test('the Windows installer speaks Chinese and needs no administrator', () => {
  expect(configuration.nsis).toMatchObject({
    language: '2052',
    installerLanguages: ['zh_CN'],
    perMachine: false,
  })
})

test('no package starts the app without Chromium’s sandbox', () => {
  expect(JSON.stringify(configuration)).not.toContain('no-sandbox')
  // The tools of electron-builder's default add it by themselves where no arguments are named.
  expect(configuration).toMatchObject({ toolsets: { appimage: '1.0.3' }, appImage: { executableArgs: [] } })
})

test('every file it names is there', () => {
  const { linux, win, mac, deb } = configuration
  const icons = [linux, win, mac, ...win.fileAssociations, ...mac.fileAssociations].map(({ icon }) => icon)
  const placed = deb.fpm.map((item) => item.replace(/=.*/, ''))
  const named = [...icons, ...placed, deb.afterInstall, deb.afterRemove]
  expect(named.filter((file) => !existsSync(join(root, file)))).toEqual([])
})
