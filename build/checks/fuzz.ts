import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { removeFolder } from '../../electron/e2e/support/launch'
import { root } from '../scripts/paths'
import { prepareWindow } from '../scripts/prepare-window'
import { openModules } from '../vite/import-module'
import { copyApp } from './copy-app'

// `npm run fuzz [drafts|exports|calls [count [seed [first]]]]`, after `npm run build`: hostile files and hostile
// requests of the window, in the numbers the release asks for or as many as told. Case `first` of a seed is always the
// same one.

const [what = 'all', count, seed = '20260120', first = '0'] = process.argv.slice(2)
const say = (line: string) => process.stdout.write(`${line}\n`)
const { load, close } = await openModules()
const { draftKind, exportKind } = await load<typeof import('../fuzz/case-kinds')>('build/fuzz/case-kinds.ts')
const { reportFailures, runCases } = await load<typeof import('../fuzz/run-cases')>('build/fuzz/run-cases.ts')

async function cases(kind: typeof draftKind, number: number): Promise<void> {
  const started = performance.now()
  const seconds = () => `${((performance.now() - started) / 1000).toFixed(0)} s`
  const run = await runCases(kind, Number(seed), Number(first), number, (done) => {
    if (done % Math.ceil(number / 10) === 0) say(`${kind.name}: ${done} of ${number}, ${seconds()}`)
  })
  for (const line of reportFailures(kind, Number(seed), run, join(root, 'out/fuzz'))) say(line)
  const { failures, slowest } = run
  const counts = Object.entries(run.counts).map(([name, times]) => `${name} ${times}`)
  const slow = `slowest ${slowest.milliseconds.toFixed(0)} ms (case ${slowest.index})`
  say(
    [
      `${kind.name}: seed ${seed} from ${first}`,
      ...counts,
      `failed ${failures.length}`,
      slow,
      seconds(),
    ].join(', '),
  )
  if (failures.length > 0) process.exitCode = 1
}

async function calls(number: number): Promise<void> {
  const { callRounds } = await load<typeof import('../../electron/e2e/support/call-rounds')>(
    'electron/e2e/support/call-rounds.ts',
  )
  const closeDisplay = await prepareWindow()
  const folder = mkdtempSync(join(tmpdir(), 'app-'))
  const started = performance.now()
  try {
    const run = await callRounds(Number(seed), number, {
      root: copyApp(folder),
      onProgress: (done) => {
        if (done % 10_000 === 0) say(`calls: ${done} of ${number}`)
      },
    })
    const { leaks, changed, foreign, troubles, isAlive, ...counts } = run
    say(
      `calls: seed ${seed}, ${JSON.stringify(counts)}, ${((performance.now() - started) / 1000).toFixed(0)} s`,
    )
    say(`the app ${isAlive ? 'goes on' : 'does not go on'}; decoys changed ${changed.length}`)
    say(foreign ? `other files used ${foreign.length}` : 'files not traced: there is no strace')
    for (const line of [...leaks, ...changed, ...(foreign ?? []), ...troubles]) say(`  ${line}`)
    if (!isAlive || leaks.length + changed.length + (foreign?.length ?? 0) > 0) process.exitCode = 1
  } finally {
    closeDisplay()
    removeFolder(folder)
  }
}

if (what === 'drafts' || what === 'all') await cases(draftKind, Number(count ?? 1_000_000))
if (what === 'exports' || what === 'all') await cases(exportKind, Number(count ?? 20_000))
if (what === 'calls' || what === 'all') await calls(Number(count ?? 100_000))

await close()
