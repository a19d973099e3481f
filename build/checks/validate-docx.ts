import { importModule } from '../vite/import-module'

// `npm run validate:docx [count [seed]]`: random reports through the Open XML SDK validator, a thousand unless told.

const [count = '1000', seed = '9704'] = process.argv.slice(2)
const { validateReports } = await importModule<typeof import('./validate-reports')>(
  'build/checks/validate-reports.ts',
)
const started = performance.now()
const findings = await validateReports(Number(count), Number(seed), (line) =>
  process.stdout.write(`${line}\n`),
)
for (const line of findings) process.stdout.write(`${line}\n`)
const minutes = ((performance.now() - started) / 60_000).toFixed(1)
process.stdout.write(`${findings.length} findings in ${minutes} minutes\n`)
process.exitCode = findings.length > 0 ? 1 : 0
