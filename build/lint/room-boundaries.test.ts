import { spawnSync } from 'node:child_process'
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { root } from '../scripts/paths'

/** Each case is one scratch file under a copy of our biome.json; `rules` is what biome must say of it. */
interface Case {
  fact: string
  file: string
  code: string
  rules: string[]
}

const imports = 'lint/style/noRestrictedImports'
const globals = 'lint/style/noRestrictedGlobals'
const node = 'lint/correctness/noNodejsModules'

const cases: Case[] = [
  // shared/
  forbidden('shared imports nothing from electron', 'shared/a/x.ts', use('../../electron/x'), imports),
  forbidden('shared imports nothing from renderer', 'shared/a/x.ts', use('../../renderer/x'), imports),
  forbidden('nor a type', 'shared/a/x.ts', "export type { B } from '../../renderer/x'", imports),
  forbidden('nor later', 'shared/a/x.ts', "export const f = () => import('../../electron/x')", imports),
  forbidden('shared imports no build script', 'shared/a/x.ts', use('../../build/x'), imports),
  forbidden('shared imports no Electron', 'shared/a/x.ts', use('electron'), imports),
  forbidden('shared imports no React', 'shared/a/x.ts', use('react'), imports),
  forbidden('shared imports no package at all', 'shared/a/x.ts', use('docx/build/x'), imports),
  forbidden('nor in a test', 'shared/a/x.test.ts', use('docx'), imports),
  forbidden('nor a scoped one', 'shared/a/x.ts', use('@scope/x'), imports),
  forbidden('shared imports no Node module', 'shared/a/x.ts', use('node:fs'), imports, node),
  forbidden(
    'shared imports no Node module by its bare name',
    'shared/a/x.ts',
    use('fs/promises'),
    imports,
    node,
    'lint/style/useNodejsImportProtocol',
  ),
  forbidden('shared reads no clock', 'shared/a/x.ts', 'export const now = () => new Date()', globals),
  forbidden('shared reads no clock', 'shared/a/x.ts', 'export const now = () => Date.now()', globals),
  forbidden('shared throws no dice', 'shared/a/x.ts', 'export const x = () => Math.random()', 'plugin'),
  forbidden('shared knows no process', 'shared/a/x.ts', 'export const x = process.argv', globals),
  forbidden('shared prints nothing', 'shared/a/x.ts', "export const x = () => console.log('')", globals),
  forbidden('shared fetches nothing', 'shared/a/x.ts', "export const x = () => fetch('x')", globals),
  forbidden('shared knows no DOM', 'shared/a/x.ts', 'export const x = () => document.title', globals),
  forbidden('shared does not reach round', 'shared/a/x.ts', 'export const x = globalThis', globals),
  allowed('shared imports itself', 'shared/a/x.ts', use('../b/y')),
  allowed('shared imports its neighbour', 'shared/a/x.ts', use('./y')),
  allowed('shared imports the formats', 'shared/a/x.ts', use('../../templates/formats/2021.json')),
  allowed('a test uses vitest', 'shared/a/x.test.ts', use('vitest')),
  allowed('a test uses fast-check', 'shared/a/x.test.ts', use('fast-check')),
  allowed('shared counts', 'shared/a/x.ts', 'export const x = Math.floor(1.5)'),
  // electron/
  forbidden('electron imports nothing from renderer', 'electron/a/x.ts', use('../../renderer/x'), imports),
  forbidden('nor in a test', 'electron/a/x.test.ts', use('../../renderer/x'), imports),
  forbidden('nor from the top of its room', 'electron/x.ts', use('../renderer/x'), imports),
  forbidden('nor end to end', 'electron/e2e/x.e2e.ts', use('../../renderer/x'), imports),
  forbidden('electron imports no build script', 'electron/x.ts', use('../build/x'), imports),
  forbidden(
    'electron reads data through shared',
    'electron/x.ts',
    use('../templates/formats/2021.json'),
    imports,
  ),
  forbidden('electron draws nothing', 'electron/x.ts', use('react'), imports),
  allowed('electron imports shared', 'electron/x.ts', use('../shared/check/x')),
  allowed('electron imports Electron', 'electron/x.ts', use('electron')),
  allowed('electron imports Node', 'electron/x.ts', use('node:fs')),
  allowed('a test reads a sample', 'electron/x.test.ts', use('../templates/formats/2021.json')),
  // renderer/
  forbidden('renderer imports nothing from electron', 'renderer/a/x.tsx', use('../../electron/x'), imports),
  forbidden('nor in a test', 'renderer/a/x.test.tsx', use('../../electron/x'), imports),
  forbidden('renderer imports no Electron', 'renderer/x.ts', use('electron'), imports),
  forbidden('renderer imports no Node module', 'renderer/x.ts', use('node:path'), node),
  forbidden(
    'renderer reads data through shared',
    'renderer/x.ts',
    use('../templates/formats/2021.json'),
    imports,
  ),
  allowed('renderer imports shared', 'renderer/x.ts', use('../shared/check/x')),
  allowed('renderer imports React', 'renderer/x.ts', use('react')),
  // everywhere
  forbidden('no default exports', 'shared/a/x.ts', 'export default 1', 'lint/style/noDefaultExport'),
  forbidden('no any', 'shared/a/x.ts', 'export type X = any', 'lint/suspicious/noExplicitAny'),
  forbidden('no enum', 'shared/a/x.ts', 'export enum X { A }', 'lint/style/noEnum'),
  forbidden(
    'no barrel',
    'shared/a/x.ts',
    "export * from './y'",
    'lint/performance/noReExportAll',
    'lint/performance/noBarrelFile',
  ),
  forbidden(
    'no skipped test',
    'shared/a/x.test.ts',
    "import { test } from 'vitest'\ntest.skip('', () => {})",
    'lint/suspicious/noSkippedTests',
  ),
]

