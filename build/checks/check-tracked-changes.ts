import { importModule } from '../vite/import-module'

// `npm run check:tracked-changes [random pairs [seed]]`: the samples and fifty random pairs of reports unless told.

const [count = '50', seed = '9704'] = process.argv.slice(2)
const { checkTrackedChanges, trackedPairs } = await importModule<typeof import('./tracked-changes')>(
  'build/checks/tracked-changes.ts',
)
const pairs = trackedPairs(Number(count), Number(seed))
const lines = await checkTrackedChanges(pairs)
for (const line of lines) process.stdout.write(`${line.slice(0, 600)}\n`)
process.stdout.write(`${pairs.length} pairs, ${lines.length} differences\n`)
process.exitCode = lines.length > 0 ? 1 : 0
