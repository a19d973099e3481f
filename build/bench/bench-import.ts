import { importModule } from '../vite/import-module'

// `npm run bench:import`: how fast a Word report is read as a draft beside mammoth and pandoc, and how fast last
// year's draft becomes this year's, in one run.

const { BOUND, importLines, measureImport, ofThreeMegabytes } = await importModule<
  typeof import('./import/import-report')
>('build/bench/import/import-report.ts')
const rollOver = await importModule<typeof import('./roll-over/roll-over')>(
  'build/bench/roll-over/roll-over.ts',
)
const read = await measureImport(15)
const rolled = rollOver.measureRollOver(40)
process.stdout.write(`${[...importLines(read), ...rollOver.rollOverLines(rolled)].join('\n')}\n`)
process.exitCode = ofThreeMegabytes(read) > BOUND || rollOver.slowest(rolled) > rollOver.BOUND ? 1 : 0
