import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { builtinModules } from 'node:module'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { buildApp } from './build'
import { root } from './paths'

/** The smallest app with every part that is built. */
const app: Record<string, string> = {
  'package.json': '{ "type": "module" }',
  'templates/draft.schema.json': '{ "type": "object" }',
  'templates/samples/one.nianbao': '{}',
  'templates/samples/notes.txt': 'not a sample',
  'shared/x.ts': "export { validate } from '../templates/draft.schema.json?validator'",
  'electron/main.ts':
    "import { app } from 'electron'\nimport { validate } from '../shared/x'\n" +
    "app.on('ready', async () => validate((await import('./heavy')).heavy))",
  'electron/heavy.ts': "import { readFileSync } from 'fs'\nexport const heavy = () => readFileSync('HEAVY')",
  'electron/preload.ts': "import { contextBridge } from 'electron'\ncontextBridge.exposeInMainWorld('a', {})",
  'electron/cli/main.ts': "import { validate } from '../../shared/x'\nconsole.log(validate({}))",
  'electron/import/reader.ts': "process.parentPort?.once('message', () => process.exit(0))",
  'electron/print/main.ts': "import { app } from 'electron'\napp.on('ready', () => app.exit(0))",
  'renderer/index.html':
    '<!doctype html><html><head></head><body><script type="module" src="./main.tsx"></script></body></html>',
  'renderer/main.tsx': "import './look.css'\nimport icon from './icon.svg'\ndocument.title = icon",
  'renderer/look.css': 'p { color: red }',
  'renderer/icon.svg': '<svg xmlns="http://www.w3.org/2000/svg"/>',
}

let folder = ''
const built = (file: string) => readFileSync(join(folder, 'out', file), 'utf8')

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'build-'))
  for (const [file, text] of Object.entries(app)) {
    mkdirSync(dirname(join(folder, file)), { recursive: true })
    writeFileSync(join(folder, file), text)
  }
  symlinkSync(join(root, 'node_modules'), join(folder, 'node_modules'))
  await buildApp(folder, join(folder, 'out'))
})

afterAll(() => rmSync(folder, { recursive: true, force: true }))

test('leaves the built parts and nothing half-made', () => {
  expect(readdirSync(join(folder, 'out')).sort()).toEqual(
    ['chunks', 'cli.js', 'main.js', 'preload.cjs', 'print.js', 'reader.js', 'renderer', 'samples'].sort(),
  )
})

test.each(['main.js', 'print.js', 'reader.js', 'cli.js'])('%s imports Electron and Node alone', (file) => {
  const modules = [...built(file).matchAll(/^import .*?from "([^"]+)"/gm)].map(([, name = '']) => name)
  const outside = modules.filter(
    (name) => name !== 'electron' && !builtinModules.includes(name.replace('node:', '')),
  )
  expect(outside).toEqual([])
})

test('the preload requires Electron alone, as the sandbox wants it', () => {
  expect([...built('preload.cjs').matchAll(/require\("([^"]+)"\)/g)].map(([, name]) => name)).toEqual([
    'electron',
  ])
})

test('what is imported later is not in the program that starts', () => {
  expect(built('main.js')).not.toContain('HEAVY')
})

test('the page holds no inline script, no inline style and no data: address', () => {
  const page = built('renderer/index.html')
  expect(page).not.toMatch(/<script(?![^>]* src=)|<style|data:/)
  const assets = readdirSync(join(folder, 'out/renderer/assets'))
  expect(assets.map((name) => name.replace(/^.*\./, '')).sort()).toEqual(['css', 'js', 'svg'])
})

test('samples come along, and only samples', () => {
  expect(readdirSync(join(folder, 'out/samples'))).toEqual(['one.nianbao'])
})

test('building again replaces what is stale and leaves what is not built', async () => {
  writeFileSync(join(folder, 'out/renderer/stale.js'), '')
  mkdirSync(join(folder, 'out/shots'))
  await buildApp(folder, join(folder, 'out'))
  expect(existsSync(join(folder, 'out/renderer/stale.js'))).toBe(false)
  expect(existsSync(join(folder, 'out/shots'))).toBe(true)
})
