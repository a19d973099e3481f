import { importModule } from '../vite/import-module'

// `npm run check:libre-office [reports]`: the samples and so many random reports of each format, a hundred pages and more each, through LibreOffice.

const [count = '1'] = process.argv.slice(2)
const { checkInLibreOffice } = await importModule<typeof import('./libre-office-reports')>(
  'build/checks/libre-office-reports.ts',
)
const differences = await checkInLibreOffice(Number(count))
for (const line of differences) process.stdout.write(`${line} otherwise than it was written\n`)
process.stdout.write(`${differences.length} differences\n`)
process.exitCode = differences.length > 0 ? 1 : 0
