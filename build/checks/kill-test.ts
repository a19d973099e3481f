import { prepareWindow } from '../scripts/prepare-window'
import { importModule } from '../vite/import-module'

// `npm run test:kills [count [seed]]`, after `npm run build`: kills the real app at random moments of typing and
// saving, a thousand times unless told, and says what was damaged or lost.

const [count = '1000', seed = '20260120'] = process.argv.slice(2)
const { runKills } = await importModule<typeof import('./run-kills')>('build/checks/run-kills.ts')
const closeDisplay = await prepareWindow()
try {
  const isSafe = await runKills(Number(count), Number(seed), (line) => process.stdout.write(`${line}\n`))
  process.exitCode = isSafe ? 0 : 1
} finally {
  closeDisplay()
}
