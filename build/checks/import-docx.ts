import { importModule } from '../vite/import-module'

// `npm run test:import [count [seed]]`: random drafts through Word and back, a thousand unless told.

const [count = '1000', seed = '2019'] = process.argv.slice(2)
const { importReports } = await importModule<typeof import('./import-reports')>(
  'build/checks/import-reports.ts',
)
const lost = await importReports(Number(count), Number(seed), (line) => process.stdout.write(`${line}\n`))
for (const line of lost) process.stdout.write(`not the same: ${line}\n`)
process.stdout.write(`${lost.length} of ${count} not the same\n`)
process.exitCode = lost.length > 0 ? 1 : 0
