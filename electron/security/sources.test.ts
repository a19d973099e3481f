import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'

const root = join(import.meta.dirname, '../..')

/** What is built into the app: no tests, and nothing that only tests use. */
const sources = ['electron', 'renderer', 'shared'].flatMap((room) =>
  readdirSync(join(root, room), { recursive: true, encoding: 'utf8' })
    .map((name) => join(room, name))
    .filter((name) => /\.tsx?$/.test(name) && !/\.test\.tsx?$|[\\/]e2e[\\/]|arbitrary/.test(name)),
)

const holding = (pattern: RegExp) =>
  sources.filter((name) => pattern.test(readFileSync(join(root, name), 'utf8')))

test('the sources are read', () => {
  expect(sources.length).toBeGreaterThan(200)
  expect(holding(/setWindowOpenHandler/)).toEqual([join('electron', 'security', 'hardening.ts')])
})

test.each([
  ['evaluates text', /\beval\(|new Function\(|executeJavaScript/],
  ['hands an address or a file to another program', /openExternal|openPath/],
  ['writes markup into the page as text', /dangerouslySetInnerHTML|\.innerHTML\s*=|insertAdjacentHTML/],
  ['loads a file or a page of the web into a window', /loadFile\(|loadURL\(['"`](https?|file):/],
  ['loosens a window', /webSecurity: false|allowRunningInsecureContent|experimentalFeatures|allowpopups/],
  ['reaches a network', /from 'node:(https?|net|tls|dgram|dns)'|XMLHttpRequest|new WebSocket/],
])('nothing %s', (_what, pattern) => {
  expect(holding(pattern)).toEqual([])
})

test('only the printing of Electron before 33.4 asks for a feature of Blink', () => {
  expect(holding(/enableBlinkFeatures/)).toEqual([join('electron', 'print', 'print-page.ts')])
})
