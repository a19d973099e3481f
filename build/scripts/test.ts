import { spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { root } from './paths'
import { ensureSystemPackages } from './system-packages'
import { lastLine, oneFailed, onePassed, sum, type Tally, type TestReport, tally } from './tally'

const typeRooms = ['shared', 'electron', 'electron/e2e', 'renderer', 'build']

/** In the order of a run. A step answers how many of its tests passed; a failing one does not stop the next. */
const steps: Record<string, () => Tally> = {
  packages: systemPackages,
  types: () => all(...typeRooms.map((room) => () => node('typescript/bin/tsc', '-p', room))),
  lint: () => all(() => node('@biomejs/biome/bin/biome', 'check', '--error-on-warnings')),
  build: () => all(() => node('tsx/dist/cli.mjs', 'build/scripts/build.ts')),
  unit: () => vitest('unit', 'renderer'),
  e2e: () => vitest('e2e'),
  // What is installed once more through its main ways; it can be packed and opened here only for Linux.
  ...(process.platform === 'linux' && {
    dist: () => all(() => node('tsx/dist/cli.mjs', 'build/scripts/dist.ts', '--linux', 'dir')),
    packaged: () => vitest('packaged'),
  }),
}

/** `npm test`: every step, or those named; ends with one line that sums them all. */
function main(names: string[]): Tally {
  const unknown = names.filter((name) => !(name in steps))
  if (unknown.length > 0)
    throw new Error(`No such step: ${unknown.join(', ')}. Steps: ${Object.keys(steps).join(', ')}`)
  const results = new Map<string, Tally>()
  for (const [name, step] of Object.entries(steps)) {
    if (names.length > 0 && !names.includes(name)) continue
    const started = performance.now()
    process.stdout.write(`\n── ${name} ──\n`)
    results.set(name, name === 'e2e' && results.get('build')?.failed ? withoutBuild() : step())
    const seconds = ((performance.now() - started) / 1000).toFixed(1)
    process.stdout.write(`── ${name}: ${lastLine(results.get(name) ?? oneFailed)} in ${seconds} s ──\n`)
  }
  return sum([...results.values()])
}

/** Counts nothing when all is there: a machine's packages are no test of the app. */
function systemPackages(): Tally {
  try {
    ensureSystemPackages('window', 'screen', 'tests')
    return { passed: 0, failed: 0 }
  } catch (error) {
    process.stdout.write(`${error instanceof Error ? error.message : error}\n`)
    return oneFailed
  }
}

function withoutBuild(): Tally {
  process.stdout.write('The app was not built: its window cannot be tested.\n')
  return oneFailed
}

/** Runs all of them, however the first ends, and counts them as one. */
function all(...runs: (() => boolean)[]): Tally {
  const ended = runs.map((run) => run())
  return ended.includes(false) ? oneFailed : onePassed
}

function vitest(...projects: string[]): Tally {
  const folder = mkdtempSync(join(tmpdir(), 'tests-'))
  const file = join(folder, 'report.json')
  const chosen = projects.map((project) => `--project=${project}`)
  const ended = node(
    'vitest/vitest.mjs',
    ...['run', ...chosen, '--reporter=default', '--reporter=json', `--outputFile.json=${file}`],
  )
  const report = existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as TestReport) : undefined
  rmSync(folder, { recursive: true, force: true })
  return report ? tally({ ...report, success: report.success && ended }) : oneFailed
}

/** Runs a program of node_modules from the project's folder; true if it ended well. */
function node(program: string, ...args: string[]): boolean {
  const path = join(root, 'node_modules', program)
  return spawnSync(process.execPath, [path, ...args], { cwd: root, stdio: 'inherit' }).status === 0
}

const total = main(process.argv.slice(2))
process.exitCode = total.failed > 0 ? 1 : 0
process.stdout.write(`\n${lastLine(total)}\n`)