function use(module: string): string {
  return `import { x } from '${module}'\nexport const y = x`
}

function forbidden(fact: string, file: string, code: string, ...rules: string[]): Case {
  return { fact, file, code, rules }
}

function allowed(fact: string, file: string, code: string): Case {
  return { fact, file, code, rules: [] }
}

describe('the rooms are kept apart by the linter', () => {
  let folder = ''
  const said = new Map<string, string[]>()

  /** The case's own place in its room, so that relative imports keep their depth. */
  const scratch = (index: number) => {
    const { file } = cases[index] as Case
    return file.replace(/x(?=\.[^/]*$)/, `x${index}`)
  }

  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'rooms-'))
    cpSync(join(root, 'biome.json'), join(folder, 'biome.json'))
    cpSync(join(root, 'build/lint'), join(folder, 'build/lint'), { recursive: true })
    for (const [index, { code }] of cases.entries()) {
      const file = join(folder, scratch(index))
      mkdirSync(dirname(file), { recursive: true })
      writeFileSync(file, `${code}\n`)
    }
    const biome = join(root, 'node_modules/@biomejs/biome/bin/biome')
    const args = [
      'lint',
      '--vcs-enabled=false',
      '--reporter=json',
      '--max-diagnostics=none',
      'shared',
      'electron',
      'renderer',
    ]
    const run = spawnSync(process.execPath, [biome, ...args], { cwd: folder, encoding: 'utf8' })
    const report = JSON.parse(run.stdout) as {
      diagnostics: { category: string; location: { path: string } }[]
    }
    for (const { category, location } of report.diagnostics) {
      said.set(location.path, [...(said.get(location.path) ?? []), category])
    }
  })

  afterAll(() => rmSync(folder, { recursive: true, force: true }))

  test.each(cases.map((one, index) => ({ ...one, index })))('$fact ($file)', ({ index, rules }) => {
    expect(new Set(said.get(scratch(index)) ?? [])).toEqual(new Set(rules))
  })
})
